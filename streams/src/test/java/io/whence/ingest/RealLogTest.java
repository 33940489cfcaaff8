/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.whence.ingest.format.OrganizationSource;
import io.whence.ingest.format.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten thousand lines that a real server wrote in 2015, where they are at hand. */
class RealLogTest {
    @Test
    void readsEveryLineOfARealApacheLogOrSaysWhyNot() throws IOException {
        var log = data().resolve("logs/apache_logs_2015.log");
        assumeTrue(Files.isReadable(log), "needs the Apache log of 2015 beside the repository");
        List<Unreadable> unreadable = new ArrayList<>();
        var reading = LogReading.of("auto", OrganizationSource.parse("hash:user_agent"));
        try (var logs = MergedLogs.open(List.of(new LogSource.LogFile(log)), reading, unreadable::add)) {
            var events = Logs.all(logs);
            assertThat(logs.starts().get(0).format()).isEqualTo("combined");
            assertThat(logs.totals().lines()).isEqualTo(10_000);
            assertThat(events.size() + unreadable.size()).isEqualTo(10_000);
            assertThat(events.stream().map(logged -> logged.event().eventId())).doesNotHaveDuplicates();
            assertThat(unreadable).isEmpty(); // line 8899 is cut within the user agent, which the rest can do without
        }
    }

    private static Path data() {
        var given = System.getProperty("whence.shared.data");
        return given == null
                ? Path.of(System.getProperty("whence.home", "."), "..", "..", "shared", "data")
                : Path.of(given);
    }
}
