/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    private static final String OURS = String.valueOf(ProcessHandle.current().pid());

    /** Above the highest process id that Linux gives out (2^22). */
    private static final String GONE = "99999999";

    @TempDir
    Path parent;

    @Test
    void goesWithEverythingInIt() throws Exception {
        try (var run = RunDirectory.create(parent.resolve("runs"))) {
            assertThat(run.path()).isEqualTo(parent.resolve("runs").resolve(OURS));
            Files.createDirectories(run.path().resolve("broker/topic-0"));
            Files.writeString(run.path().resolve("broker/topic-0/00.log"), "records");
        }
        assertThat(parent.resolve("runs")).isEmptyDirectory();
    }

    @Test
    void staysWhenItIsToBeKept() throws Exception {
        try (var run = RunDirectory.create(parent)) {
            Files.writeString(run.path().resolve("whence.log"), "kept");
            run.keep();
        }
        assertThat(parent.resolve(OURS).resolve("whence.log")).hasContent("kept");
    }

    @Test
    void theNextRunRemovesWhatAKilledOneLeftAndNothingElse() throws Exception {
        Files.createDirectories(parent.resolve(GONE).resolve("broker"));
        Files.createDirectories(parent.resolve("88888888"));
        Files.writeString(parent.resolve("88888888/keep"), "");
        Files.createDirectories(parent.resolve("1"));
        Files.writeString(parent.resolve("notes.txt"), "somebody else's");

        RunDirectory.create(parent).close();

        assertThat(parent).isDirectoryNotContaining("glob:**/" + GONE).isDirectoryNotContaining("glob:**/" + OURS);
        assertThat(parent.resolve("88888888")).exists();
        assertThat(parent.resolve("1")).as("process 1 runs").exists();
        assertThat(parent.resolve("notes.txt")).exists();
    }

    @Test
    void aParentThatIsNoDirectoryIsSaid() throws Exception {
        var file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> RunDirectory.create(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot use " + file);
    }
}
