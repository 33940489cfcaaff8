/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.ingest.LogReading;
import io.whence.ingest.LogSource;
import io.whence.ingest.format.OrganizationSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                .contains(
                        "whence lookup",
                        "whence explain",
                        "whence action",
                        "compliance-notices",
                        "sample requests",
                        "demo data")
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

    @Test
    void suggestsAnOrganizationOfTheLogAndNoStoryThatIsNotTold(@TempDir Path folder) throws IOException {
        var log = Files.writeString(
                folder.resolve("access.log"),
                "203.0.113.9 - acme [09/Jul/2024:00:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"curl\"\n");

        assertThat(String.join("\n", screen(traffic(log)).lines()))
                .contains("whence explain acme --url http://127.0.0.1:8080/")
                .doesNotContain("paper-crane", "--story");
    }

    @Test
    void suggestsNothingThatAShellWouldTakeForMore(@TempDir Path folder) throws IOException {
        var log = Files.writeString(
                folder.resolve("access.log"),
                "203.0.113.9 - $(id) [09/Jul/2024:00:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"curl\"\n");

        assertThat(String.join("\n", screen(traffic(log)).lines()))
                .contains("whence lookup")
                .doesNotContain("explain", "$(id)");
    }

    private static Traffic traffic(Path log) {
        var reading = LogReading.of("auto", OrganizationSource.parse("field:remote_user"));
        return new LogTraffic(List.of(new LogSource.LogFile(log)), reading, List.of());
    }

    private static Screen screen(Traffic traffic) {
        return screen(traffic, URI.create("http://127.0.0.1:8080/"), 9092, 8081);
    }

    private static Screen screen(int page, int broker, int registry) {
        return screen(new SampleTraffic(), URI.create("http://127.0.0.1:" + page + "/"), broker, registry);
    }

    private static Screen screen(Traffic traffic, URI page, int broker, int registry) {
        return new Screen(
                page,
                "127.0.0.1:" + broker,
                URI.create("http://127.0.0.1:" + registry + "/apis/ccompat/v7"),
                traffic.description(),
                Screen.DEMO_PLACES,
                traffic.commands(
                        page,
                        "--brokers 127.0.0.1:" + broker + " --schema-registry-url http://127.0.0.1:" + registry
                                + "/apis/ccompat/v7"),
                Path.of("streams/target/quickstart/1234567"));
    }
}
