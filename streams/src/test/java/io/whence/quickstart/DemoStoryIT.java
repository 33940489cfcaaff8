/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.app.Backtest;
import io.whence.app.Settings;
import io.whence.config.ConfigLoader;
import io.whence.config.PolicyYaml;
import io.whence.domain.access.Cidr;
import io.whence.domain.access.TrustedProxies;
import io.whence.domain.cases.Notice;
import io.whence.domain.policy.PolicyCompilation;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSources;
import io.whence.geo.MaxMindLocator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sample through the topology: what the stories promise must be what a user sees. */
class DemoStoryIT {
    private static final Instant TODAY = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void theNoticesTellTheStoriesAndNobodyElseIsAccused() throws Exception {
        var check = new SampleTraffic().expectation();
        var notices = notices();

        assertThat(check.missing(notices)).isEmpty();
        assertThat(check.wrong(notices)).isEmpty();
    }

    private static List<Notice> notices() throws Exception {
        var demo = new DemoTraffic();
        try (var backtest = backtest()) {
            var policy = (PolicyCompilation.Compiled)
                    PolicyYaml.load(SampleTraffic.POLICY).compile();
            backtest.policy(policy.policy());
            demo.organizations().forEach(known -> backtest.organization(known.organization()));
            demo.events().forEach(backtest::accept);
            backtest.finish();
            return backtest.drain().notices();
        }
    }

    private static Backtest backtest() throws Exception {
        var proxies = DemoTraffic.TRUSTED_PROXIES.stream().map(Cidr::parse).toList();
        return new Backtest(
                new MaxMindLocator(GeoDatabases.open(GeoSources.bundled())),
                new TrustedProxies(proxies, 0),
                Settings.tallyRules(new ConfigLoader().load()),
                "test".getBytes(StandardCharsets.UTF_8),
                TODAY);
    }
}
