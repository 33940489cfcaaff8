/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.AccessEvent;
import io.whence.ingest.format.OrganizationSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken off by failures and by the user, at any event, an ingestion in many runs comes to the same as one. */
class InterruptedIngestionTest {
    private static final LogReading READING = LogReading.of("combined", OrganizationSource.parse("field:remote_user"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void losesNothingAndInventsNothing(long seed) throws IOException {
        var random = new Random(seed);
        var one = mixedLog("one", random);
        var two = mixedLog("two", random);
        var atOnce = new UnreliableBroker(random, 0);
        assertThat(run(atOnce, one, two).complete()).isTrue();
        var expectedUnreadable = unreadable(one, two);
        deleteTraces(one, two);

        var arrived = new TreeSet<String>();
        int runs = 0;
        for (boolean complete = false; !complete; runs++) {
            var broker = new UnreliableBroker(random, runs < 20 ? 200 : 0);
            complete = run(broker, one, two).complete();
            arrived.addAll(broker.arrived);
        }
        assertThat(runs).as("seed %d", seed).isGreaterThan(2);
        assertThat(arrived).as("seed %d", seed).isEqualTo(new TreeSet<>(atOnce.arrived));
        assertThat(unreadable(one, two)).as("seed %d", seed).isEqualTo(expectedUnreadable);
    }

    /** Confirms in any order; one in so many events fails, and at one in so many the user breaks off. */
    private static final class UnreliableBroker extends MockProducer<String, AccessEvent> {
        private final Random random;
        private final int rarity;
        private final List<String> arrived = new ArrayList<>();
        private final List<Runnable> open = new ArrayList<>();
        private Runnable breakOff = () -> {};

        UnreliableBroker(Random random, int rarity) {
            super(true, new RoundRobinPartitioner(), new StringSerializer(), (topic, event) -> new byte[0]);
            this.random = random;
            this.rarity = rarity;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, AccessEvent> sent, Callback callback) {
            if (happens()) {
                open.add(() -> callback.onCompletion(null, new TimeoutException("gone")));
            } else {
                arrived.add(sent.value().eventId());
                open.add(() -> callback.onCompletion(null, null));
            }
            if (happens()) {
                breakOff.run();
            }
            while (open.size() > 50) {
                open.remove(random.nextInt(open.size())).run();
            }
            return CompletableFuture.completedFuture(null);
        }

        private boolean happens() {
            return rarity > 0 && random.nextInt(rarity) == 0;
        }

        @Override
        public synchronized void flush() {
            open.forEach(Runnable::run);
            open.clear();
        }
    }

    private IngestReport run(UnreliableBroker broker, LogSource... logs) throws IOException {
        var checkpoints = Checkpoints.besideLogs("access-logs#1", "combined");
        try (var unreadable = UnreadableFiles.besideLogs();
                var ingestor = Ingestor.open(
                        new IngestJob(List.of(logs), READING, "access-logs", checkpoints, unreadable),
                        broker,
                        InstantSource.system())) {
            broker.breakOff = ingestor::stop;
            return ingestor.run(totals -> {});
        }
    }

    /** Every line three times, so that ids depend on how many came before, with junk and empty lines between. */
    private LogSource mixedLog(String name, Random random) throws IOException {
        var text = new StringBuilder();
        int lines = 500 + random.nextInt(2000);
        for (int i = 0; i < lines; i++) {
            int kind = random.nextInt(20);
            text.append(kind == 0 ? "junk " + i : kind == 1 ? "" : line(name, i / 3))
                    .append('\n');
        }
        var file = folder.resolve(name);
        Files.writeString(file, text);
        return new LogSource.LogFile(file);
    }

    private static String line(String client, int second) {
        return "203.0.113.7 - org-%d [01/Jul/2024:08:%02d:%02d +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"%s\""
                .formatted(second % 3, second / 60 % 60, second % 60, client);
    }

    private static List<String> unreadable(LogSource... logs) throws IOException {
        List<String> lines = new ArrayList<>();
        for (var log : logs) {
            lines.addAll(Files.readAllLines(Path.of(log.name() + UnreadableFiles.SUFFIX)));
        }
        return lines;
    }

    private void deleteTraces(LogSource... logs) throws IOException {
        for (var log : logs) {
            Files.delete(Path.of(log.name() + UnreadableFiles.SUFFIX));
            Files.delete(folder.resolve("." + Path.of(log.name()).getFileName() + ".whence-checkpoint"));
        }
    }
}
