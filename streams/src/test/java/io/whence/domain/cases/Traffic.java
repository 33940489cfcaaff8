/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.config.EvidenceFiles;
import io.whence.domain.evidence.EvidenceModel;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.DatabaseAge;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyCompilation;
import io.whence.domain.policy.PolicyCompiler;
import io.whence.domain.policy.PolicyDocument;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Egress;
import io.whence.domain.tally.Provenance;
import io.whence.domain.tally.Tally;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An organization's traffic, told day by day. */
final class Traffic {

    static final EvidenceModel MODEL = EvidenceFiles.bundled();
    static final LocalDate FIRST = LocalDate.parse("2024-06-24");

    private final List<DayTally> tallies = new ArrayList<>();

    /** So many requests a day from a region, on consecutive days from the first on. */
    Traffic from(String region, int days, int requestsADay) {
        return from(region, NetworkType.EYEBALL, Agreement.UNCHECKED, days, requestsADay);
    }

    Traffic from(String region, NetworkType type, Agreement agreement, int days, int requestsADay) {
        for (int day = 0; day < days; day++) {
            add(FIRST.plusDays(day), new Provenance(new Region(region), type, agreement), requestsADay, false);
        }
        return this;
    }

    /** A run of days that begins so many days after the first. */
    Traffic journey(String region, int after, int days, int requestsADay) {
        Provenance provenance = new Provenance(new Region(region), NetworkType.EYEBALL, Agreement.UNCHECKED);
        return journey(provenance, after, days, requestsADay);
    }

    Traffic journey(Provenance provenance, int after, int days, int requestsADay) {
        for (int day = after; day < after + days; day++) {
            add(FIRST.plusDays(day), provenance, requestsADay, false);
        }
        return this;
    }

    Traffic refusedFrom(String region, int days, int requestsADay) {
        for (int day = 0; day < days; day++) {
            Provenance provenance = new Provenance(new Region(region), NetworkType.EYEBALL, Agreement.UNCHECKED);
            add(FIRST.plusDays(day), provenance, requestsADay, true);
        }
        return this;
    }

    private void add(LocalDate day, Provenance provenance, int requests, boolean refused) {
        Tally tally = new Tally();
        for (int i = 0; i < requests; i++) {
            tally.count(day.atTime(12, 0).plusSeconds(i).toInstant(ZoneOffset.UTC), refused);
        }
        if (!refused) {
            tally.keys().add("key-1", requests);
            tally.networks().add(new Egress("198.51.100.0/24", 64500, "Example Net"), requests);
        }
        tally.addresses().add((long) provenance.hashCode() << 32, requests);
        tallies.add(new DayTally(day, provenance, tally));
    }

    List<DayTally> tallies() {
        return tallies;
    }

    /** What it comes to on the closing of a day, counted from the first as 1. */
    Assessment assessedAfter(int days) {
        LocalDate last = FIRST.plusDays(days - 1L);
        return new Assessor(policy("P15D"), MODEL)
                .assess(
                        Standpoint.of(Organization.unknown("org-1")),
                        last,
                        last.plusDays(1).atTime(6, 0).toInstant(ZoneOffset.UTC),
                        Observations.of(tallies),
                        DatabaseAge.FRESH);
    }

    /** Supports DE, FR, US and Ukraine but Crimea; announced on the first day, in force fifteen days later. */
    static RegionPolicy policy(String grace) {
        return policy(grace, "0");
    }

    /** The same with so many approvals before anybody is enforced against. */
    static RegionPolicy policy(String grace, String approvals) {
        return policy(new PolicyDocument.Enforcement(grace, approvals, null, null, null, null, null));
    }

    /** The same that is followed up like this. */
    static RegionPolicy policy(PolicyDocument.Enforcement enforcement) {
        PolicyDocument.Version version = new PolicyDocument.Version(
                "1",
                "Supported countries",
                "a test",
                "2024-06-24",
                "2024-06-24",
                "2024-07-09",
                "live",
                enforcement,
                "unsupported",
                List.of("DE", "FR", "US", "UA"),
                List.of("HK", "MO"),
                List.of("UA-43"),
                "true",
                List.of(),
                Map.of(),
                List.of(),
                List.of());
        PolicyCompilation compilation = PolicyCompiler.compile(new PolicyDocument("test-policy", List.of(version)));
        if (compilation instanceof PolicyCompilation.Compiled compiled) {
            return compiled.policy();
        }
        throw new AssertionError(compilation);
    }
}
