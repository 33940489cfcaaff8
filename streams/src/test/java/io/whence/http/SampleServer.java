/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.whence.query.SampleState;

/** A server over sample state, for tests of those who ask it. */
public final class SampleServer implements AutoCloseable {

    private final TestServer server;

    public SampleServer(SampleState state) {
        server = new TestServer(state);
    }

    private SampleServer(TestServer server) {
        this.server = server;
    }

    /** A server that knows those who hold a token. */
    public static SampleServer knowing(SampleState state, Tokens tokens) {
        return new SampleServer(
                new TestServer(state, new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES, tokens)));
    }

    /** Where it answers. */
    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What Prometheus gets from it. */
    public String metrics() {
        return server.manage("/metrics").body();
    }

    @Override
    public void close() {
        server.close();
    }
}
