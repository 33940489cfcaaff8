/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import io.whence.wire.AccessEventJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NativeLineTest {
    private static final String[] TEXTS = {"x", "a b", "\"quoted\"", "\\x22", "日本", "\u0001", "http://x/y", "é", "a,b"};

    private final EventParser parser = LogFormats.named("jsonl").parser(null);

    @Test
    void readsWhatTheContractWrites() {
        long seed = 42;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var event = event(random, i);
            var line = AccessEventJson.write(event).getBytes(StandardCharsets.UTF_8);
            assertThat(parser.parse(LogLine.whole("log", 1, 0, line), 0))
                    .as("seed %d, event %d", seed, i)
                    .isEqualTo(new ParsedLine.Event(event));
        }
    }

    @Test
    void readsALineWhoseServerEscapedQuotesAsInPlainText() {
        var line =
                "{\"event_id\":\"1\",\"timestamp\":1719820800123,\"organization_id\":\"o\",\"source_ip\":\"203.0.113.7\","
                        + "\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"user_agent\":\"say \\x22hi\\x22\"}";
        assertThat(parser.parse(LogLine.whole("log", 1, 0, line.getBytes(StandardCharsets.UTF_8)), 0))
                .isInstanceOf(ParsedLine.Event.class);
    }

    private static AccessEvent event(Random random, int number) {
        return new AccessEvent(
                "id-" + number,
                Instant.ofEpochMilli(1_500_000_000_000L + random.nextInt(Integer.MAX_VALUE) * 100L),
                "org-" + random.nextInt(5),
                maybe(random),
                maybe(random),
                random.nextBoolean() ? Channel.API : Channel.CONSOLE,
                random.nextBoolean() ? "203.0.113.7" : "2001:db8::" + Integer.toHexString(random.nextInt(65536)),
                maybe(random),
                "POST",
                "/v1/" + random.nextInt(100),
                100 + random.nextInt(500),
                maybe(random),
                maybe(random),
                maybe(random),
                random.nextBoolean() ? null : random.nextInt(10_000) / 8f,
                random.nextBoolean() ? null : random.nextInt(10_000) / 8f,
                random.nextBoolean() ? null : "FRA",
                maybe(random));
    }

    private static @Nullable String maybe(Random random) {
        return random.nextBoolean() ? null : TEXTS[random.nextInt(TEXTS.length)] + random.nextInt(10);
    }
}
