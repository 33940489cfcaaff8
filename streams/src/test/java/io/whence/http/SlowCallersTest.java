/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.query.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Those who send a byte now and then take nothing from the others, and are cut off. */
class SlowCallersTest {

    private static final int SLOW = 1_000;
    private static final byte[] REQUEST = {'G', 'E', 'T', ' ', '/', 'v', '1'};
    private static final long MUST_BE_OVER_SECONDS = FirstRequest.PATIENCE.toSeconds() + 15;

    @Test
    void theOthersAreAnsweredAndTheSlowAreCutOff() throws Exception {
        List<SocketChannel> slow = new ArrayList<>();
        try (TestServer server = new TestServer(Samples.two())) {
            for (int i = 0; i < SLOW; i++) {
                slow.add(connect(server.port()));
            }
            List<Long> micros = new ArrayList<>();
            long start = System.nanoTime();
            long nextByte = start;
            int sent = 0;
            while (open(slow) > 0 && seconds(start) < MUST_BE_OVER_SECONDS) {
                if (System.nanoTime() >= nextByte) {
                    sendToAll(slow, REQUEST[sent++ % REQUEST.length]);
                    nextByte += TimeUnit.SECONDS.toNanos(FirstRequest.PATIENCE.toSeconds() / 2);
                }
                long asked = System.nanoTime();
                assertThat(server.get("/v1/ledger").statusCode()).isEqualTo(200);
                micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - asked));
            }
            Collections.sort(micros);
            System.out.printf(
                    Locale.ROOT,
                    "beside %d slow callers, cut off after %d s: %d requests, p50 %.1f ms, p99 %.1f ms%n",
                    SLOW,
                    seconds(start),
                    micros.size(),
                    micros.get(micros.size() / 2) / 1_000.0,
                    micros.get(micros.size() * 99 / 100) / 1_000.0);
            assertThat(open(slow)).as("slow callers still connected").isZero();
            assertThat(micros.get(micros.size() * 99 / 100))
                    .as("p99 of the others, in microseconds")
                    .isLessThan(500_000);
        } finally {
            for (SocketChannel channel : slow) {
                channel.close();
            }
        }
    }

    private static SocketChannel connect(int port) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.configureBlocking(false);
        return channel;
    }

    private static long seconds(long start) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    }

    private static void sendToAll(List<SocketChannel> slow, byte next) {
        slow.forEach(channel -> trySend(channel, next));
    }

    private static boolean trySend(SocketChannel channel, byte next) {
        try {
            return channel.write(ByteBuffer.wrap(new byte[] {next})) == 1;
        } catch (IOException cutOff) {
            return false;
        }
    }

    private static long open(List<SocketChannel> slow) {
        return slow.stream().filter(SlowCallersTest::isOpen).count();
    }

    private static boolean isOpen(SocketChannel channel) {
        try {
            return channel.read(ByteBuffer.allocate(1)) >= 0;
        } catch (IOException cutOff) {
            return false;
        }
    }
}
