/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.SuppressForbidden;
import io.whence.app.BareStream;
import io.whence.config.ConfigLoader;
import io.whence.config.WhenceConfig;
import io.whence.domain.policy.RegionPolicy;
import io.whence.geo.GeoSourceException;
import io.whence.ingest.AccessLogTopic;
import io.whence.ingest.KafkaAccessLogTopic;
import io.whence.quickstart.LocalServers;
import io.whence.topology.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Measures pipelines over the same requests on a real broker. The broker and the load are in this process, each
 * pipeline in one of its own, one after the other, in turns.
 */
public final class Bench {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BenchPlan plan;
    private final Path directory;
    private final Consumer<Measured> listener;

    /**
     * A measurement.
     *
     * @param directory for the broker and all state; the caller removes it
     * @param listener told of each run when it is over
     */
    public Bench(BenchPlan plan, Path directory, Consumer<Measured> listener) {
        this.plan = plan;
        this.directory = directory;
        this.listener = listener;
    }

    /**
     * Runs everything.
     *
     * @param registryHome the unpacked schema registry
     * @param policies what the traffic is judged by
     * @throws IOException when a process cannot be started or says nothing
     * @throws GeoSourceException when the bundled databases cannot be used
     */
    public BenchReport run(Path registryHome, List<RegionPolicy> policies)
            throws IOException, InterruptedException, GeoSourceException {
        try (LocalServers servers = LocalServers.start(registryHome, directory.resolve("servers"))) {
            load(servers, policies);
            Located.bundled(origins()); // found once, so that all start as with a warm disk
            List<Measured> all = new ArrayList<>();
            for (int run = 1; run <= plan.runs(); run++) {
                for (Pipeline pipeline : plan.pipelines()) {
                    Measured measured = measure(servers, pipeline, run);
                    listener.accept(measured);
                    all.add(measured);
                }
            }
            return new BenchReport(plan, all);
        }
    }

    private Path origins() {
        return directory.resolve("origins");
    }

    @SuppressForbidden("Kafka clients go by the clock on the wall")
    private void load(LocalServers servers, List<RegionPolicy> policies) throws IOException {
        Map<String, String> options = new TreeMap<>(connection(
                servers.broker().bootstrapServers(), servers.registry().url()));
        options.put(WhenceConfig.TOPICS_PARTITIONS, Integer.toString(plan.partitions()));
        WhenceConfig config = new ConfigLoader().options(options).load();
        Clock clock = Clock.systemUTC();
        BareStream.provide(config, policies, clock);
        Map<String, String> registry =
                Map.of("schema.registry.url", servers.registry().url());
        try (AccessLogTopic topic = KafkaAccessLogTopic.connect(Topics.ACCESS_LOGS, config.kafka(), registry, clock)) {
            Load.send(plan, Topics.ACCESS_LOGS, topic);
        }
    }

    static Map<String, String> connection(String bootstrapServers, String registry) {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "schema.registry.url",
                registry,
                WhenceConfig.TOPICS_REPLICATION,
                "1");
    }

    private Measured measure(LocalServers servers, Pipeline pipeline, int run)
            throws IOException, InterruptedException {
        Path home = Files.createDirectories(directory.resolve(pipeline + "-" + run));
        Path setting = home.resolve("setting.json");
        Path result = home.resolve("result.json");
        Path log = home.resolve("output.log");
        JSON.writeValue(
                setting.toFile(),
                new Setting(
                        plan,
                        pipeline,
                        servers.broker().bootstrapServers(),
                        servers.registry().url(),
                        origins().toString(),
                        home.resolve("state").toString(),
                        "bench-" + pipeline.name().toLowerCase(Locale.ROOT) + "-" + run));
        Process process = new ProcessBuilder(command(setting, result))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            int code = process.waitFor();
            if (code != 0 || !Files.exists(result)) {
                throw new IOException(pipeline.title() + " failed with exit code " + code + ", see " + log);
            }
            return JSON.readValue(result.toFile(), Measured.class);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> command(Path setting, Path result) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + plan.heapMegabytes() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                setting.toString(),
                result.toString());
    }
}
