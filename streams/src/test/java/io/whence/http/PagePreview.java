/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.whence.gateway.SampleGate;
import io.whence.news.NewsBoard;
import io.whence.query.SampleState;
import io.whence.query.Samples;
import java.time.Clock;
import java.util.List;

/** Serves the page over made-up state, to look at: run it and open http://127.0.0.1:8080. */
public final class PagePreview {

    private PagePreview() {}

    public static void main(String[] arguments) {
        SampleState state = arguments.length > 0 ? new SampleState() : Samples.all();
        new WhenceServer(
                        HttpSettings.DEFAULT,
                        new Sources(
                                state.queriesWith(Clock.systemUTC()),
                                new SampleGate().gate(),
                                new SampleDesk(),
                                new NewsBoard()),
                        new Health(List.of(), List.of()),
                        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT))
                .start();
    }
}
