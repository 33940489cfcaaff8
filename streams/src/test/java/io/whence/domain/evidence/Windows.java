/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Standing;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Windows of an organization at home in the United States, where China alone is unsupported. */
final class Windows {

    private Windows() {}

    /** A window that ends with its last day; {@code personal} is its share of requests over lines of people. */
    static EvidenceWindow of(NavigableMap<LocalDate, EvidenceDay> days, LocalDate last, double personal) {
        return new EvidenceWindow(
                last,
                days,
                new TreeMap<>(),
                region -> region.code().equals("CN") ? Standing.UNSUPPORTED : Standing.SUPPORTED,
                new Region("US"),
                null,
                Map.of(),
                personal);
    }
}
