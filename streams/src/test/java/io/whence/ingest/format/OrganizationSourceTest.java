/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationSourceTest {
    private static final String COMBINED =
            "203.0.113.7 - alice [01/Jul/2024:08:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"https://ref\" \"curl/8\" \"org-x\"";
    private static final String NGINX_JSON =
            "{\"time_iso8601\":\"2024-07-01T08:00:00Z\",\"remote_addr\":\"203.0.113.7\",\"request\":\"GET / HTTP/1.1\","
                    + "\"status\":200,\"http_x_organization\":\"org-h\",\"account\":{\"id\":17},\"organization_id\":\"own\"}";

    @Test
    void takesAField() {
        assertThat(organization("combined", "field:remote_user", COMBINED)).isEqualTo("alice");
        assertThat(organization("combined", "field:extra1", COMBINED)).isEqualTo("org-x");
        assertThat(organization("nginx-json", "field:/account/id", NGINX_JSON)).isEqualTo("17");
    }

    @Test
    void takesAHeaderWhateverItsCase() {
        assertThat(organization("nginx-json", "header:X-Organization", NGINX_JSON))
                .isEqualTo("org-h");
        assertThat(organization("kong", "header:X-ORG", kong("x-org"))).isEqualTo("org-k");
        assertThat(organization("kong", "header:x-org", kong("X-Org"))).isEqualTo("org-k");
    }

    @Test
    void takesAConstantAndPrefersItToTheLinesOwn() {
        assertThat(organization("nginx-json", "constant:acme", NGINX_JSON)).isEqualTo("acme");
    }

    @Test
    void takesTheLinesOwnWhereNothingIsSaid() {
        assertThat(organization("nginx-json", null, NGINX_JSON)).isEqualTo("own");
    }

    @Test
    void hashesAFieldSoThatEqualTextsAreOneOrganization() {
        // printf curl/8 | sha256sum
        assertThat(organization("combined", "hash:user_agent", COMBINED)).isEqualTo("org-d26c0650abb4");
    }

    @Test
    void countsThoseTogetherWhoLeaveTheHashedHeaderOut() {
        // printf -- - | sha256sum
        assertThat(organization("combined", "hash:user_agent", COMBINED.replace("curl/8", "-")))
                .isEqualTo("org-3973e022e932");
    }

    @Test
    void saysWhichFieldALineIsMissing() {
        var line = COMBINED.replace("alice", "-");
        assertThat(parse("combined", "field:remote_user", line))
                .isInstanceOfSatisfying(Unreadable.class, unreadable -> {
                    assertThat(unreadable.reason()).isEqualTo(UnreadableReason.MISSING_ORGANIZATION);
                    assertThat(unreadable.field()).isEqualTo("remote_user");
                    assertThat(unreadable.detail()).isEqualTo("no field:remote_user in this line");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "field", "field:", "remote_user", "cookie:a", "constant:"})
    void refusesToGuessWhatWasMeant(String text) {
        assertThatThrownBy(() -> OrganizationSource.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("field:NAME, header:NAME, constant:VALUE or hash:NAME");
    }

    @Test
    void objectsBeforehandToWhatAFormatCannotHave() {
        var combined = LogFormats.named("combined");
        assertThat(combined.objection(null))
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("combined carries no organization; say where it is with --organization"));
        assertThat(combined.objection(OrganizationSource.parse("header:X-Org"))).isPresent();
        assertThat(combined.objection(OrganizationSource.parse("field:organization")))
                .isPresent();
        assertThat(combined.objection(OrganizationSource.parse("hash:user_agent")))
                .isEmpty();
        assertThat(combined.objection(OrganizationSource.parse("header:User-Agent")))
                .isEmpty();
        assertThat(LogFormats.named("jsonl").objection(null)).isEmpty();
    }

    private static String organization(String format, String source, String line) {
        var parsed = parse(format, source, line);
        assertThat(parsed).isInstanceOf(ParsedLine.Event.class);
        return ((ParsedLine.Event) parsed).event().organizationId();
    }

    private static ParsedLine parse(String format, String source, String line) {
        var organization = source == null ? null : OrganizationSource.parse(source);
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        return LogFormats.named(format).parser(organization).parse(LogLine.whole("log", 1, 0, bytes), 0);
    }

    private static String kong(String header) {
        return "{\"request\":{\"method\":\"GET\",\"uri\":\"/\",\"headers\":{\"" + header + "\":\"org-k\"}},"
                + "\"response\":{\"status\":200},\"client_ip\":\"203.0.113.7\",\"started_at\":1719820800123}";
    }
}
