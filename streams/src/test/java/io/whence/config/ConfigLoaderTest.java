/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigLoaderTest {

    @TempDir
    private Path folder;

    @Test
    void aLaterSourceWins() throws IOException {
        Path file = Files.writeString(
                folder.resolve("whence.properties"),
                "http.port=1\nnum.stream.threads=3\ntally.lateness=2h\napplication.id=from-file\n");
        Properties system = new Properties();
        system.setProperty("whence.http.port", "3");
        WhenceConfig config = new ConfigLoader()
                .file(file)
                .environment(Map.of("WHENCE_HTTP_PORT", "2", "WHENCE_TALLY_LATENESS", "3h", "PATH", "/bin"))
                .system(system)
                .options(Map.of("http.port", "4"))
                .load();

        assertThat(config.getInt(WhenceConfig.HTTP_PORT)).isEqualTo(4);
        assertThat(config.duration(WhenceConfig.LATENESS)).isEqualTo(Duration.ofHours(3));
        assertThat(config.getInt(WhenceConfig.STREAM_THREADS)).isEqualTo(3);
        assertThat(config.getString(WhenceConfig.APPLICATION_ID)).isEqualTo("from-file");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        ConfigLoader loader = new ConfigLoader()
                .options(Map.of("http.prot", "1", "http.port", "abc", "tally.lateness", "soon", "nonsense", "1"));

        assertThatThrownBy(loader::load)
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("Unknown setting 'http.prot', did you mean 'http.port'?")
                .hasMessageContaining("abc for configuration http.port")
                .hasMessageContaining("soon for configuration tally.lateness: write a duration like 15m, 6h or PT6H")
                .hasMessageContaining("Unknown setting 'nonsense'; settings for Kafka itself begin with 'kafka.'");
    }

    @Test
    void whatIsForOthersIsPassedOnUnderItsOwnName() {
        WhenceConfig config = new ConfigLoader()
                .options(Map.of(
                        "kafka.security.protocol", "SASL_SSL",
                        "basic.auth.user.info", "user:secret",
                        "schema.registry.ssl.truststore.location", "/trust",
                        "schema.registry.url", "https://registry"))
                .load();

        assertThat(config.kafka())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("bootstrap.servers", "localhost:9092");
        assertThat(config.registry())
                .containsEntry("basic.auth.user.info", "user:secret")
                .containsEntry("schema.registry.ssl.truststore.location", "/trust")
                .containsEntry("schema.registry.url", "https://registry")
                .doesNotContainKey("kafka.security.protocol");
    }

    @Test
    void noSecretIsPrinted() {
        WhenceConfig config = new ConfigLoader()
                .options(Map.of("privacy.pseudonym.key", "s3cret"))
                .load();

        assertThat(config.values().toString()).doesNotContain("s3cret");
        assertThat(config.pseudonymKey()).asString().isEqualTo("s3cret");
    }

    @ParameterizedTest
    @CsvSource({"15m, PT15M", "6h, PT6H", "PT6H, PT6H", "90s, PT1M30S", "2d, PT48H", "250ms, PT0.25S"})
    void durationsAreWrittenAsPeopleDo(String written, Duration meant) {
        assertThat(Durations.parse(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({"0s", "-5m", "5", "m", "PT0S"})
    void whatIsNoDurationIsRefused(String written) {
        assertThatThrownBy(() -> Durations.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theReferencePageIsTheOneThatIsWrittenDown() throws IOException {
        Path page = Path.of("docs", "configuration.md");

        assertThat(Files.readString(page))
                .as("run: streams/bin/whence config --reference > streams/docs/configuration.md")
                .isEqualTo(ConfigReference.markdown());
    }
}
