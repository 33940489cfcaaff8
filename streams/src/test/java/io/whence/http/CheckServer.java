/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.whence.domain.cases.Scope;
import io.whence.gateway.Gate;
import io.whence.gateway.SampleGate;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSources;
import io.whence.geo.MaxMindLocator;
import io.whence.news.NewsBoard;
import io.whence.query.Samples;
import java.time.Clock;
import java.util.List;

/**
 * The API as a process of its own, to be measured: 100,000 organizations are refused in China, addresses are looked up
 * in the bundled database, and every request must bring a token. Ends when its input does.
 */
final class CheckServer {

    static final int ORGANIZATIONS = 100_000;
    static final String TOKEN = "gate";

    private CheckServer() {}

    public static void main(String[] arguments) throws Exception {
        SampleGate sample = new SampleGate();
        for (int number = 0; number < ORGANIZATIONS; number++) {
            sample.refuse("org-" + number, Scope.LOCATION, "CN");
        }
        MaxMindLocator locator = new MaxMindLocator(GeoDatabases.open(GeoSources.bundled()));
        Gate gate = new Gate(sample.gate().table(), locator, () -> SampleGate.NOON);
        HttpSettings settings =
                new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES, Tokens.parse(TokensTest.LINES));
        try (WhenceServer server = new WhenceServer(
                        settings,
                        new Sources(
                                Samples.two().queriesWith(Clock.systemUTC()), gate, new SampleDesk(), new NewsBoard()),
                        new Health(List.of(), List.of()),
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))
                .start()) {
            System.out.println("port " + server.port());
            int heard;
            do {
                heard = System.in.read();
            } while (heard >= 0);
        }
    }
}
