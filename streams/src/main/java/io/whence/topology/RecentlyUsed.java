/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Items by key, of which one that was not used lately can go. A use only sets a flag in the item ("second chance":
 * Corbató, "A paging experiment with the Multics system", 1968), so that whoever holds an item uses it without looking
 * it up.
 *
 * <p>Not safe for use by several threads.
 *
 * @param <K> key
 * @param <I> item
 */
final class RecentlyUsed<K, I extends RecentlyUsed.Item> {

    private final Map<K, I> items = new LinkedHashMap<>();

    /** What is kept here. */
    abstract static class Item {
        /** Whether it was used since it was last passed over. */
        boolean used = true;

        /** Whether it was not let go. */
        boolean kept = true;
    }

    /** The item of a key, which is thereby used; null when there is none. */
    @Nullable I get(K key) {
        I item = items.get(key);
        if (item != null) {
            item.used = true;
        }
        return item;
    }

    void put(K key, I item) {
        items.put(key, item);
    }

    /** Lets go of the item of a key; false when there is none. */
    boolean remove(K key) {
        I item = items.remove(key);
        if (item != null) {
            item.kept = false;
        }
        return item != null;
    }

    /** Lets go of an item that was not used since it was last passed over. There must be one. */
    I removeOne() {
        while (true) {
            Map.Entry<K, I> first = items.entrySet().iterator().next();
            K key = first.getKey();
            I item = first.getValue();
            items.remove(key);
            if (!item.used) {
                item.kept = false;
                return item;
            }
            item.used = false;
            items.put(key, item);
        }
    }

    int size() {
        return items.size();
    }

    /** Lets go of everything. */
    void clear() {
        items.values().forEach(item -> item.kept = false);
        items.clear();
    }
}
