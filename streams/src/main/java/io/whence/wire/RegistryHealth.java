/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the schema registry answers; readiness asks this. Logs each outage once, and its end. */
public final class RegistryHealth implements RegistryListener {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHealth.class);

    private final InstantSource clock;
    private final AtomicReference<Optional<Outage>> outage = new AtomicReference<>(Optional.empty());

    public RegistryHealth(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A time without answers that is not over.
     *
     * @param since when the first answer was missed
     * @param why the latest fault, in words
     */
    public record Outage(Instant since, String why) {}

    /** The outage that is going on, if there is one. */
    public Optional<Outage> outage() {
        return Objects.requireNonNull(outage.get());
    }

    @Override
    public void unavailable(String why) {
        var before = outage.getAndUpdate(
                known -> Optional.of(new Outage(known.map(Outage::since).orElseGet(clock::instant), why)));
        if (before.isEmpty()) {
            LOG.warn("schema registry unavailable, waiting: {}", why);
        }
    }

    @Override
    public void available() {
        outage.getAndSet(Optional.empty())
                .ifPresent(over -> LOG.info("schema registry available again, was away since {}", over.since()));
    }
}
