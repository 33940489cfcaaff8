/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API with its page, and on another port what operators ask: health, readiness, metrics. */
public final class WhenceServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WhenceServer.class);

    private final Callers callers;
    private final EventStream stream;
    private final Listener api;
    private final Listener management;

    /**
     * A server that does not listen yet.
     *
     * @param settings where it will listen
     * @param sources what it answers from
     * @param health when it is alive and ready
     * @param registry the metrics it adds its own to and shows
     */
    public WhenceServer(HttpSettings settings, Sources sources, Health health, PrometheusMeterRegistry registry) {
        this.callers = settings.callers();
        this.stream = new EventStream(sources.news());
        new GateMetrics(sources.gate()).bindTo(registry);
        StatusApi status = new StatusApi(health, registry, sources.gate());
        List<Route> routes = Stream.of(
                        Routes.api(sources, stream),
                        Routes.status(status),
                        Routes.instances(sources.rows()),
                        Routes.page())
                .flatMap(List::stream)
                .toList();
        this.api = Listener.with(new ExpressLane(sources.gate(), settings), settings, routes);
        this.management = new Listener(
                settings.withoutTokens(),
                settings.managementPort(),
                Routes.management(health, new StateMetrics(sources.own(), registry)));
    }

    /**
     * Starts to listen: health first, so that it can be asked from the beginning.
     *
     * @return this
     */
    public WhenceServer start() {
        management.start();
        api.start();
        LOG.info("listening api={} management={}", port(), managementPort());
        if (!callers.required() && !callers.everybodyReads()) {
            LOG.warn("{}", ForbiddenException.closed().getMessage());
        }
        return this;
    }

    /** The port of the API and the page, once started. */
    public int port() {
        return api.port();
    }

    /** The port of health and metrics, once started. */
    public int managementPort() {
        return management.port();
    }

    /** Stops listening; streams end. */
    @Override
    public void close() {
        stream.close();
        api.close();
        management.close();
    }
}
