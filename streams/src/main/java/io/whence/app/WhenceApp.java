/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.whence.config.WhenceConfig;
import io.whence.domain.policy.RegionPolicy;
import io.whence.gateway.DecisionFeed;
import io.whence.gateway.DecisionTable;
import io.whence.gateway.Gate;
import io.whence.geo.GeoDatabaseWatcher;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSourceException;
import io.whence.geo.GeoSources;
import io.whence.geo.LoggingSwapListener;
import io.whence.geo.MaxMindLocator;
import io.whence.geo.SwapRules;
import io.whence.http.Health;
import io.whence.http.Sources;
import io.whence.http.WhenceServer;
import io.whence.news.NewsBoard;
import io.whence.news.NewsFeed;
import io.whence.proof.SigningKey;
import io.whence.query.WhenceQueries;
import io.whence.query.instances.Instances;
import io.whence.query.instances.LagWatch;
import io.whence.topology.StateView;
import io.whence.topology.StoreForms;
import io.whence.wire.RegistryHealth;
import io.whence.wire.SchemaRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running application. What was started last is closed first. */
public final class WhenceApp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WhenceApp.class);

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final WhenceConfig config;
    private final Clock clock;
    private final StreamsRunner runner;
    private final DecisionFeed decisions;
    private final NewsFeed news;
    private final ActionTopic desk;
    private final WhenceServer server;
    private final @Nullable HeadSigner signer;
    private final PrecisionWatch precision;

    private WhenceApp(WhenceConfig config, List<RegionPolicy> policies, Clock clock) throws GeoSourceException {
        this.config = config;
        this.clock = clock;
        SigningKey key = Settings.signingKey(config);
        RegistryHealth registryHealth = new RegistryHealth(clock);
        SchemaRegistry registry = closing(SchemaRegistry.connect(Settings.registry(config), clock));
        Wiring wiring = new Wiring(registry, Waiting.forRegistry(clock, registryHealth));
        MaxMindLocator locator = locator();
        new Provisioning(config, wiring).provide(policies);

        KafkaStreams streams = wiring.stream(config, locator, StreamsSettings.of(config));
        runner = closing(new StreamsRunner(streams, clock));
        DecisionTable orders = new DecisionTable();
        decisions = closing(Feeds.decisions(config, registry, wiring.patience(), orders, clock));
        NewsBoard board = new NewsBoard();
        news = closing(Feeds.news(config, registry, wiring.patience(), board));
        desk = closing(new ActionTopic(config, registry, Waiting.forNothing(clock)));
        server = closing(server(streams, wiring.forms(), new Gate(orders, locator, clock), registryHealth, board));
        precision = closing(new PrecisionWatch(config, clock));
        signer = key == null ? null : closing(new HeadSigner(config, wiring, key));
    }

    /**
     * Starts everything: topics, policies, the stream, the API.
     *
     * @param policies policies to put on the policy topic first
     * @throws GeoSourceException when a geolocation source cannot be used
     */
    @SuppressWarnings("IllegalCatch") // whatever keeps it from starting, nothing of it may stay open
    public static WhenceApp start(WhenceConfig config, List<RegionPolicy> policies, Clock clock)
            throws GeoSourceException {
        WhenceApp app = new WhenceApp(config, policies, clock);
        try {
            app.server.start();
            app.runner.start();
            app.startSigning();
            app.precision.start();
            app.decisions.start();
            app.news.start();
            return app;
        } catch (RuntimeException failed) {
            app.close();
            throw failed;
        }
    }

    private void startSigning() {
        if (signer != null) {
            signer.start();
        }
    }

    private <T extends AutoCloseable> T closing(T component) {
        started.push(component);
        return component;
    }

    private MaxMindLocator locator() throws GeoSourceException {
        GeoSources sources = Settings.geoSources(config);
        MaxMindLocator locator = new MaxMindLocator(GeoDatabases.open(sources));
        if (locator.demo()) {
            LOG.warn("geolocation: the bundled GeoLite2 of November 2019 answers; it is demo data, and every notice is"
                    + " marked SHADOW. Set geo.city and geo.asn to databases of your own.");
        }
        watch(
                () -> compile(locator),
                new GeoDatabaseWatcher(sources, locator, SwapRules.standard(), new LoggingSwapListener(), clock));
        return locator;
    }

    private void compile(MaxMindLocator locator) {
        if (Boolean.parseBoolean(config.getString(WhenceConfig.GEO_TABLE))) {
            LOG.info("geolocation: {} ranges of addresses are in memory", Settings.compile(locator, config));
        }
    }

    /** Compiles what there is, then looks for new database files for as long as the application runs. */
    private void watch(Runnable compilation, GeoDatabaseWatcher watcher) {
        ScheduledExecutorService schedule = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "geo-watcher");
            thread.setDaemon(true);
            return thread;
        });
        schedule.execute(compilation);
        long millis = config.duration(WhenceConfig.GEO_RELOAD).toMillis();
        ScheduledFuture<?> watching = schedule.scheduleWithFixedDelay(watcher, millis, millis, TimeUnit.MILLISECONDS);
        closing(() -> {
            watching.cancel(true);
            schedule.shutdownNow();
        });
    }

    private WhenceServer server(
            KafkaStreams streams, StoreForms forms, Gate gate, RegistryHealth registryHealth, NewsBoard board) {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        closing(metrics::close);
        new ProcessorMetrics().bindTo(metrics);
        new JvmMemoryMetrics().bindTo(metrics);
        closing(bound(new JvmGcMetrics(), metrics));
        KafkaStreamsMetrics streamsMetrics = closing(new KafkaStreamsMetrics(streams));
        streamsMetrics.bindTo(metrics);
        LagWatch watch = closing(new LagWatch(streams::allLocalStorePartitionLags, clock));
        watch.start();
        Instances instances = new Instances(
                streams,
                forms,
                desk.partitions(),
                new Instances.Copies(watch, config.duration(WhenceConfig.MAX_STALENESS)),
                Settings.others(config, clock));
        Readiness readiness = new Readiness(runner, registryHealth, decisions);
        return new WhenceServer(
                Settings.http(config, clock),
                new Sources(
                        queries(instances.all(), gate), queries(instances.own(), gate), gate, desk, instances, board),
                new Health(readiness.alive(), readiness.ready()),
                metrics);
    }

    private WhenceQueries queries(StateView.Source state, Gate gate) {
        return new WhenceQueries(
                new StateView(state),
                gate.locator()::geolocation,
                config.duration(WhenceConfig.LATENESS),
                Settings.evidence(config),
                clock);
    }

    private static JvmGcMetrics bound(JvmGcMetrics gc, PrometheusMeterRegistry metrics) {
        gc.bindTo(metrics);
        return gc;
    }

    /** The port of the API and the page. */
    public int port() {
        return server.port();
    }

    /** The port of health, readiness and metrics. */
    public int managementPort() {
        return server.managementPort();
    }

    /** Waits until the stream ends by itself; returns what ended it, or empty when the application was closed. */
    public Optional<Throwable> await() throws InterruptedException {
        return runner.await();
    }

    /** Waits until the stream ends by itself, at most so long; true when it has ended. */
    public boolean await(Duration patience) throws InterruptedException {
        return runner.await(patience);
    }

    @Override
    @SuppressWarnings("IllegalCatch") // one component that fails to close must not keep the others open
    public synchronized void close() {
        while (!started.isEmpty()) {
            AutoCloseable component = started.pop();
            try {
                component.close();
            } catch (Exception failed) {
                LOG.warn("closing {} failed", component.getClass().getSimpleName(), failed);
            }
        }
    }
}
