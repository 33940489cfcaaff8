/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;

/** A store of a {@link Replay}: in memory, and gone with it. */
abstract class HeldStore implements StateStore {

    private final String name;

    HeldStore(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void init(StateStoreContext context, StateStore root) {
        throw notAsked();
    }

    @Override
    public final void close() {}

    @Override
    public final boolean persistent() {
        return false;
    }

    @Override
    public final boolean isOpen() {
        return true;
    }

    /** What Kafka's interfaces ask of a replay, and no step of ours does. */
    static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("no step of ours asks for it");
    }
}
