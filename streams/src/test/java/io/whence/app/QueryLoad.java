/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks three instances in turn how much organizations sent. As a load balancer would, it asks the next one when there
 * is no connection; an answer that is not 200 counts as none.
 */
final class QueryLoad {

    /** One moment in which a partition cannot be read costs as many answers; the test allows two of 2,000. */
    private static final int ASKING = 2;

    private static final long PACE_MILLIS = 4;

    private final ThreeInstances instances;
    private final Map<String, Long> expected;
    private final int queries;
    private final ExecutorService threads = Executors.newFixedThreadPool(ASKING);
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong unstated = new AtomicLong();
    private final AtomicLong fromStandbys = new AtomicLong();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final List<Long> micros = Collections.synchronizedList(new ArrayList<>());

    QueryLoad(ThreeInstances instances, Map<String, Long> expected, int queries) {
        this.instances = instances;
        this.expected = Map.copyOf(expected);
        this.queries = queries;
    }

    void start() {
        for (int i = 0; i < ASKING; i++) {
            threads.execute(this::ask);
        }
        threads.shutdown();
    }

    private void ask() {
        List<String> organizations = new ArrayList<>(expected.keySet());
        try {
            for (int number = next.getAndIncrement(); number < queries; number = next.getAndIncrement()) {
                long start = System.nanoTime();
                ask(number, organizations.get(number % organizations.size()));
                micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
                done.incrementAndGet();
                Thread.sleep(PACE_MILLIS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(int number, String organization) throws InterruptedException {
        boolean connected = false;
        for (int turn = 0; turn < ThreeInstances.COUNT && !connected; turn++) {
            connected = connects((number + turn) % ThreeInstances.COUNT, organization);
        }
        if (!connected) {
            unanswered.add(organization + ": no instance");
        }
    }

    private boolean connects(int instance, String organization) throws InterruptedException {
        try {
            judge(instances.get(instance, "/v1/organizations/" + organization), organization);
            return true;
        } catch (IOException noConnection) {
            return false;
        }
    }

    private void judge(HttpResponse<String> answer, String organization) throws IOException {
        String state = answer.headers().firstValue("Whence-State").orElse("");
        if (answer.statusCode() == 503) {
            unanswered.add(answer.body());
            return;
        }
        JsonNode json = ThreeInstances.json(answer);
        if (answer.statusCode() != 200 || requests(json) != expected.getOrDefault(organization, -1L)) {
            wrong.add(organization + " " + state + ": " + answer.body());
            return;
        }
        answered.incrementAndGet();
        unstated.addAndGet(state.startsWith("complete=?1") && state.contains("lag-ms=") ? 0 : 1);
        fromStandbys.addAndGet(state.contains("standby=()") ? 0 : 1);
    }

    /** All requests of an organization, as an answer says. */
    static long requests(JsonNode overview) {
        long requests = 0;
        for (JsonNode region : overview.get("regions")) {
            requests += region.get("requests").asLong();
        }
        return requests;
    }

    void awaitAnswers(int count) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> done.get() >= count);
    }

    void awaitEnd() throws InterruptedException {
        assertThat(threads.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
    }

    long answered() {
        return answered.get();
    }

    long unstated() {
        return unstated.get();
    }

    long fromStandbys() {
        return fromStandbys.get();
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    String report() {
        List<Long> sorted = new ArrayList<>(micros);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%d of %d queries answered, %d wrong, %d from copies that follow, p50 %.1f ms, p99 %.1f ms; unanswered: %s",
                answered(),
                queries,
                wrong.size(),
                fromStandbys(),
                sorted.get(sorted.size() / 2) / 1_000.0,
                sorted.get(sorted.size() * 99 / 100) / 1_000.0,
                unanswered.stream().limit(3).toList());
    }
}
