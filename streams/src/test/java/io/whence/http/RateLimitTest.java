/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.query.Samples;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final RateLimit limit = new RateLimit(2, now::get);

    @Test
    void tenSecondsWorthMayComeAtOnceAndThenSoManyASecond() {
        assertThat(taken("one", 30)).isEqualTo(20);
        now.set(now.get().plusSeconds(3));
        assertThat(taken("one", 30)).isEqualTo(6);
    }

    @Test
    void oneCallerTakesNothingFromAnother() {
        taken("one", 30);

        assertThat(taken("other", 30)).isEqualTo(20);
    }

    @Test
    void aClockThatIsSetBackGivesNothingAway() {
        taken("one", 30);
        now.set(now.get().minusSeconds(60));

        assertThat(taken("one", 30)).isZero();
    }

    @Test
    void whoAsksTooOftenIsToldSoAndTheRestIsNot() {
        Callers callers = new Callers(Tokens.none(), null, null, limit, AuditLog.logged(), true);
        try (TestServer server = new TestServer(
                Samples.two(), new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES, callers))) {
            for (int i = 0; i < 20; i++) {
                assertThat(server.get("/v1/ledger").statusCode()).isEqualTo(200);
            }
            HttpResponse<String> refused = server.get("/v1/ledger");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("retry-after")).hasValue("1");
            assertThat(refused.body()).contains("urn:whence:problem:too-many-requests");
            assertThat(server.get("/v1/check?organization_id=org-1").statusCode())
                    .as("what gateways ask")
                    .isEqualTo(200);
            assertThat(server.get("/openapi.yaml").statusCode()).isEqualTo(200);
        }
    }

    private int taken(String caller, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += limit.takes(caller) ? 1 : 0;
        }
        return taken;
    }
}
