/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What operators ask of a process that has no API: health, readiness and metrics, as those of the application. */
public final class ManagementServer implements AutoCloseable {

    private final Listener listener;

    /**
     * A server that does not listen yet.
     *
     * @param settings where it will listen; the port of the API is not used
     * @param health when the process is alive and ready
     * @param registry the metrics it shows
     */
    public ManagementServer(HttpSettings settings, Health health, PrometheusMeterRegistry registry) {
        this.listener = new Listener(
                settings.withoutTokens(),
                settings.managementPort(),
                Routes.management(
                        health,
                        asked -> asked.contentType(StateMetrics.CONTENT_TYPE).result(registry.scrape())));
    }

    /** Starts to listen. */
    public void start() {
        listener.start();
    }

    /** The port, once started. */
    public int port() {
        return listener.port();
    }

    @Override
    public void close() {
        listener.close();
    }
}
