/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.cases.Organization;
import io.whence.wire.Contracts;
import io.whence.wire.Decoded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
        List<Organization> organizations = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                organizations.add(organization(line, number));
            }
        }
        return organizations;
    }

    private Organization organization(String line, int number) {
        Decoded<Organization> decoded = Contracts.ORGANIZATION.fromJson(line);
        if (decoded instanceof Decoded.Value<Organization> value) {
            return value.value();
        }
        Decoded.Undecodable<Organization> undecodable = (Decoded.Undecodable<Organization>) decoded;
        String field = undecodable.field() == null ? "" : undecodable.field() + " ";
        throw new ParameterException(
                spec.commandLine(), "--organizations: " + file + ":" + number + ": " + field + undecodable.message());
    }
}
