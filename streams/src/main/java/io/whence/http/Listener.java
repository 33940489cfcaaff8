/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;

/** A port that answers a table of routes, and says the same about safety on each of them. */
final class Listener implements AutoCloseable {

    /** Bytes a second below which a body is not waited for: slower than any network, quicker than who only holds on. */
    static final int MIN_BODY_RATE = 200;

    private final HttpSettings settings;
    private final int wantedPort;
    private final Guard guard;
    private final Javalin javalin;

    Listener(HttpSettings settings, int wantedPort, List<Route> routes) {
        this(settings, wantedPort, routes, server -> {});
    }

    private Listener(HttpSettings settings, int wantedPort, List<Route> routes, Consumer<Server> before) {
        this.settings = settings;
        this.wantedPort = wantedPort;
        this.guard = new Guard(settings);
        this.javalin = Javalin.create(config -> {
            configure(config, routes);
            config.jetty.modifyServer(before);
        });
    }

    /** One that lets some requests by before they come to the routes. */
    static Listener with(ExpressLane lane, HttpSettings settings, List<Route> routes) {
        return new Listener(settings, settings.port(), routes, server -> {
            server.setDynamic(false);
            lane.setHandler(new MinimumDataRateHandler(MIN_BODY_RATE, 0));
            server.setHandler(lane);
        });
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        Tls tls = settings.tls();
        ServerConnector connector = tls == null
                ? new ServerConnector(server, new HttpConnectionFactory(http))
                : tls.connector(server, http);
        connector.setHost(settings.host());
        connector.setPort(wantedPort);
        connector.addBean(new FirstRequest(server.getScheduler(), FirstRequest.PATIENCE));
        return connector;
    }

    private void configure(JavalinConfig config, List<Route> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.addConnector(this::connector);
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.jetty.modifyServer(server -> server.setErrorHandler(new UnroutedProblem()));
        config.routes.before(guard::receive);
        config.routes.after(guard::record);
        routes.forEach(route -> route.answered()
                .forEach(method -> config.routes.addHttpHandler(method, route.path(), guard.guarded(route))));
        Problems.map(config.routes);
    }

    void start() {
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            throw new PortTakenException(settings.host(), wantedPort, taken);
        }
    }

    int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
