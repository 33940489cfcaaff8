/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Exemption;
import io.whence.domain.cases.ExemptionUse;
import io.whence.domain.cases.Families;
import io.whence.domain.cases.GroupTraffic;
import io.whence.domain.cases.Organization;
import io.whence.domain.origin.Region;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FamilySearchTest {

    private static Organization profile(String id, @Nullable String parent, Exemption... exemptions) {
        return new Organization(id, null, null, null, null, null, null, parent, List.of(), List.of(exemptions));
    }

    private static SampleState group() {
        SampleState state = new SampleState()
                .add(profile("lab", "group"), Flow.from("CN", 940), Flow.from("DE", 100))
                .add(profile("office", "group"), Flow.from("DE", 900))
                .add(profile("lab-of-the-office", "office"), Flow.from("CN", 700))
                .add(profile("stranger", null), Flow.from("CN", 500));
        state.memory().put(profile("group", null));
        return state;
    }

    @Test
    void aParentThatSendsNothingShowsWhatItsChildrenSendAndWhereTheyStand() {
        WhenceQueries queries = group().queries();

        OrganizationFamily family = queries.family("group").orElseThrow();

        assertThat(family.members())
                .extracting(member -> member.organization().organizationId())
                .containsExactly("group", "lab", "office", "lab-of-the-office");
        long apart = queries.organization("lab").orElseThrow().requests()
                + queries.organization("office").orElseThrow().requests()
                + queries.organization("lab-of-the-office").orElseThrow().requests();
        assertThat(family.requests()).isEqualTo(apart).isPositive();
        assertThat(family.regions().stream().mapToLong(RegionSum::requests).sum())
                .isEqualTo(apart);
        assertThat(family.regions()).extracting(sum -> sum.region().code()).containsExactly("CN", "DE");
        assertThat(family.openWarnings()).isEqualTo(2);
        assertThat(family.casesByState()).containsEntry("CLEAR", 1);
        assertThat(family.problems()).isEmpty();
        assertThat(family.leftOff()).isZero();
    }

    @Test
    void theParentShowsWhatItsChildrenComeToTogether() {
        WhenceQueries queries = group().queries();
        long lab = chinese(queries, "lab");
        long below = chinese(queries, "lab-of-the-office");

        assertThat(chinese(queries, "group")).isEqualTo(lab + below).isGreaterThan(lab);
        assertThat(chinese(queries, "office")).isEqualTo(below);
    }

    private static long chinese(WhenceQueries queries, String organizationId) {
        return queries.family(organizationId).orElseThrow().together().stream()
                .filter(one -> one.region().equals(new Region("CN")))
                .mapToLong(GroupTraffic::requests)
                .sum();
    }

    @Test
    void aCircleOfProfilesIsNamed() {
        SampleState state = group();
        state.memory().put(profile("group", "lab-of-the-office"));

        assertThat(state.queries().family("group").orElseThrow().problems())
                .containsExactly(new Families.Problem(Families.Fault.CYCLE, "group", "lab-of-the-office"));
    }

    @Test
    void whoIsNotKnownHasNoFamily() {
        assertThat(group().queries().family("nobody")).isEmpty();
    }

    @Test
    void usesOfAnExemptionAreCounted() {
        Exemption licence = new Exemption(
                "licence-7",
                null,
                Set.of(new Region("CN")),
                "Jane Doe",
                "LICENCE",
                "GL-D-1",
                Instant.parse("2024-01-01T00:00:00Z"),
                Instant.parse("2024-07-20T00:00:00Z"));
        WhenceQueries queries = new SampleState()
                .add(profile("lab", null, licence), Flow.from("CN", 940), Flow.from("DE", 100))
                .queries();

        assertThat(queries.exemptions("lab").orElseThrow()).singleElement().satisfies(use -> {
            assertThat(use.exemption()).isEqualTo(licence);
            assertThat(use.state()).isEqualTo(ExemptionUse.State.LAPSES_SOON);
            assertThat(use.requests()).isPositive();
            assertThat(use.days()).isEqualTo(33);
        });
        assertThat(queries.exemptions("nobody")).isEmpty();
    }
}
