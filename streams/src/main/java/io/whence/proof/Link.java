/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import java.util.List;

/**
 * An entry with its place in a chain: as it says itself when its hash fits, otherwise as the rest of the export says.
 *
 * @param entry the entry
 * @param chain the chain it belongs to
 * @param sequence its place there
 * @param previousHash the hash it followed
 * @param hash the hash it had
 * @param intact whether its hash fits what it says
 * @param changed the fields that were changed since; empty when none was, or when it cannot be told
 */
record Link(
        Entry entry,
        ChainId chain,
        long sequence,
        String previousHash,
        String hash,
        boolean intact,
        List<String> changed) {

    static Link intact(Entry entry) {
        return asWritten(entry, true);
    }

    static Link asWritten(Entry entry, boolean intact) {
        var event = entry.event();
        return new Link(
                entry, ChainId.of(event), event.sequence(), event.previousHash(), event.hash(), intact, List.of());
    }

    boolean sameAs(Link other) {
        return entry.event().equals(other.entry.event());
    }

    boolean moved() {
        return !chain.equals(ChainId.of(entry.event()))
                || sequence != entry.event().sequence();
    }
}
