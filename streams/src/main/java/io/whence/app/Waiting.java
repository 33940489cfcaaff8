/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.wire.Patience;
import io.whence.wire.RegistryListener;
import java.time.InstantSource;

/** How long to wait for the schema registry. */
final class Waiting {

    private Waiting() {}

    /** Waits through an outage, within one transaction. */
    static Patience forRegistry(InstantSource clock, RegistryListener listener) {
        return Patience.sleeping(clock, listener);
    }

    /** Never waits: for a registry in memory. */
    static Patience forNothing(InstantSource clock) {
        return new Patience(Patience.Waits.DEFAULT, clock, pause -> {}, RegistryListener.none());
    }
}
