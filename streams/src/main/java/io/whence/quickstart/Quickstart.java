/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.config.WhenceConfig;
import io.whence.domain.cases.Notice;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The product on one machine, with everything it needs: a broker and a registry are started, the application is run
 * against them, traffic is fed, and what comes of it is shown. Ends when it is interrupted, or by itself when that is
 * wanted; nothing of it remains.
 */
public final class Quickstart {
    private static final long LOOK_MILLIS = 500;

    private final QuickstartOptions options;
    private final Traffic traffic;
    private final Application.Starter starter;
    private final Consumer<String> out;

    /**
     * A run that has not begun.
     *
     * @param out takes the lines for the user
     */
    public Quickstart(QuickstartOptions options, Traffic traffic, Application.Starter starter, Consumer<String> out) {
        this.options = options;
        this.traffic = traffic;
        this.starter = starter;
        this.out = out;
    }

    /**
     * Runs until interrupted, or until the expected notices are there.
     *
     * @param directory for the files of the run; left in place
     * @throws QuickstartException says what went wrong; everything is stopped then
     * @throws InterruptedException when the thread was interrupted; everything is stopped then
     */
    public void run(Path directory) throws InterruptedException {
        try (var servers = servers(directory);
                var application = application(servers, directory);
                var feed = new Feed(servers)) {
            screen(servers, application, directory).lines().forEach(out);
            var board = new NoticeBoard(out);
            var watch = new Thread(() -> feed.watch(board::add), "notice-watch");
            watch.start();
            try {
                out.accept(feed.send(traffic));
                await(application, board);
            } finally {
                watch.interrupt();
                watch.join();
            }
        } catch (IOException e) {
            throw new QuickstartException(String.valueOf(e.getMessage()), e);
        }
    }

    /** On the usual ports; on any, when another takes one of those between the look and the start. */
    private LocalServers servers(Path directory) throws InterruptedException {
        var usual = new LocalServers.Ports(
                LoopbackPort.prefer(Screen.DEFAULT_BROKER_PORT), LoopbackPort.prefer(Screen.DEFAULT_REGISTRY_PORT));
        try {
            return LocalServers.start(options.registryHome(), directory, usual);
        } catch (IllegalStateException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (LoopbackPort.isFree(usual.broker()) && LoopbackPort.isFree(usual.registry())) {
                throw e;
            }
            return LocalServers.start(options.registryHome(), directory);
        }
    }

    /** On the usual port; on any, when another takes that between the look and the start. */
    @SuppressWarnings("IllegalCatch") // what a taken port looks like is the application's affair
    private Application application(LocalServers servers, Path directory) {
        var usual = LoopbackPort.prefer(Screen.DEFAULT_PAGE_PORT);
        try {
            return starter.start(settings(servers, directory, usual));
        } catch (RuntimeException e) {
            if (LoopbackPort.isFree(usual)) {
                throw e;
            }
            return starter.start(settings(servers, directory, LoopbackPort.ANY));
        }
    }

    private Screen screen(LocalServers servers, Application application, Path directory) {
        return new Screen(
                application.page(),
                servers.broker().bootstrapServers(),
                URI.create(servers.registry().url()),
                traffic.description(),
                places(),
                traffic.commands(application.page(), cluster(servers)),
                directory);
    }

    private static String cluster(LocalServers servers) {
        return "--brokers " + servers.broker().bootstrapServers() + " --schema-registry-url "
                + servers.registry().url();
    }

    private String places() {
        var city = options.settings().get(WhenceConfig.CITY);
        return city == null ? Screen.DEMO_PLACES : city;
    }

    private Map<String, String> settings(LocalServers servers, Path directory, int pagePort) {
        var settings = new TreeMap<String, String>();
        settings.put(WhenceConfig.APPLICATION_ID, "whence-quickstart");
        settings.put(WhenceConfig.BOOTSTRAP_SERVERS, servers.broker().bootstrapServers());
        settings.put(WhenceConfig.SCHEMA_REGISTRY_URL, servers.registry().url());
        settings.put(WhenceConfig.STATE_DIR, directory.resolve("state").toString());
        settings.put(WhenceConfig.TOPICS_REPLICATION, "1");
        settings.put(WhenceConfig.GEO_TABLE, "false");
        settings.put(WhenceConfig.COMMIT_INTERVAL, "200");
        settings.put(WhenceConfig.IDLE_CLOSE, "3s");
        settings.put(WhenceConfig.HTTP_PORT, String.valueOf(pagePort));
        settings.put(WhenceConfig.OPEN, "true");
        settings.put(WhenceConfig.MANAGEMENT_PORT, "0");
        settings.putAll(traffic.settings());
        settings.putAll(options.settings());
        return settings;
    }

    private void await(Application application, NoticeBoard board) throws InterruptedException {
        var check = traffic.expectation();
        var deadline = System.nanoTime() + options.patience().toNanos();
        while (true) {
            stopWith(application.failure());
            var open = open(check, application, board.notices());
            if (options.once() && open.isEmpty()) {
                return;
            }
            if (options.once() && System.nanoTime() - deadline > 0) {
                throw new QuickstartException(
                        "still missing after " + options.patience().toSeconds() + " s: " + String.join("; ", open));
            }
            Thread.sleep(LOOK_MILLIS); // a person watches: a look now and then is enough
        }
    }

    private static void stopWith(Optional<Throwable> failure) {
        failure.ifPresent(cause -> {
            throw new QuickstartException("the application stopped: " + cause, cause);
        });
    }

    private static List<String> open(StoryCheck check, Application application, List<Notice> notices) {
        var wrong = check.wrong(notices);
        if (!wrong.isEmpty()) {
            throw new QuickstartException("must not have been sent: " + String.join("; ", wrong));
        }
        var open = new ArrayList<>(check.missing(notices));
        if (open.isEmpty()) {
            open.addAll(new PageCheck(application.page()).missing(notices));
        }
        return open;
    }
}
