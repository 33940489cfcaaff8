/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {
    private static final String URL = "schema.registry.url";

    @Test
    void theAddressIsNeeded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistrySettings(Map.of()))
                .withMessage("schema.registry.url: is missing");
    }

    @Test
    void severalAddressesAreTriedInTurn() {
        var settings = new RegistrySettings(Map.of(URL, "http://a:8081, http://b:8081"));

        assertThat(settings.urls()).containsExactly("http://a:8081", "http://b:8081");
    }

    @Test
    void timeoutsAreShorterThanATransaction() {
        var settings = new RegistrySettings(Map.of(URL, "http://a"));

        assertThat(settings.longestLookup()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.denial()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.forClient())
                .containsEntry("http.connect.timeout.ms", "5000")
                .containsEntry("http.read.timeout.ms", "5000")
                .containsEntry("max.retries", "0");
    }

    @Test
    void eitherSpellingOfASettingCounts() {
        var settings = new RegistrySettings(Map.of(
                URL,
                "http://a",
                "schema.registry.http.read.timeout.ms",
                "700",
                "schema.registry.missing.id.cache.ttl.sec",
                "5"));

        assertThat(settings.longestLookup()).isEqualTo(Duration.ofMillis(5_700));
        assertThat(settings.denial()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.forClient()).containsEntry("missing.id.cache.ttl.sec", 5L);
    }

    @Test
    void whatIsNotANumberIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistrySettings(Map.of(URL, "http://a", "missing.id.cache.ttl.sec", "1m")))
                .withMessage("missing.id.cache.ttl.sec: '1m' is not a whole number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistrySettings(Map.of(URL, "http://a", "http.read.timeout.ms", "5s")))
                .withMessage("http.read.timeout.ms: '5s' is not a whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"OAUTHBEARER", "SASL_OAUTHBEARER_INHERIT"})
    void oauthIsRefusedWithTheWayOut(String source) {
        for (var prefix : new String[] {"", "schema.registry."}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new RegistrySettings(
                            Map.of(URL, "http://a", prefix + "bearer.auth.credentials.source", source)))
                    .withMessageContaining(source)
                    .withMessageContaining("STATIC_TOKEN")
                    .withMessageContaining("-Dconfluent.version=8.x");
        }
    }

    @Test
    void nothingSecretReachesTheSerializerWhichLogsItsSettings() {
        var settings = new RegistrySettings(Map.of(
                URL,
                "https://user:secret@a",
                "basic.auth.credentials.source",
                "USER_INFO",
                "basic.auth.user.info",
                "user:secret",
                "bearer.auth.token",
                "secret",
                "schema.registry.ssl.truststore.password",
                "secret",
                "auto.register.schemas",
                "false"));

        assertThat(settings.forSerializer().toString()).doesNotContain("secret");
        assertThat(settings.forSerializer()).containsEntry("auto.register.schemas", "false");
        assertThat(settings.forClient()).containsEntry("basic.auth.user.info", "user:secret");
    }
}
