/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.query.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConditionalTest {

    private final TestServer server = new TestServer(Samples.two());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoHasTheAnswerAlreadyIsNotSentItAgain() {
        HttpResponse<String> first = server.get("/v1/policies");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again =
                server.send(server.request(server.port(), "/v1/policies").header("If-None-Match", "\"older\", " + tag));
        HttpResponse<String> other =
                server.send(server.request(server.port(), "/v1/policies").header("If-None-Match", "\"other\""));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(first.body());
    }

    @Test
    void whoReadsGzipIsSentGzip() throws Exception {
        HttpResponse<byte[]> zipped = server.client()
                .send(
                        server.request(server.port(), "/v1/policies")
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(zipped.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(unzipped(zipped.body())).isEqualTo(server.get("/v1/policies").body());
    }

    private static String unzipped(byte[] body) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
