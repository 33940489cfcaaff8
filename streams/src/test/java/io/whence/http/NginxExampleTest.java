/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.Scope;
import io.whence.gateway.SampleGate;
import io.whence.query.Samples;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example for nginx, run by the nginx of this machine between a caller, Whence and an API. */
class NginxExampleTest {

    private static final Path EXAMPLE = Path.of("examples", "nginx", "nginx.conf");

    private final SampleGate sample = new SampleGate()
            .place("1.119.192.1", "CN")
            .refuse("org-1", Scope.LOCATION, "CN")
            .refuse("org-2", Scope.KEY, "key-1");
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private TestServer whence;
    private HttpServer api;
    private Process nginx;
    private int port;

    @BeforeEach
    void start() throws IOException {
        Optional<Path> binary = nginx();
        assumeTrue(binary.isPresent(), "there is no nginx on the PATH or in /usr/sbin");
        whence = new TestServer(
                Samples.two(), new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES), sample.gate());
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", asked -> {
            asked.sendResponseHeaders(200, 2);
            asked.getResponseBody().write("hi".getBytes(StandardCharsets.UTF_8));
            asked.close();
        });
        api.start();
        port = freePort();
        Path config = Files.writeString(folder.resolve("nginx.conf"), configuration());
        nginx = new ProcessBuilder(
                        binary.get().toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        config.toString(),
                        "-e",
                        folder.resolve("error.log").toString(),
                        "-g",
                        "daemon off; master_process off; pid nginx.pid;")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(ask("org-9", "key-9").statusCode()).isEqualTo(200));
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor();
            api.stop(0);
            whence.close();
        }
    }

    /** The example, but for ports, folders, and the address that the caller comes from. */
    private String configuration() throws IOException {
        String temporary = Arrays.stream(new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"})
                .map(kind -> kind + "_temp_path " + folder.resolve(kind) + ";")
                .reduce("http { access_log off;", (one, other) -> one + " " + other);
        return Files.readString(EXAMPLE)
                .replace("http {", temporary)
                .replace("250ms", "20s") // a busy machine is no Whence that is away
                .replace("127.0.0.1:8000", "127.0.0.1:" + port)
                .replace("127.0.0.1:8080", "127.0.0.1:" + whence.port())
                .replace("127.0.0.1:9000", "127.0.0.1:" + api.getAddress().getPort())
                .replace("X-Whence-Address $remote_addr", "X-Whence-Address $http_x_test_address");
    }

    @Test
    void refusesWithCodeAndNoticeAndLetsEverybodyElsePass() throws Exception {
        HttpResponse<String> byPlace = ask("org-1", "key-9");
        HttpResponse<String> byKey = ask("org-2", "key-1");

        assertThat(byPlace.statusCode()).isEqualTo(403);
        assertThat(byPlace.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(byPlace.body())
                .contains("\"code\":\"unsupported_country_region_territory\"", "\"notice_id\":\"notice-LOCATION\"");
        assertThat(byKey.statusCode()).isEqualTo(403);
        assertThat(byKey.body()).contains("\"notice_id\":\"notice-KEY\"");
        assertThat(ask("org-2", "key-2").body()).isEqualTo("hi");
        assertThat(ask("org-3", "key-1").body()).isEqualTo("hi");
    }

    @Test
    void theKillSwitchOpensItAtOnce() throws Exception {
        assertThat(ask("org-1", "key-9").statusCode()).isEqualTo(403);

        sample.control(ControlKind.STOP, Control.ALL, true);

        assertThat(ask("org-1", "key-9").body()).isEqualTo("hi");
    }

    @Test
    void withWhenceAwayEverybodyPasses() throws Exception {
        assertThat(ask("org-1", "key-9").statusCode()).isEqualTo(403);

        whence.close();

        assertThat(ask("org-1", "key-9").body()).isEqualTo("hi");
    }

    private HttpResponse<String> ask(String organizationId, String key) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/chat?a=b"))
                .timeout(Duration.ofSeconds(10))
                .header("X-Organization-Id", organizationId)
                .header("X-Api-Key-Id", key)
                .header("X-Test-Address", "1.119.192.1")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Optional<Path> nginx() {
        String folders = System.getenv("PATH") + File.pathSeparator + "/usr/sbin";
        return Arrays.stream(folders.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
