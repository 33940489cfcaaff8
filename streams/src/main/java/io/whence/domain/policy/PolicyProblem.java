/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.policy;

/**
 * One thing that is wrong, or merely surprising, in a policy as written.
 *
 * @param path where, in the words of the file: {@code versions[0].supported[3]}; empty for the file as a whole
 * @param value what is written there; empty when nothing is
 * @param message what is wrong with it and what to write instead
 */
public record PolicyProblem(String path, String value, String message) {

    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
