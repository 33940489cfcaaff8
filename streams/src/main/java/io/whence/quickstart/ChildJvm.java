/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A JVM of our own that runs somebody else's jar, logs to a file, and never outlives this process. */
final class ChildJvm implements AutoCloseable {
    private static final int TAIL_LINES = 15;
    private static final long STOP_SECONDS = 20;

    private final Process process;
    private final Path log;

    private ChildJvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a main class in a new JVM.
     *
     * @param directory its working and temporary directory, where its {@code .log} goes too; created when missing
     * @param jar what is run; its manifest may name further jars
     * @param mainClass fully qualified, in that jar
     * @param flags options of the JVM
     */
    static ChildJvm start(Path directory, Path jar, String mainClass, List<String> flags) {
        try {
            Files.createDirectories(directory);
            var log = directory.resolve("output.log");
            var command = command(directory, jar, mainClass, flags);
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new ChildJvm(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a JVM for " + jar, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    Path log() {
        return log;
    }

    /** How it ended, if it did, and the last lines of its log: what a person needs to see when it does not work. */
    String lastWords() {
        var ended = process.isAlive() ? "still running" : "exit code " + process.exitValue();
        return ended + ", last lines of " + log + ":\n" + tail();
    }

    /**
     * Kills it and waits until it is gone, also when the thread is to stop: what it keeps is in its directory, which is
     * thrown away with it.
     */
    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private String tail() {
        try {
            var text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            var lines = text.lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private static List<String> command(Path directory, Path jar, String mainClass, List<String> flags)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-XX:-UsePerfData"); // would leave a file in the system's temporary directory when killed
        command.add("-Djava.io.tmpdir=" + directory.toAbsolutePath());
        command.add("-cp");
        command.add(String.join(java.io.File.pathSeparator, jar.toAbsolutePath().toString(), bindingJar(directory)));
        command.add(ParentBound.class.getName());
        command.add(mainClass);
        return command;
    }

    /** A jar with {@link ParentBound} alone: the child must not see the rest of our class path. */
    private static String bindingJar(Path directory) throws IOException {
        var name = ParentBound.class.getName().replace('.', '/') + ".class";
        var jar = directory.resolve("parent-bound.jar").toAbsolutePath();
        try (InputStream in = ParentBound.class.getResourceAsStream("/" + name);
                var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(name));
            Objects.requireNonNull(in, name).transferTo(out);
            out.closeEntry();
        }
        return jar.toString();
    }
}
