/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import static io.whence.domain.access.AccessRulesTest.check;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be the id of an organization. */
class OrganizationRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void anEventNeedsAnOrganization(String id) {
        assertThat(check(event -> event.organizationId = id))
                .contains(new Rejection(
                        RejectionReason.MISSING_ORGANIZATION, "organization_id", "organization_id is empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o",
                "0",
                "org-Abc_123",
                "9f8b5a52-3c1e-4f0e-9d67-0a4a3f2f7d11",
                "acme.example:team@eu",
                "urn:org:42",
                "a.b.c"
            })
    void identifiersOfOrganizationsAreAccepted(String id) {
        assertThat(check(event -> event.organizationId = id)).isEmpty();
    }

    static Stream<Arguments> hostileOrganizations() {
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("slash", "org/1");
        ids.put("parent folder", "../etc/passwd");
        ids.put("two dots", "org..1");
        ids.put("only dots", "..");
        ids.put("leading dot", ".org");
        ids.put("leading dash, an option to a command", "-rf");
        ids.put("leading at sign", "@here");
        ids.put("backslash", "org\\1");
        ids.put("percent-encoded NUL", "org%00");
        ids.put("NUL", "org\u0000");
        ids.put("line end", "org\r\nBcc: x");
        ids.put("tab", "org\t1");
        ids.put("escape sequence", "org\u001b[31m");
        ids.put("delete", "org\u007f");
        ids.put("space", "org 1");
        ids.put("surrounding space", " org");
        ids.put("no-break space", "org\u00a01");
        ids.put("right-to-left override", "org\u202egro");
        ids.put("zero-width space", "org\u200b");
        ids.put("zero-width joiner", "o\u200drg");
        ids.put("byte order mark", "\ufefforg");
        ids.put("soft hyphen", "o\u00adrg");
        ids.put("Cyrillic o", "\u043erg");
        ids.put("full-width letters", "\uff4frg");
        ids.put("ligature", "o\ufb01");
        ids.put("combining accent", "o\u0301rg");
        ids.put("Arabic digits", "org\u0661");
        ids.put("lone surrogate", "org\ud800");
        ids.put("emoji", "org\ud83d\ude00");
        ids.put("line separator", "org\u2028");
        ids.put("quote", "org'");
        ids.put("double quote", "org\"");
        ids.put("semicolon", "org;");
        ids.put("comma", "org,1");
        ids.put("markup", "<b>org");
        ids.put("look-up", "${jndi:ldap://x/a}");
        ids.put("129 characters", "o".repeat(129));
        ids.put("300 kB", "o".repeat(300_000));
        return ids.entrySet().stream().map(id -> Arguments.of(id.getKey(), id.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileOrganizations")
    void hostileOrganizationsAreRefusedAndNeverQuoted(String name, String id) {
        Rejection rejection = check(event -> event.organizationId = id).orElseThrow();

        assertThat(rejection.reason()).isEqualTo(RejectionReason.INVALID_ORGANIZATION);
        assertThat(rejection.field()).isEqualTo("organization_id");
        assertThat(rejection.message()).matches("[ -~]{1,200}").doesNotContain(id.substring(id.length() / 2) + id);
    }

    @Test
    void theMessageNamesTheCharacterAtFault() {
        assertThat(check(event -> event.organizationId = "org\u202egro")
                        .orElseThrow()
                        .message())
                .isEqualTo("organization_id has U+202E at position 3; allowed are letters, digits and . _ : @ -");
    }

    @Test
    void anOrganizationMayHave128Characters() {
        assertThat(check(event -> event.organizationId = "o".repeat(128))).isEmpty();
    }
}
