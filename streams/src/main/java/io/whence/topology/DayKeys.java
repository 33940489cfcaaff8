/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.tally.Provenance;
import io.whence.domain.tally.TallyKey;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;

/**
 * The keys of what an organization has in the stores, and on the day of its last request; made once for many of them.
 */
final class DayKeys {

    private final String organizationId;
    private final Bytes organization;
    private final Map<Provenance, Bytes> tallies = new HashMap<>();
    private LocalDate day = LocalDate.MIN;
    private Bytes evidence;

    private DayKeys(String organizationId) {
        this.organizationId = organizationId;
        this.organization = StoreKey.ofOrganization(organizationId);
        this.evidence = organization;
    }

    /** Key of the organization. */
    Bytes organization() {
        return organization;
    }

    /** Key of the facts of the day. */
    Bytes evidence() {
        return evidence;
    }

    /** Key of the tally of the day and a provenance. */
    Bytes tally(Provenance provenance) {
        return tallies.computeIfAbsent(provenance, from -> StoreKey.ofTally(new TallyKey(organizationId, day, from)));
    }

    private DayKeys on(LocalDate asked) {
        if (!day.equals(asked)) {
            day = asked;
            evidence = StoreKey.from(organizationId, asked);
            tallies.clear();
        }
        return this;
    }

    /** Those of the organizations that sent something last. */
    static final class Ring {

        private static final int HELD = 4096;

        private final Map<String, DayKeys> byOrganization = new LinkedHashMap<>(HELD, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, DayKeys> eldest) {
                return size() > HELD;
            }
        };

        DayKeys of(String organizationId, LocalDate day) {
            return byOrganization.computeIfAbsent(organizationId, DayKeys::new).on(day);
        }
    }
}
