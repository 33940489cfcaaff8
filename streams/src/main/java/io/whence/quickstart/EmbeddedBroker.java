/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka of one node (KRaft, controller and broker in one) inside this JVM, reachable from this machine only.
 * Everything it keeps is in the directory it was started with; starting again there finds the same topics.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int NODE_ID = 1;
    /** Base64 of the sixteen letters {@code whencequickstart}; constant, so that a directory can be started again. */
    private static final String CLUSTER_ID = "d2hlbmNlcXVpY2tzdGFydA";

    private static final String CLIENT_LISTENER = "CLIENT";
    private static final String CONTROLLER_LISTENER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** Starts on a free port; returns when clients can connect. */
    public static EmbeddedBroker start(Path directory) {
        return start(directory, LoopbackPort.ANY);
    }

    /**
     * Starts on a given port; returns when clients can connect.
     *
     * @param directory where the logs live; created when missing, left in place by {@link #close}
     * @param port 1 to 65535, or 0 for a free one
     * @throws IllegalStateException when it cannot start; nothing of it is left running then
     */
    public static EmbeddedBroker start(Path directory, int port) {
        surviveFatalErrors();
        var clientPort = LoopbackPort.orFree(port);
        var logs = directory.toAbsolutePath().toString();
        format(logs);
        var server = new KafkaRaftServer(
                KafkaConfig.fromProps(settings(logs, clientPort, LoopbackPort.orFree(LoopbackPort.ANY)), false),
                Time.SYSTEM);
        startOrStop(server, clientPort);
        return new EmbeddedBroker(server, clientPort);
    }

    /** What clients take as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    public int port() {
        return port;
    }

    /** Stops in good order and waits for it; does nothing the second time. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    private static void format(String logs) {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var formatter = new Formatter()
                .setNodeId(NODE_ID)
                .setClusterId(CLUSTER_ID)
                .setDirectories(List.of(logs))
                .setMetadataLogDirectory(logs)
                .setControllerListenerName(CONTROLLER_LISTENER)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .setPrintStream(silent);
        run(formatter, logs);
    }

    @SuppressWarnings("IllegalCatch") // the formatter declares Exception
    private static void run(Formatter formatter, String logs) {
        try {
            formatter.run();
        } catch (Exception e) {
            throw new IllegalStateException("broker: cannot prepare " + logs + ": " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("IllegalCatch") // whatever went wrong, no half-started broker may stay behind
    private static void startOrStop(KafkaRaftServer server, int port) {
        try {
            server.startup();
        } catch (Throwable e) {
            server.shutdown();
            server.awaitShutdown();
            throw new IllegalStateException("broker: cannot start on port " + port + ": " + e.getMessage(), e);
        }
    }

    private static Properties settings(String logs, int clientPort, int controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", String.valueOf(NODE_ID));
        settings.put("controller.quorum.voters", NODE_ID + "@" + LoopbackPort.HOST + ":" + controllerPort);
        settings.put("controller.listener.names", CONTROLLER_LISTENER);
        settings.put("inter.broker.listener.name", CLIENT_LISTENER);
        settings.put(
                "listeners",
                listener(CLIENT_LISTENER, clientPort) + "," + listener(CONTROLLER_LISTENER, controllerPort));
        settings.put("advertised.listeners", listener(CLIENT_LISTENER, clientPort));
        settings.put(
                "listener.security.protocol.map", CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        settings.put("log.dirs", logs);
        settings.put("auto.create.topics.enable", "false");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.putAll(oneNode());
        settings.putAll(oldRecordsStay());
        return settings;
    }

    private static String listener(String name, int port) {
        return name + "://" + LoopbackPort.HOST + ":" + port;
    }

    /** The internal topics ask for three brokers and fifty partitions unless told otherwise. */
    private static Properties oneNode() {
        var settings = new Properties();
        for (var topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(topic + ".replication.factor", "1");
            settings.put(topic + ".num.partitions", "4");
        }
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        return settings;
    }

    /** Retention goes by record time: traffic of years ago, replayed today, would be deleted at once. */
    private static Properties oldRecordsStay() {
        var settings = new Properties();
        settings.put("log.retention.ms", "-1");
        settings.put("log.retention.check.interval.ms", String.valueOf(Long.MAX_VALUE));
        settings.put("log.initial.task.delay.ms", String.valueOf(Long.MAX_VALUE));
        return settings;
    }

    /** Kafka ends the process on a fatal fault; in a process it shares with others it must only fail itself. */
    private static void surviveFatalErrors() {
        Exit.setExitProcedure(EmbeddedBroker::fail);
        Exit.setHaltProcedure(EmbeddedBroker::fail);
    }

    private static void fail(int status, String message) {
        throw new IllegalStateException(
                "broker: gave up with status " + status + (message == null ? "" : ": " + message));
    }
}
