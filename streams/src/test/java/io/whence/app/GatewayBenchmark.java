/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * How long it takes from an event to its notice on the topic, and from an event, an officer's action and a control to
 * the answer at {@code /v1/check}, on a real broker, exactly once, while other organizations send. Brokers, registry,
 * application and whoever asks share a machine.
 */
final class GatewayBenchmark {

    private static final int ORGANIZATIONS = 100;
    private static final int CONTROLS = 50;
    private static final Duration GAP = Duration.ofMillis(100);
    private static final int BATCHES_PER_SECOND = 50;
    private static final String APPROVE = "{\"kind\": \"APPROVE\", \"reason_code\": \"REVIEWED\"}";
    private static final String LIFT = "{\"kind\": \"LIFT\", \"reason_code\": \"MENDED\"}";

    private final GatewayStory story;
    private final int othersPerSecond;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, List<String>> rounds = new LinkedHashMap<>();

    private GatewayBenchmark(GatewayStory story, int count, int othersPerSecond) {
        this.story = story;
        this.othersPerSecond = othersPerSecond;
        for (int round = 1; round <= count; round++) {
            String name = "round " + round;
            int first = round;
            rounds.put(
                    name,
                    IntStream.range(0, ORGANIZATIONS)
                            .mapToObj(number -> "org-" + first + "-" + number)
                            .toList());
        }
    }

    /** Arguments: rounds, milliseconds between commits, events of other organizations a second. */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        String commit = arguments.length > 1 ? arguments[1] : "1000";
        int others = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000;
        try (TemporaryFolder folder = TemporaryFolder.create("whence-gateway-benchmark");
                GatewayStory story = GatewayStory.start(folder.path(), Map.of("commit.interval.ms", commit))) {
            GatewayBenchmark benchmark = new GatewayBenchmark(story, count, others);
            benchmark.prepare();
            try (NoticeWatch watch = story.watchNotices()) {
                benchmark.run(watch);
            }
        }
        System.exit(0);
    }

    private void prepare() throws IOException, InterruptedException {
        List<String> all = rounds.values().stream().flatMap(List::stream).toList();
        story.warn(all, GatewayStory.CHINA);
        List<String> locations = new ArrayList<>();
        for (String organization : all) {
            locations.add(story.post(organization, "approve-1", APPROVE));
        }
        for (String location : locations) {
            story.awaitDone(location);
        }
    }

    private void run(NoticeWatch watch) throws Exception {
        ScheduledExecutorService schedule = Executors.newScheduledThreadPool(2);
        AtomicInteger others = new AtomicInteger();
        ScheduledFuture<?> sending = schedule.scheduleAtFixedRate(
                () -> IntStream.range(0, othersPerSecond / BATCHES_PER_SECOND)
                        .forEach(i -> story.sendNow(others.incrementAndGet())),
                0,
                1_000 / BATCHES_PER_SECOND,
                TimeUnit.MILLISECONDS);
        for (Map.Entry<String, List<String>> round : rounds.entrySet()) {
            report(round.getKey(), "event to refusal", paced(round.getValue(), false, organization -> {
                story.sendWhenDue(organization, GatewayStory.CHINA);
            }));
            report(round.getKey(), "event to notice", notices(round.getValue(), watch));
            report(round.getKey(), "officer's action to answer", paced(round.getValue(), true, organization -> {
                story.post(organization, "lift-1", LIFT);
            }));
            report(
                    round.getKey(),
                    "control to answer",
                    controls(round.getValue().get(0)));
        }
        sending.cancel(true);
        schedule.shutdownNow();
    }

    /** Something done to an organization. */
    private interface Deed {
        void to(String organization) throws IOException, InterruptedException;
    }

    /** Does something to each organization, a tenth of a second apart, and times the change of the answer. */
    private List<Long> paced(List<String> organizations, boolean allow, Deed deed) throws Exception {
        Map<String, Long> waiting = new ConcurrentHashMap<>();
        Thread doing = new Thread(() -> {
            long due = System.nanoTime();
            for (String organization : organizations) {
                try {
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    sent.put(organization, System.nanoTime());
                    waiting.put(organization, System.nanoTime());
                    deed.to(organization);
                } catch (IOException | InterruptedException failed) {
                    throw new IllegalStateException(failed);
                }
                due += GAP.toNanos();
            }
        });
        doing.start();
        List<Long> nanos = new ArrayList<>();
        while (nanos.size() < organizations.size()) {
            for (Map.Entry<String, Long> one : List.copyOf(waiting.entrySet())) {
                if (story.check(one.getKey(), GatewayStory.CHINA).at("/allow").asBoolean() == allow) {
                    nanos.add(System.nanoTime() - one.getValue());
                    waiting.remove(one.getKey());
                }
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        doing.join();
        return nanos;
    }

    /** How long after the latest events their notices came. */
    private List<Long> notices(List<String> organizations, NoticeWatch watch) throws InterruptedException {
        List<Long> nanos = new ArrayList<>();
        for (String organization : organizations) {
            long from = sent.get(organization);
            nanos.add(watch.awaitAfter(from, organization) - from);
        }
        return nanos;
    }

    /** The organization was lifted: an order about nobody else changes; the controls are seen among the decisions. */
    private List<Long> controls(String subject) {
        List<Long> nanos = new ArrayList<>();
        story.withControls(topic -> {
            for (int i = 0; i < CONTROLS; i++) {
                boolean hold = i % 2 == 0;
                Control control = new Control(
                        "c-" + i,
                        ControlKind.FREEZE_ORGANIZATION,
                        subject,
                        hold,
                        "Jane Doe",
                        "TEST",
                        Instant.now(),
                        null);
                long sent = System.nanoTime();
                topic.write(control);
                story.awaitControl(control.key(), hold);
                nanos.add(System.nanoTime() - sent);
            }
        });
        return nanos;
    }

    private static void report(String round, String what, List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s, %s, ms: p50 %d, p99 %d, most %d, of %d%n",
                round,
                what,
                sorted.get(sorted.size() / 2) / 1_000_000,
                sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1) / 1_000_000,
                sorted.get(sorted.size() - 1) / 1_000_000,
                sorted.size());
    }
}
