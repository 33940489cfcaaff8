/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScreenTest {

    @Test
    void fitsOnOneScreen() {
        var lines = screen(61_234, 61_235, 61_236).lines();

        assertThat(lines)
                .hasSizeLessThanOrEqualTo(24)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void saysWhereEverythingIsAndWhatToTry() {
        assertThat(String.join("\n", screen(8080, 9092, 8081).lines()))
                .contains("http://127.0.0.1:8080/", "127.0.0.1:9092", "http://127.0.0.1:8081/apis/ccompat/v7")
                .contains("whence lookup", "whence explain", "compliance-notices", "sample requests", "demo data")
                .doesNotContain("taken");
    }

    @Test
    void saysWhichUsualPortWasTaken() {
        assertThat(screen(61_234, 9092, 8081).lines())
                .filteredOn(line -> line.contains("taken"))
                .containsExactly("  page, API  http://127.0.0.1:61234/  (8080 is taken)");
        assertThat(screen(8080, 61_235, 61_236).lines())
                .filteredOn(line -> line.contains("taken"))
                .containsExactly(
                        "  Kafka      127.0.0.1:61235  (9092 is taken)",
                        "  registry   http://127.0.0.1:61236/apis/ccompat/v7  (8081 is taken)");
    }

    private static Screen screen(int page, int broker, int registry) {
        return new Screen(
                URI.create("http://127.0.0.1:" + page + "/"),
                "127.0.0.1:" + broker,
                URI.create("http://127.0.0.1:" + registry + "/apis/ccompat/v7"),
                new SampleTraffic().description(),
                Screen.DEMO_PLACES,
                Path.of("streams/target/quickstart/1234567"));
    }
}
