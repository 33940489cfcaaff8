/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.query.Samples;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class AuditLogTest {

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void saysWhoLookedAtWhatAndWhoWasRefusedAndNoToken() {
        Callers callers = new Callers(
                Tokens.parse(TokensTest.LINES), null, null, RateLimit.none(), new AuditLog(said::add), false);
        try (TestServer server = new TestServer(
                Samples.two(), new HttpSettings("127.0.0.1", 0, 0, HttpSettings.LOOPBACK_NAMES, callers))) {
            ask(server, "/v1/notices?organization_id=org-1", "act");
            ask(server, "/v1/organizations/nobody", "act");
            ask(server, "/v1/ledger", "gate");
            ask(server, "/v1/ledger", "guessed-token");
            ask(server, "/v1/check?organization_id=org-1", "gate");
            ask(server, "/", "act");
        }

        assertThat(said)
                .containsExactly(
                        line("\"Jane Doe\"", "\"OFFICER\"", "/v1/notices", "\"organization_id=org-1\"", 200),
                        line("\"Jane Doe\"", "\"OFFICER\"", "/v1/organizations/nobody", "null", 404),
                        line("\"edge-1\"", "\"GATEWAY\"", "/v1/ledger", "null", 403),
                        line("null", "null", "/v1/ledger", "null", 401));
    }

    private static void ask(TestServer server, String path, String token) {
        server.send(server.request(server.port(), path).header("Authorization", "Bearer " + token));
    }

    private static String line(String caller, String role, String path, String query, int status) {
        return "{\"caller\":" + caller + ",\"role\":" + role
                + ",\"address\":\"127.0.0.1\",\"method\":\"GET\",\"path\":\"" + path + "\",\"query\":" + query
                + ",\"status\":" + status + "}";
    }
}
