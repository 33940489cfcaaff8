/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How many requests a second of {@code /v1/check} one core answers, and how long an answer takes at a steady rate. The
 * server is a process of its own, so that its processor time is known apart from that of whoever asks.
 */
final class CheckBenchmark {

    private static final int CONNECTIONS = 32;
    private static final Duration WARM_UP = Duration.ofSeconds(15);
    private static final Duration ROUND = Duration.ofSeconds(10);

    private CheckBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int rate = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5_000;
        Process server = start();
        try (BufferedReader said = server.inputReader()) {
            int port = Integer.parseInt(said.readLine().split(" ", 2)[1]);
            try (CheckLoad load = new CheckLoad(port, CONNECTIONS, requests(port))) {
                load.run(WARM_UP, 0);
                for (int round = 1; round <= rounds; round++) {
                    report("as many as are answered", server, load, 0);
                    report("paced", server, load, rate);
                }
            }
        } finally {
            server.destroy();
        }
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CheckServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void report(String what, Process server, CheckLoad load, int rate) throws IOException {
        Duration before = processorTime(server);
        CheckLoad.Result result = load.run(ROUND, rate);
        double processor = processorTime(server).minus(before).toMillis() / 1e3;
        System.out.printf(
                Locale.ROOT,
                "%s: %,.0f/s, %,.0f per second of one core, ms p50 %.2f p99 %.2f p99.9 %.2f, refused %.1f %%%n",
                what,
                result.perSecond(),
                result.nanos().length / processor,
                result.millis(0.5),
                result.millis(0.99),
                result.millis(0.999),
                100.0 * result.refusals() / result.nanos().length);
    }

    private static Duration processorTime(Process server) {
        return server.info().totalCpuDuration().orElseThrow();
    }

    static List<byte[]> requests(int port) {
        Random chance = new Random(2024);
        return IntStream.range(0, 1 << 14)
                .mapToObj(i -> String.format(
                                Locale.ROOT,
                                """
                                GET /v1/check?organization_id=org-%d&api_key_id=key-1&address=%s HTTP/1.1\r
                                Host: 127.0.0.1:%d\r
                                Authorization: Bearer %s\r
                                \r
                                """,
                                chance.nextInt(CheckServer.ORGANIZATIONS),
                                1 + chance.nextInt(223) + "." + chance.nextInt(256) + "." + chance.nextInt(256) + ".7",
                                port,
                                CheckServer.TOKEN)
                        .getBytes(StandardCharsets.US_ASCII))
                .toList();
    }
}
