/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * The one directory of a run, named by its process id, for everything the run writes: logs, topics, state. It goes when
 * the run ends; what runs that were killed have left goes when the next one starts.
 */
final class RunDirectory implements AutoCloseable {
    private static final String KEEP = "keep";

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /** Creates the directory of this process, and removes those of processes that are gone. */
    static RunDirectory create(Path parent) {
        try {
            Files.createDirectories(parent);
            sweep(parent);
            var path = parent.resolve(String.valueOf(ProcessHandle.current().pid()));
            remove(path);
            return new RunDirectory(Files.createDirectory(path));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use " + parent + ": " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    /** Leaves the directory in place, now and when the next run starts. */
    void keep() {
        try {
            Files.writeString(path.resolve(KEEP), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + path, e);
        }
    }

    @Override
    public void close() {
        if (kept(path)) {
            return;
        }
        try {
            remove(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path + ": " + e.getMessage(), e);
        }
    }

    private static void sweep(Path parent) throws IOException {
        try (var runs = Files.newDirectoryStream(parent)) {
            for (var run : runs) {
                if (!kept(run) && !isRunning(run.getFileName().toString())) {
                    remove(run);
                }
            }
        }
    }

    private static boolean kept(Path run) {
        return Files.exists(run.resolve(KEEP));
    }

    private static boolean isRunning(String name) {
        try {
            return ProcessHandle.of(Long.parseLong(name)).isPresent();
        } catch (NumberFormatException notOurs) {
            return true;
        }
    }

    /** Removes a tree that others may still be removing from. */
    private static void remove(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
