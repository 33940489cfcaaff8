/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Surge;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The surges of a task, one for each policy, and how many organizations it knows. A task sees the organizations of one
 * partition, which stand for all: they are spread over partitions by a hash.
 */
final class SurgeBook {

    private static final Logger LOG = LoggerFactory.getLogger(SurgeBook.class);

    /** No policy id holds a slash. */
    private static final Bytes KNOWN = key("/organizations");

    private final Buffer<Surge> store;
    private final Surge.Limit limit;
    private final ControlTable controls;

    /**
     * Opens the book.
     *
     * @param store where the surges rest
     * @param limit when a surge is too large
     * @param controls what officers released
     */
    SurgeBook(Buffer<Surge> store, Surge.Limit limit, ControlTable controls) {
        this.store = store;
        this.limit = limit;
        this.controls = controls;
    }

    /** Another organization was heard of for the first time. */
    static void meet(Buffer<Surge> store) {
        Surge known = store.get(KNOWN);
        store.put(KNOWN, new Surge(Surge.NONE.hour(), known == null ? 1 : known.touched() + 1, false));
    }

    /** Whether a step that newly warns or enforces may go on. */
    boolean lets(String policyId, ComplianceCase.Outcome step) {
        if (controls.released(policyId, step.after().asOf())) {
            store.delete(key(policyId));
            return true;
        }
        Surge known = store.get(key(policyId));
        Surge before = known == null ? Surge.NONE : known;
        Surge after = before.touching(step.after().asOf(), organizations(), limit);
        store.put(key(policyId), after);
        if (after.tripped() && !before.tripped()) {
            LOG.warn(
                    "breaker tripped, warnings and enforcement are parked until released policy={} touched={} known={}",
                    policyId,
                    after.touched(),
                    organizations());
        }
        return !after.tripped();
    }

    private long organizations() {
        Surge known = store.get(KNOWN);
        return known == null ? 0 : known.touched();
    }

    private static Bytes key(String text) {
        return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
