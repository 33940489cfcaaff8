/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.CaseEvent;
import org.apache.kafka.common.utils.Bytes;

/**
 * The latest transitions of each case, for whoever asks; all of them are on the topic {@code case-events}.
 *
 * @param store where they are kept
 */
record CaseHistory(Buffer<CaseEvent> store) {

    /** How many are kept of an organization under a policy: years of an ordinary case. */
    static final int KEPT = 200;

    void add(CaseEvent event) {
        store.put(key(event, event.sequence()), event);
        if (event.sequence() > KEPT) {
            store.delete(key(event, event.sequence() - KEPT));
        }
    }

    private static Bytes key(CaseEvent event, long sequence) {
        return StoreKey.ofCaseEvent(event.organizationId(), event.policyId(), sequence);
    }
}
