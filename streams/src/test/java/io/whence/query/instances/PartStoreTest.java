/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whence.query.Copy;
import io.whence.query.Reach;
import io.whence.topology.StoreForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.junit.jupiter.api.Test;

class PartStoreTest {

    private static final StoreForm<String, String> FORM = new StoreForm<>("letters", Serdes.String(), Serdes.String());

    private final NavigableMap<String, String> held = new TreeMap<>();
    private final PartStore<String, String> store = new PartStore<>(new Elsewhere(), FORM, 3, false);
    private int reads;
    private int readableFor = Integer.MAX_VALUE;

    @Test
    void aWalkPassesEveryEntryOnceHoweverManyAnswersItTakes() {
        for (int i = 0; i < 2 * Slice.MAX_ENTRIES + 1; i++) {
            held.put(String.format("%05d", i), "value-" + i);
        }

        assertThat(keys(store.all())).containsExactlyElementsOf(held.keySet());
        assertThat(reads).isEqualTo(3);
    }

    @Test
    void aKeyOrARangeIsReadAsHere() {
        held.putAll(new TreeMap<>(java.util.Map.of("a", "1", "b", "2", "c", "3")));

        assertThat(store.get("b")).isEqualTo("2");
        assertThat(store.get("x")).isNull();
        assertThat(keys(store.range("b", "c"))).containsExactly("b", "c");
    }

    @Test
    void aPartThatCannotBeReadIsLeftOutAndThatIsNoted() {
        readableFor = 0;
        try (Reach reach = Reach.open()) {
            assertThat(keys(store.all())).isEmpty();
            assertThat(reach.missing()).containsExactly(3);
        }
    }

    @Test
    void whatAnAnswerNeedsIsNotLeftOut() {
        readableFor = 0;
        PartStore<String, String> needed = new PartStore<>(new Elsewhere(), FORM, 3, true);

        assertThatThrownBy(() -> keys(needed.range("a", "c"))).isInstanceOf(InvalidStateStoreException.class);
        assertThatThrownBy(() -> store.get("a")).isInstanceOf(InvalidStateStoreException.class);
    }

    @Test
    void aWalkThatCannotGoOnFailsInsteadOfEndingEarly() {
        for (int i = 0; i <= Slice.MAX_ENTRIES; i++) {
            held.put(String.format("%05d", i), "");
        }
        readableFor = 1;

        assertThatThrownBy(() -> keys(store.all())).isInstanceOf(InvalidStateStoreException.class);
    }

    private static List<String> keys(KeyValueIterator<String, String> walk) {
        List<String> keys = new ArrayList<>();
        walk.forEachRemaining(entry -> keys.add(entry.key));
        return keys;
    }

    /** Passes what it holds through the form between instances. */
    private final class Elsewhere implements Place {

        @Override
        public <K, V> Slice<K, V> read(StoreForm<K, V> form, SliceRequest asked) {
            if (reads >= readableFor) {
                throw new InvalidStateStoreException("away");
            }
            reads++;
            try {
                return SliceCodec.read(form, SliceCodec.write(FORM, slice(asked)));
            } catch (IOException wrong) {
                throw new UncheckedIOException(wrong);
            }
        }

        private Slice<String, String> slice(SliceRequest asked) {
            NavigableMap<String, String> found = held;
            byte[] from = SliceRequest.bytes(asked.from());
            byte[] to = SliceRequest.bytes(asked.to());
            found = from == null ? found : found.tailMap(FORM.toKey(from), true);
            found = to == null ? found : found.headMap(FORM.toKey(to), true);
            return new Slice<>(
                    found.entrySet().stream()
                            .limit(Slice.MAX_ENTRIES)
                            .map(entry -> KeyValue.pair(entry.getKey(), entry.getValue()))
                            .toList(),
                    found.size() > Slice.MAX_ENTRIES,
                    Copy.active(asked.partition()));
        }
    }
}
