/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.cases.Organization;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that names a file of organizations, spelled the same in every command. */
final class OrganizationOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--organizations",
            paramLabel = "FILE",
            description = "What is known of the organizations: JSON lines with the fields of the organizations topic.")
    private @Nullable Path file;

    /** The organizations; a line that cannot be read ends the command and is named. */
    List<Organization> read() throws IOException {
        if (file == null) {
            return List.of();
        }
        return JsonLines.read(spec.commandLine(), "--organizations", file, Contracts.ORGANIZATION);
    }
}
