/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** The quickstart as the one thing a process does: with a directory, a log file, and an orderly end on Ctrl-C. */
public final class QuickstartRun {
    private static final long SECONDS_TO_END = 60;

    private final QuickstartOptions options;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stopping;

    public QuickstartRun(QuickstartOptions options) {
        this.options = options;
    }

    /**
     * Runs until done or told to stop.
     *
     * @param out takes the lines for the user
     * @throws QuickstartException says what went wrong and where the log is, which stays until the next run
     */
    public void run(Traffic traffic, Application.Starter starter, Consumer<String> out) {
        var directory = RunDirectory.create(options.runs());
        var log = writeTo(directory.path());
        if (options.keep()) {
            directory.keep();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(stopper(Thread.currentThread()), "quickstart-stop"));
        try {
            run(new Quickstart(options, traffic, starter, out), directory, log);
        } finally {
            ended.countDown();
        }
    }

    @SuppressWarnings("IllegalCatch") // told to stop while starting, anything may break off, even a class initializer
    private void run(Quickstart quickstart, RunDirectory directory, Path log) {
        try {
            quickstart.run(directory.path());
        } catch (InterruptedException stopped) {
            // as it was told to
        } catch (RuntimeException | Error e) {
            if (!stopping) {
                throw new QuickstartException(e.getMessage() + System.lineSeparator() + "More in " + log, e);
            }
        }
        directory.close();
    }

    /** Must come before the first logger and the first temporary file: native libraries are unpacked to such. */
    private static Path writeTo(Path directory) {
        var log = directory.resolve("whence.log");
        System.setProperty("whence.quickstart.log", log.toString());
        System.setProperty("log4j2.configurationFile", "log4j2-quickstart.xml");
        System.setProperty("java.io.tmpdir", directory.toString());
        LoggerFactory.getLogger(QuickstartRun.class).info("quickstart: files in {}", directory);
        return log;
    }

    private Runnable stopper(Thread running) {
        return () -> {
            stopping = true;
            running.interrupt();
            try {
                ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }
}
