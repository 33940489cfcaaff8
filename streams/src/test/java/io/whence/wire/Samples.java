/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.domain.access.Cidr;
import io.whence.domain.access.DeadLetter;
import io.whence.domain.cases.Assessment;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Cause;
import io.whence.domain.cases.Classification;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.Exemption;
import io.whence.domain.cases.JudgedTally;
import io.whence.domain.cases.KeyUse;
import io.whence.domain.cases.NetworkUse;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.cases.Organization;
import io.whence.domain.cases.Paces;
import io.whence.domain.cases.RegionTraffic;
import io.whence.domain.cases.Rhythm;
import io.whence.domain.evidence.Family;
import io.whence.domain.evidence.Finding;
import io.whence.domain.evidence.Verdict;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Region;
import io.whence.domain.policy.PolicyCompiler;
import io.whence.domain.policy.PolicyDocument;
import io.whence.domain.policy.PolicyMode;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Egress;
import io.whence.domain.tally.Provenance;
import io.whence.domain.tally.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One of everything that travels, with every field set. */
final class Samples {
    static final Instant DAY = Instant.parse("2024-07-09T00:00:00Z");
    static final String HASH = "0123456789abcdef".repeat(4);
    static final Region CHINA = new Region("CN");

    private Samples() {}

    static Finding finding() {
        return new Finding(
                "DIRECT_EGRESS_CN",
                Family.DIRECT_EGRESS,
                21.5,
                DAY,
                Wire.NOON,
                "900 requests on 3 days came straight out of networks in China.");
    }

    static RegionTraffic traffic() {
        return new RegionTraffic(
                CHINA,
                Standing.UNSUPPORTED,
                1_000,
                900,
                0.625,
                4,
                3,
                2,
                17,
                DAY,
                Wire.NOON,
                Agreement.CONFIRMED,
                Classification.EDGE_PLATFORM,
                List.of(new KeyUse("key-1", 800)),
                List.of(
                        new NetworkUse(new Egress("203.0.113.0/24", 4134, "Example Telecom"), NetworkType.EYEBALL, 700),
                        new NetworkUse(new Egress("2001:db8::/48", 0, null), NetworkType.UNKNOWN, 100)),
                30,
                20);
    }

    static Notice notice() {
        return new Notice(
                "0123456789abcdef0123456789abcdef",
                "org-1",
                "Example Ltd",
                "case-1",
                NoticeKind.WARNING,
                Classification.DIRECT,
                PolicyMode.LIVE,
                Wire.NOON,
                "openai-api",
                1,
                "OpenAI API, supported countries and territories",
                Instant.parse("2024-07-24T12:00:00.123Z"),
                DAY.minusSeconds(86_400),
                DAY,
                List.of(traffic()),
                0.587,
                1.5,
                "2026-11",
                List.of(
                        finding(),
                        new Finding("PRIOR", Family.PRIOR, -20.0, null, null, "1 customer in 100 is taken to.")),
                Classification.TRAVELLER,
                0.413,
                "1,000 requests from China in one day.",
                "Stop using the API from CN.",
                List.of(new DatabaseBuild("GeoLite2-City", DAY, HASH)),
                0.998,
                null);
    }

    static CaseEvent caseEvent() {
        var event = new CaseEvent(
                "case-1",
                "org-1",
                "openai-api",
                1,
                Wire.NOON,
                "OBSERVED",
                "NOTICED",
                "WARNING",
                "WARNING CN",
                CaseEvent.SYSTEM,
                "action-1",
                List.of("0123456789abcdef0123456789abcdef"),
                CaseEvent.NO_HASH,
                "");
        return new CaseEvent(
                event.caseId(),
                event.organizationId(),
                event.policyId(),
                event.sequence(),
                event.at(),
                event.from(),
                event.to(),
                event.reason(),
                event.cause(),
                event.actor(),
                event.actionId(),
                event.noticeIds(),
                event.previousHash(),
                event.expectedHash());
    }

    static Control control(@Nullable Instant until) {
        return new Control("control-1", ControlKind.FREEZE_REGION, "HK", true, "officer-1", "DISPUTED", DAY, until);
    }

    static Organization organization() {
        return new Organization(
                "org-1",
                "Example Ltd",
                new Region("DE"),
                new Region("US"),
                DAY,
                "compliance@example.com",
                "de-DE",
                "org-0",
                List.of(Cidr.parse("203.0.113.0/24"), Cidr.parse("2001:db8::/32")),
                List.of(new Exemption(
                        "exemption-1",
                        "openai-api",
                        Set.of(CHINA),
                        "officer-1",
                        "LICENCE",
                        "GL-8A",
                        DAY,
                        DAY.plusSeconds(86_400))));
    }

    static DeadLetter deadLetter(byte[] payload) {
        return new DeadLetter(
                "TRUNCATED_BODY",
                "event_id",
                "the record ends here",
                "access-logs",
                3,
                1L << 40,
                DAY,
                new byte[] {1, 2},
                payload);
    }

    static RegionPolicy policy() {
        return PolicyCompiler.compile(new PolicyDocument(
                        "example-api",
                        List.of(version("1", "2024-06-24", "2024-07-09"), version("2", "2024-10-01", "2025-01-01"))))
                .orThrow();
    }

    private static PolicyDocument.Version version(String number, String announced, String effective) {
        return new PolicyDocument.Version(
                number,
                "Where the API may be used",
                "An example",
                "2024-06-24",
                announced,
                effective,
                "live",
                new PolicyDocument.Enforcement("P15D", "0", "P2D", "P10D", "P20D", "P60D", "refused"),
                "unsupported",
                List.of("US", "UA", "GB", "FR"),
                List.of(),
                List.of("UA-43", "UA-14"),
                "true",
                List.of("GF"),
                Map.of("requests", "50", "share", "0.0001"),
                List.of("chat", "images"),
                List.of("Jane Doe", "Max Example"));
    }

    static JudgedTally judgedTally() {
        var tally = new Tally();
        tally.count(1_000, 25, DAY.toEpochMilli(), Wire.NOON.toEpochMilli());
        tally.keys().add("key-1", 600);
        tally.keys().add("key-2", 375);
        tally.networks().add(new Egress("203.0.113.0/24", 4134, "Example Telecom"), 900);
        tally.networks().add(new Egress("198.51.100.0/24", 0, null), 75);
        tally.addresses().add(1L, 500);
        tally.addresses().add(2L, 475);
        var provenance = new Provenance(CHINA, NetworkType.EYEBALL, Agreement.DISPUTED, "chat");
        return new JudgedTally(
                "org-1",
                new DayTally(LocalDate.parse("2024-07-09"), provenance, tally),
                List.of(new JudgedTally.PolicyStanding("openai-api", 1, Standing.INDETERMINATE)));
    }

    static Assessment assessment() {
        return new Assessment(
                "org-1",
                policy().versions().get(0),
                true,
                Wire.NOON,
                DAY.minusSeconds(86_400),
                DAY,
                1_600,
                0.998,
                List.of(traffic()),
                new Verdict("test", 1.5, List.of(finding()), Map.of()),
                Classification.TRAVELLER,
                List.of(new Cause(NoticeKind.WARNING, CHINA, Classification.DIRECT, 1)),
                new Paces(Map.of(CHINA, Rhythm.at(9, 10.5)), Rhythm.at(9, 3), Rhythm.at(9, 2)),
                Map.of(CHINA, DAY));
    }
}
