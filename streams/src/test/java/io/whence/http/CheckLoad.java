/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Asks a server over connections that are kept, one request at a time on each, from one thread. Paced, a request is
 * timed from when it was due, so that a server that stalls is not spared the requests it kept from being sent.
 */
final class CheckLoad implements AutoCloseable {

    private static final int ANSWER_BYTES = 4096;

    private final List<byte[]> requests;
    private final Selector selector = Selector.open();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private long[] nanos = new long[1 << 20];
    private int answers;
    private int refusals;
    private int next;

    CheckLoad(int port, int connections, List<byte[]> requests) throws IOException {
        this.requests = requests;
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            Connection connection = new Connection(channel);
            channel.register(selector, SelectionKey.OP_READ, connection);
            idle.add(connection);
        }
    }

    /**
     * What a load came to.
     *
     * @param seconds how long it took
     * @param nanos how long each answer took, sorted
     * @param refusals answers that refuse
     */
    @SuppressWarnings("ArrayRecordComponent") // a sorted sample, nobody else has it
    record Result(double seconds, long[] nanos, int refusals) {

        double perSecond() {
            return nanos.length / seconds;
        }

        double millis(double quantile) {
            return nanos[(int) Math.ceil(nanos.length * quantile) - 1] / 1e6;
        }
    }

    /** Asks for a while; so many requests a second, or as many as are answered when it is 0. */
    Result run(Duration time, int perSecond) throws IOException {
        answers = 0;
        refusals = 0;
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long gap = perSecond == 0 ? 0 : 1_000_000_000L / perSecond;
        long due = start;
        for (long now = start; now < end; now = System.nanoTime()) {
            while (!idle.isEmpty() && due <= now) {
                idle.remove().ask(requests.get(next++ % requests.size()), gap == 0 ? System.nanoTime() : due);
                due += gap;
            }
            hear(gap == 0 || idle.isEmpty() ? 1 : 0);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        while (selector.keys().size() > idle.size()) {
            hear(1);
        }
        long[] sorted = Arrays.copyOf(nanos, answers);
        Arrays.sort(sorted);
        return new Result(seconds, sorted, refusals);
    }

    private void hear(long millis) throws IOException {
        int ready = millis == 0 ? selector.selectNow() : selector.select(millis);
        if (ready == 0) {
            return;
        }
        for (SelectionKey key : selector.selectedKeys()) {
            ((Connection) key.attachment()).hear();
        }
        selector.selectedKeys().clear();
    }

    private void answered(long asked, boolean refused) {
        if (answers == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * answers);
        }
        nanos[answers++] = System.nanoTime() - asked;
        refusals += refused ? 1 : 0;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            key.channel().close();
        }
        selector.close();
    }

    /** A connection that is kept. */
    private final class Connection {
        private final SocketChannel channel;
        private final ByteBuffer answer = ByteBuffer.allocate(ANSWER_BYTES);
        private long asked;

        Connection(SocketChannel channel) {
            this.channel = channel;
        }

        void ask(byte[] request, long when) throws IOException {
            asked = when;
            answer.clear();
            ByteBuffer bytes = ByteBuffer.wrap(request);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }

        void hear() throws IOException {
            if (channel.read(answer) < 0) {
                throw new IOException("the server closed a connection");
            }
            String text = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
            int body = text.indexOf("\r\n\r\n") + 4;
            if (body < 4 || text.length() < body + length(text)) {
                return;
            }
            if (!text.startsWith("HTTP/1.1 200") || !text.startsWith("{\"allow\":", body)) {
                throw new IOException("not an answer: " + text);
            }
            answered(asked, text.startsWith("false", body + 9));
            idle.add(this);
        }

        private static int length(String text) {
            int at = text.indexOf("Content-Length: ") + 16;
            return Integer.parseInt(text.substring(at, text.indexOf('\r', at)));
        }
    }
}
