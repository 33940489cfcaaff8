/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Scope;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.policy.PolicyMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {

    private static final String CHINA = "1.119.192.1";
    private static final String CRIMEA = "91.244.232.1";
    private static final String FRANCE = "90.0.0.1";

    private final SampleGate sample =
            new SampleGate().place(CHINA, "CN-BJ").place(CRIMEA, "UA-43").place(FRANCE, "FR");

    @Test
    void refusesTheRegionAndLetsEveryOtherPass() {
        sample.refuse("org-1", Scope.LOCATION, "CN");

        Verdict refused = check("org-1", null, CHINA);
        assertThat(refused.allow()).isFalse();
        assertThat(refused.code()).isEqualTo("unsupported_country_region_territory");
        assertThat(refused.noticeId()).isEqualTo("notice-LOCATION");
        assertThat(refused.region()).hasToString("CN-BJ");
        assertThat(refused.policyId()).isEqualTo("openai-api");
        assertThat(check("org-1", null, FRANCE).allow()).isTrue();
        assertThat(check("org-2", null, CHINA)).isEqualTo(Verdict.allowed(Verdict.ALLOWED));
        assertThat(check("org-1", null, "not an address").allow()).isTrue();
        assertThat(check("org-1", null, "10.0.0.1").allow()).isTrue();
        assertThat(check("org-1", null, null).allow()).isTrue();
    }

    @Test
    void anOrderAboutASubdivisionLeavesTheRestOfTheCountryAlone() {
        sample.place("91.0.0.1", "UA-30").place("91.0.0.2", "UA").refuse("org-1", Scope.LOCATION, "UA-43");

        assertThat(check("org-1", null, CRIMEA).allow()).isFalse();
        assertThat(check("org-1", null, "91.0.0.1").allow()).isTrue();
        assertThat(check("org-1", null, "91.0.0.2").allow())
                .as("not known which part")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = NetworkType.class,
            names = {"VPN", "PROXY", "RESIDENTIAL_PROXY", "TOR", "EDGE_PLATFORM", "SASE"})
    void aPlaceThatIsMaskedOrChosenByAProviderIsNotOneToRefuseBy(NetworkType network) {
        sample.place("1.2.3.4", "CN", network, null).refuse("org-1", Scope.LOCATION, "CN");

        assertThat(check("org-1", null, "1.2.3.4").allow()).isTrue();
    }

    @Test
    void aDisputedPlaceIsNotOneToRefuseByAndAConfirmedOneIs() {
        sample.place("1.2.3.4", "CN", NetworkType.EYEBALL, "SG")
                .place("1.2.3.5", "CN", NetworkType.EYEBALL, "CN")
                .refuse("org-1", Scope.LOCATION, "CN");

        assertThat(check("org-1", null, "1.2.3.4").allow()).isTrue();
        assertThat(check("org-1", null, "1.2.3.5").allow()).isFalse();
    }

    @Test
    void theSmallestScopeAnswers() {
        sample.refuse("org-1", Scope.ORGANIZATION, "org-1")
                .refuse("org-1", Scope.KEY, "key-1")
                .refuse("org-1", Scope.LOCATION, "CN")
                .refuse("org-1", Scope.PROJECT, "proj-1");

        assertThat(check("org-1", "key-1", CHINA).scope()).isEqualTo(Scope.LOCATION);
        assertThat(check("org-1", "key-1", FRANCE).scope()).isEqualTo(Scope.KEY);
        assertThat(check("org-1", "key-2", FRANCE).scope()).isEqualTo(Scope.ORGANIZATION);
    }

    @Test
    void aShadowIsShownAndNeverRefuses() {
        sample.hear(SampleGate.order("org-1", Scope.LOCATION, "CN", 1, true, PolicyMode.SHADOW));

        Verdict shown = check("org-1", null, CHINA);

        assertThat(shown.allow()).isTrue();
        assertThat(shown.shadow()).isTrue();
        assertThat(shown.code()).isEqualTo(EnforcementDecision.UNSUPPORTED_REGION);
    }

    @Test
    void aShadowOfASmallerScopeDoesNotHideALiveOrder() {
        sample.hear(SampleGate.order("org-1", Scope.LOCATION, "CN", 1, true, PolicyMode.SHADOW))
                .refuse("org-1", Scope.KEY, "key-1");

        assertThat(check("org-1", "key-1", CHINA).allow()).isFalse();
    }

    @Test
    void nothingIsRefusedBeforeTheOrderTakesEffectNorAfterItsTimeToLive() {
        sample.refuse("org-1", Scope.ORGANIZATION, "org-1");
        Gate gate = sample.gate();
        Instant before = SampleGate.NOON.minusMillis(1);

        assertThat(gate.check(new GatewayRequest("org-1", null, null, null, before))
                        .allow())
                .isTrue();
        sample.at(SampleGate.NOON.plus(EnforcementDecision.TTL).minusMillis(1));
        assertThat(check("org-1", null, null).allow()).isFalse();
        sample.at(SampleGate.NOON.plus(EnforcementDecision.TTL));
        assertThat(check("org-1", null, null).allow()).isTrue();
    }

    @Test
    void anOrderThatAllowsEndsTheRefusalAndAnOlderOneIsNotBelieved() {
        sample.hear(SampleGate.order("org-1", Scope.LOCATION, "CN", 2))
                .hear(SampleGate.order("org-1", Scope.LOCATION, "CN", 1, false, PolicyMode.LIVE));
        assertThat(check("org-1", null, CHINA).allow()).isFalse();

        sample.hear(SampleGate.order("org-1", Scope.LOCATION, "CN", 3, false, PolicyMode.LIVE));
        assertThat(check("org-1", null, CHINA).allow()).isTrue();
    }

    @Test
    void theKillSwitchLetsEverybodyPassUntilItIsReleased() {
        sample.refuse("org-1", Scope.LOCATION, "CN").control(ControlKind.STOP, Control.ALL, true);
        assertThat(check("org-1", null, CHINA).code()).isEqualTo(Verdict.STOPPED);
        assertThat(check("org-1", null, CHINA).allow()).isTrue();

        sample.control(ControlKind.STOP, Control.ALL, false);
        assertThat(check("org-1", null, CHINA).allow()).isFalse();
    }

    @Test
    void aFrozenRegionPassesWhateverTheScopeAndEveryOtherIsStillRefused() {
        sample.refuse("org-1", Scope.ORGANIZATION, "org-1").control(ControlKind.FREEZE_REGION, "CN", true);

        assertThat(check("org-1", null, CHINA).code()).isEqualTo(Verdict.REGION_FROZEN);
        assertThat(check("org-1", null, CHINA).allow()).isTrue();
        assertThat(check("org-1", null, CRIMEA).allow()).isFalse();
    }

    @Test
    void aFrozenOrganizationPassesAndNobodyElse() {
        sample.refuse("org-1", Scope.LOCATION, "CN")
                .refuse("org-2", Scope.LOCATION, "CN")
                .control(ControlKind.FREEZE_ORGANIZATION, "org-1", true);

        assertThat(check("org-1", null, CHINA).code()).isEqualTo(Verdict.ORGANIZATION_FROZEN);
        assertThat(check("org-2", null, CHINA).allow()).isFalse();
    }

    @Test
    void aDatabaseOlderThanHalfAYearRefusesNoPlaceButKeysStayRefused() {
        sample.refuse("org-1", Scope.LOCATION, "CN")
                .refuse("org-1", Scope.KEY, "key-1")
                .databaseOf(SampleGate.NOON.minus(Duration.ofDays(181)));

        assertThat(check("org-1", null, CHINA).code()).isEqualTo(Verdict.STALE_DATABASE);
        assertThat(check("org-1", null, CHINA).allow()).isTrue();
        assertThat(check("org-1", "key-1", FRANCE).allow()).isFalse();
    }

    @Test
    void nothingIsRefusedBeforeAllOrdersAreRead() {
        sample.refuse("org-1", Scope.ORGANIZATION, "org-1");
        Gate early = new Gate(sample.table(), sample, () -> SampleGate.NOON);

        assertThat(early.check(request("org-1", null, CHINA))).isEqualTo(Verdict.allowed(Verdict.NOT_READY));
    }

    private Verdict check(String organizationId, @Nullable String key, @Nullable String address) {
        return sample.gate().check(request(organizationId, key, address));
    }

    private static GatewayRequest request(String organizationId, @Nullable String key, @Nullable String address) {
        return new GatewayRequest(organizationId, key, null, address, SampleGate.NOON);
    }
}
