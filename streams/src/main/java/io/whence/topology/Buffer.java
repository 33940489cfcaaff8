/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What the processors of a task see of a store: values as objects, those touched lately at hand. What changed is
 * written to the store below when the task is about to commit, in the order of keys, so that a key that changes a
 * thousand times between two commits is encoded, stored and logged once.
 *
 * <p>A value that was got may be changed in place, and must be put after it. Ranges answer copies. For the thread of
 * the task only.
 *
 * @param <V> what is stored
 */
final class Buffer<V> implements ReadOnlyKeyValueStore<Bytes, V> {

    /** Bytes on the heap for a key, an entry and its places in two maps. */
    private static final int ENTRY_BYTES = 250;

    /** How many times larger a value is on the heap than at rest, about: numbers are boxed, texts are objects. */
    private static final int HEAP_FACTOR = 4;

    /** Assumed of a value that was never written: bytes at rest. */
    private static final int NEW_VALUE_BYTES = 128;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Serde<V> form;
    private final Stores.Keep keep;
    private final BufferMemory memory;
    private final CommitSignal signal;
    private final RecentlyUsed<Bytes, Held<V>> held = new RecentlyUsed<>();
    private final NavigableMap<Bytes, Held<V>> changed = new TreeMap<>();

    /** What changed last; ordered when somebody needs the order. */
    private final List<Held<V>> changedLast = new ArrayList<>();

    private long heldBytes;
    private boolean raised;
    private long writes;

    Buffer(KeyValueStore<Bytes, byte[]> store, Serde<V> form, Stores.Keep keep, BufferMemory memory) {
        this.store = store;
        this.form = form;
        this.keep = keep;
        this.memory = memory;
        this.signal = new CommitSignal(store.name(), this::write);
    }

    /** The buffer of a store that is connected to a processor; to be asked for when the processor starts. */
    static <V> Buffer<V> of(ProcessorContext<?, ?> context, String name) {
        BufferedStore<V> store = context.getStateStore(name);
        return store.buffer();
    }

    CommitSignal signal() {
        return signal;
    }

    BufferMemory memory() {
        return memory;
    }

    /** How often something was written: as long as it stays the same, what was put waits to be. */
    long writes() {
        return writes;
    }

    @Override
    public @Nullable V get(Bytes key) {
        Held<V> entry = held.get(key);
        if (entry != null) {
            return entry.value;
        }
        byte[] stored = store.get(key);
        if (stored == null) {
            return null;
        }
        V value = decode(stored);
        if (keep == Stores.Keep.AT_HAND) {
            hold(new Held<>(key, value), stored.length);
            makeRoom();
        }
        return value;
    }

    /** Keeps a value; to be written at the next commit at the latest. */
    void put(Bytes key, V value) {
        change(key, value);
    }

    /** Forgets a key. */
    void delete(Bytes key) {
        change(key, null);
    }

    /**
     * Changes a value in place, or a new one; what {@link #get} and {@link #put} do, for half.
     *
     * @param fresh the value of a key that has none
     * @param how it is changed, without touching this buffer
     */
    <R> R change(Bytes key, Supplier<V> fresh, Function<V, R> how) {
        return change(find(key), fresh, how);
    }

    /** The entry of a key, held from now on, also when there is no value. */
    Held<V> find(Bytes key) {
        Held<V> entry = held.get(key);
        if (entry == null) {
            byte[] stored = store.get(key);
            entry = new Held<>(key, stored == null ? null : decode(stored));
            hold(entry, stored == null ? 0 : stored.length);
        }
        return entry;
    }

    <R> R change(Held<V> entry, Supplier<V> fresh, Function<V, R> how) {
        V known = entry.value;
        V value = known == null ? fresh.get() : known;
        R result = how.apply(value);
        put(entry, value);
        return result;
    }

    private void change(Bytes key, @Nullable V value) {
        Held<V> entry = held.get(key);
        if (entry == null) {
            entry = new Held<>(key, null);
            hold(entry, 0);
        }
        put(entry, value);
    }

    void put(Held<V> entry, @Nullable V value) {
        if (entry.value == null && value != null) {
            weigh(entry, NEW_VALUE_BYTES);
        }
        entry.value = value;
        if (!entry.changed) {
            entry.changed = true;
            changedLast.add(entry);
        }
        if (!raised) {
            raised = true;
            signal.raise();
        }
        makeRoom();
    }

    /** What changed, in the order of keys. */
    private NavigableMap<Bytes, Held<V>> changed() {
        for (Held<V> entry : changedLast) {
            changed.put(entry.key, entry);
        }
        changedLast.clear();
        return changed;
    }

    private void hold(Held<V> entry, int valueBytes) {
        held.put(entry.key, entry);
        weigh(entry, valueBytes);
    }

    private void weigh(Held<V> entry, int valueBytes) {
        long bytes = ENTRY_BYTES + (long) HEAP_FACTOR * valueBytes;
        account(bytes - entry.bytes);
        entry.bytes = bytes;
    }

    private void account(long moreBytes) {
        heldBytes += moreBytes;
        memory.take(moreBytes);
    }

    /** Lets go of what was not used lately. */
    private void makeRoom() {
        while (memory.wants(heldBytes) && held.size() > 1) {
            Held<V> resting = held.removeOne();
            if (resting.changed) {
                write(takeChanged());
            }
            account(-resting.bytes);
        }
    }

    private void letGo(Held<V> entry) {
        if (held.remove(entry.key)) {
            account(-entry.bytes);
        }
    }

    /** Writes what changed. */
    void write() {
        raised = false;
        write(takeChanged());
        if (keep == Stores.Keep.UNTIL_WRITTEN) {
            letGoOfAll();
        }
    }

    private void letGoOfAll() {
        held.clear();
        account(-heldBytes);
    }

    /** What changed, in the order of keys; from then on it counts as written. */
    private List<Held<V>> takeChanged() {
        List<Held<V>> all = new ArrayList<>(changed.values());
        all.addAll(changedLast);
        all.sort((one, other) -> one.key.compareTo(other.key));
        changed.clear();
        changedLast.clear();
        return all;
    }

    private void write(Collection<Held<V>> part) {
        if (part.isEmpty()) {
            return;
        }
        writes++;
        List<KeyValue<Bytes, byte[]>> written = new ArrayList<>(part.size());
        for (Held<V> entry : part) {
            byte[] bytes = entry.value == null ? null : form.serializer().serialize(store.name(), entry.value);
            written.add(KeyValue.pair(entry.key, bytes));
            entry.changed = false;
            if (bytes == null) {
                letGo(entry);
            } else {
                weigh(entry, bytes.length);
            }
        }
        store.putAll(written);
    }

    /** Drops everything: what was not written was not committed either. */
    void drop() {
        letGoOfAll();
        changed.clear();
        changedLast.clear();
        raised = false;
    }

    @Override
    public KeyValueIterator<Bytes, V> range(Bytes from, Bytes to) {
        NavigableMap<Bytes, Held<V>> part = changed().subMap(from, true, to, true);
        write(part.values());
        part.clear();
        return readRange(from, to);
    }

    @Override
    public KeyValueIterator<Bytes, V> all() {
        write(takeChanged());
        return readAll();
    }

    @Override
    public long approximateNumEntries() {
        return store.approximateNumEntries() + changed.size() + changedLast.size();
    }

    /** The value of a key as last written; for other threads, too. */
    @Nullable V read(Bytes key) {
        byte[] stored = store.get(key);
        return stored == null ? null : decode(stored);
    }

    KeyValueIterator<Bytes, V> readRange(Bytes from, Bytes to) {
        return new DecodedEntries<>(store.range(from, to), this::decode);
    }

    KeyValueIterator<Bytes, V> readAll() {
        return new DecodedEntries<>(store.all(), this::decode);
    }

    private V decode(byte[] stored) {
        return form.deserializer().deserialize(store.name(), stored);
    }
}
