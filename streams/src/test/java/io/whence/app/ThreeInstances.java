/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.query.instances.InstanceKey;
import io.whence.query.instances.InstanceRows;
import io.whence.quickstart.LocalServers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Three processes of the application, each with copies of what another one counts. */
final class ThreeInstances implements AutoCloseable {

    static final int COUNT = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final InstanceKey key = new InstanceKey(SECRET, Clock.systemUTC());
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Integer> ports;
    private final List<AppProcess> processes = new ArrayList<>();

    private ThreeInstances(List<Integer> ports) {
        this.ports = ports;
    }

    static ThreeInstances start(LocalServers servers, Path folder, int partitions) throws IOException {
        return start(servers, folder, partitions, Map.of());
    }

    /** Likewise, with other settings. */
    static ThreeInstances start(LocalServers servers, Path folder, int partitions, Map<String, String> more)
            throws IOException {
        ThreeInstances instances = new ThreeInstances(freePorts());
        for (int port : instances.ports) {
            Map<String, String> settings = new TreeMap<>(settings(port, partitions));
            settings.putAll(more);
            instances.processes.add(AppProcess.start(
                    folder.resolve("app-" + port),
                    AppProcess.settings(servers, folder.resolve("state-" + port), settings)));
        }
        instances.processes.forEach(AppProcess::awaitReady);
        return instances;
    }

    private static Map<String, String> settings(int port, int partitions) {
        return Map.ofEntries(
                Map.entry("http.port", String.valueOf(port)),
                Map.entry("http.advertised", "127.0.0.1:" + port),
                Map.entry("http.rate.limit", "0"),
                Map.entry("instances.secret", SECRET),
                Map.entry("num.standby.replicas", "1"),
                Map.entry("num.stream.threads", "1"),
                Map.entry("tally.idle.close.after", "PT1H"),
                Map.entry("topics.partitions", String.valueOf(partitions)));
    }

    private static List<Integer> freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        }
        for (ServerSocket socket : sockets) {
            socket.close();
        }
        return sockets.stream().map(ServerSocket::getLocalPort).toList();
    }

    /** Waits until each partition has a copy that can be read at two instances. */
    void awaitCopies(int partitions) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    for (int partition = 0; partition < partitions; partition++) {
                        if (copies(partition) < 2) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    /** How many instances have a copy of a partition. */
    int copies(int partition) throws IOException, InterruptedException {
        int copies = 0;
        for (int instance = 0; instance < COUNT; instance++) {
            copies += holds(instance, partition) ? 1 : 0;
        }
        return copies;
    }

    /** Whether an instance has a copy of a partition that can be read. */
    boolean holds(int instance, int partition) throws IOException, InterruptedException {
        String request = InstanceRows.PATH + "?store=organization-clocks&partition=" + partition;
        HttpRequest asked = request(ports.get(instance), request)
                .header(InstanceKey.HEADER, key.ticket(request))
                .build();
        return client.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    HttpResponse<String> get(int instance, String path) throws IOException, InterruptedException {
        return get(instance, path, PATIENCE);
    }

    HttpResponse<String> get(int instance, String path, Duration patience) throws IOException, InterruptedException {
        HttpRequest request =
                request(ports.get(instance), path).timeout(patience).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE);
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    void kill(int instance) throws InterruptedException {
        processes.get(instance).kill();
    }

    @Override
    public void close() {
        try {
            for (AppProcess process : processes) {
                process.kill();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
