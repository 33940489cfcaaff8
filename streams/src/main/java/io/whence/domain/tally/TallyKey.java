/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.tally;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * Which tally: whose, on which UTC day, of which provenance.
 *
 * @param organizationId the organization
 * @param day UTC day of the events
 * @param provenance where they came from
 */
public record TallyKey(String organizationId, LocalDate day, Provenance provenance) implements Comparable<TallyKey> {

    private static final Comparator<TallyKey> ORDER = Comparator.comparing(TallyKey::organizationId)
            .thenComparing(TallyKey::day)
            .thenComparing(TallyKey::provenance);

    @Override
    public int compareTo(TallyKey other) {
        return ORDER.compare(this, other);
    }
}
