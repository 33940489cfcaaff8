/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.junit.jupiter.api.Test;

class HeldStoresTest {

    private static final long DAY = Duration.ofDays(1).toMillis();

    @Test
    void windowsAreFoundByKeyInTheOrderOfTime() {
        HeldWindows<Long, String> windows = new HeldWindows<>("exits", Duration.ofDays(10));
        windows.put(7L, "second", 2 * DAY);
        windows.put(7L, "first", DAY);
        windows.put(8L, "other", DAY);

        assertThat(windows.fetch(7L, DAY)).isEqualTo("first");
        assertThat(windows.fetch(9L, DAY)).isNull();
        assertThat(values(windows.fetch(7L, 0, 2 * DAY))).containsExactly("first", "second");
        assertThat(values(windows.fetch(7L, 0, DAY))).containsExactly("first");
    }

    @Test
    void windowsGoWithTheLatestTimeOfAnybody() {
        HeldWindows<Long, String> windows = new HeldWindows<>("exits", Duration.ofDays(10));
        windows.put(7L, "old", DAY);
        windows.put(8L, "new", 11 * DAY - 1);
        assertThat(windows.fetch(7L, DAY)).isEqualTo("old");

        windows.put(8L, "new", 11 * DAY);
        assertThat(windows.fetch(7L, DAY)).isNull();

        windows.put(7L, "too late", DAY);
        assertThat(windows.fetch(7L, DAY)).isNull();
    }

    @Test
    void entriesMayChangeUnderWhoeverWalksOverThem() {
        HeldEntries<String, Integer> entries = new HeldEntries<>("words");
        entries.putAll(List.of(KeyValue.pair("b", 2), KeyValue.pair("a", 1), KeyValue.pair("c", 3)));
        List<String> walked = new ArrayList<>();
        try (KeyValueIterator<String, Integer> all = entries.range("a", "b")) {
            while (all.hasNext()) {
                String key = all.next().key;
                walked.add(key);
                entries.delete(key);
            }
        }

        assertThat(walked).containsExactly("a", "b");
        assertThat(entries.approximateNumEntries()).isEqualTo(1);
        assertThat(entries.get("c")).isEqualTo(3);
        entries.put("c", null);
        assertThat(entries.get("c")).isNull();
    }

    @Test
    void aStepIsGivenNoStoreThatItIsNotConnectedTo() {
        Replay replay = new Replay(Instant.EPOCH);
        replay.keep(new HeldEntries<String, String>("words"));

        assertThat(replay.storeOf("words", Set.of("words"))).isNotNull();
        assertThatThrownBy(() -> replay.storeOf("words", Set.of("others"))).hasMessage("words is not connected");
        assertThatThrownBy(() -> replay.accept("none", new byte[0], new byte[0]))
                .hasMessage("the stream does not read none");
    }

    private static List<String> values(WindowStoreIterator<String> found) {
        List<String> values = new ArrayList<>();
        found.forEachRemaining(entry -> values.add(entry.value));
        found.close();
        return values;
    }
}
