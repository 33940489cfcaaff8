/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.awaitility.Awaitility.await;

import io.whence.quickstart.LocalServers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import org.apache.kafka.common.utils.Utils;

/**
 * How long the main queries take when many organizations are counted by three instances: asked at the one that holds
 * the organization, and at another one. One question at a time.
 */
final class QueryBenchmark {

    private static final int PARTITIONS = 6;
    private static final int DAYS = 3;
    private static final int QUESTIONS = 1_000;
    private static final int LISTS = 20;
    private static final List<String> ADDRESSES = List.of("8.8.8.8", "91.64.1.7", "114.114.114.114");

    private final ThreeInstances instances;
    private final int organizations;
    private final Random random = new Random(42);

    private QueryBenchmark(ThreeInstances instances, int organizations) {
        this.instances = instances;
        this.organizations = organizations;
    }

    /** Argument: how many organizations. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty(AppProcess.COMPILER, "-XX:+TieredCompilation");
        int organizations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        try (TemporaryFolder folder = TemporaryFolder.create("whence-query-benchmark");
                LocalServers servers = LocalServers.start(
                        Path.of("target", "registry"), folder.path().resolve("servers"));
                ThreeInstances instances =
                        ThreeInstances.start(servers, folder.path(), PARTITIONS, Map.of("num.standby.replicas", "0"))) {
            QueryBenchmark benchmark = new QueryBenchmark(instances, organizations);
            try (AccessLogProducer producer = new AccessLogProducer(
                    servers.broker().bootstrapServers(), servers.registry().url())) {
                benchmark.fill(producer);
            }
            benchmark.run();
        }
        System.exit(0);
    }

    private void fill(AccessLogProducer producer) {
        Instant start = Instant.parse("2024-06-24T00:00:00Z");
        for (int day = 0; day < DAYS; day++) {
            for (int number = 0; number < organizations; number++) {
                String time = start.plus(Duration.ofDays(day))
                        .plusSeconds(number % 80_000)
                        .toString();
                producer.send(Scenario.event(
                        "org-" + number, day + "-" + number, time, ADDRESSES.get(number % ADDRESSES.size())));
            }
        }
        producer.flush();
        await().atMost(Duration.ofMinutes(20))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> ThreeInstances.json(instances.get(0, "/v1/ledger"))
                                .at("/total/consumed")
                                .asLong()
                        == (long) DAYS * organizations);
    }

    private void run() throws Exception {
        List<Integer> held = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            if (instances.holds(0, partition)) {
                held.add(partition);
            }
        }
        System.out.printf(
                Locale.ROOT, "%,d organizations; the instance asked holds partitions %s%n", organizations, held);
        for (String question : List.of("", "/traffic", "/explanation")) {
            for (int round = 0; round < 2; round++) { // the first warms up
                one(question, "here", organization -> held.contains(partition(organization)), round > 0);
                one(question, "elsewhere", organization -> !held.contains(partition(organization)), round > 0);
            }
        }
        String days = "/v1/traffic?from=2024-06-24&to=2024-06-26";
        for (String list :
                List.of("/v1/organizations", "/v1/organizations?q=org-77", days, "/v1/notices", "/v1/ledger")) {
            list(list);
        }
    }

    private static int partition(int organization) {
        return Utils.toPositive(Utils.murmur2(("org-" + organization).getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }

    private void one(String question, String where, IntPredicate wanted, boolean told) throws Exception {
        List<Long> micros = new ArrayList<>();
        while (micros.size() < QUESTIONS) {
            int organization = random.nextInt(organizations);
            if (wanted.test(organization)) {
                micros.add(ask("/v1/organizations/org-" + organization + question));
            }
        }
        if (told) {
            tell("/v1/organizations/{organization_id}" + question + " held " + where, micros);
        }
    }

    /** An answer is remembered for a second at least; the first is not. */
    private void list(String path) throws Exception {
        System.out.printf(Locale.ROOT, "%s: the first %.1f ms%n", path, ask(path) / 1_000.0);
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < LISTS; i++) {
            Thread.sleep(1_100);
            micros.add(ask(path));
        }
        tell(path, micros);
    }

    private long ask(String path) throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> answer = instances.get(0, path, Duration.ofMinutes(1));
        long micros = (System.nanoTime() - start) / 1_000;
        if (answer.statusCode() != 200
                || !answer.headers().firstValue("Whence-State").orElse("").startsWith("complete=?1")) {
            throw new IllegalStateException(
                    path + ": " + answer.statusCode() + " " + answer.headers().map());
        }
        return micros;
    }

    private static void tell(String what, List<Long> micros) {
        Collections.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.1f ms, p99 %.1f ms%n",
                what,
                micros.get(micros.size() / 2) / 1_000.0,
                micros.get(micros.size() * 99 / 100) / 1_000.0);
    }
}
