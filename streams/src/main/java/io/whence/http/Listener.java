/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;

/** A port that answers GET and HEAD for a table of routes, and says the same about safety on each of them. */
final class Listener implements AutoCloseable {

    private final HttpSettings settings;
    private final int wantedPort;
    private final Javalin javalin;

    Listener(HttpSettings settings, int wantedPort, List<Route> routes) {
        this.settings = settings;
        this.wantedPort = wantedPort;
        this.javalin = Javalin.create(config -> configure(config, routes));
    }

    private void configure(JavalinConfig config, List<Route> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(server -> server.setErrorHandler(new UnroutedProblem()));
        config.routes.before(this::guard);
        routes.forEach(route -> config.routes.addHttpHandler(route.method(), route.path(), route.handler()));
        Problems.map(config.routes);
    }

    private void guard(Context asked) {
        Security.addHeaders(asked);
        String host = asked.header("Host");
        if (host == null || !Security.answersTo(host, settings)) {
            throw new MisdirectedException();
        }
    }

    void start() {
        javalin.start(settings.host(), wantedPort);
    }

    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
