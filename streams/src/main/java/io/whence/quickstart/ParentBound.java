/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.io.IOException;
import java.util.Arrays;

/**
 * First class of a child JVM: runs the main class named by its first argument, and ends the JVM when standard input
 * ends. The parent holds the other end of that pipe, so the child goes with it, however the parent ends. Needs nothing
 * but the JDK, because it is copied into a jar of its own.
 */
final class ParentBound {
    private ParentBound() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        var watch = new Thread(ParentBound::awaitEndOfInput, "parent-bound");
        watch.setDaemon(true);
        watch.start();
        var rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // the parent never writes; what counts is the end
            }
        } catch (IOException broken) {
            // as good as the end
        }
        Runtime.getRuntime().halt(0);
    }
}
