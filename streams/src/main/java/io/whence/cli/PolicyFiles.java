/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.config.PolicyFile;
import io.whence.config.PolicyYaml;
import io.whence.domain.policy.PolicyCompilation;
import io.whence.domain.policy.RegionPolicy;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The policies that a command is given as files or ids. */
final class PolicyFiles {

    private PolicyFiles() {}

    /** Reads one; what is not there or cannot be read is wrong usage. */
    static PolicyFile load(CommandSpec spec, String fileOrId) {
        try {
            return PolicyYaml.load(fileOrId);
        } catch (NoSuchFileException missing) {
            throw new ParameterException(spec.commandLine(), missing.getMessage(), missing);
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), fileOrId + ": cannot be read: " + unreadable, unreadable);
        }
    }

    /** Reads and compiles one; empty when it is refused, after saying why on the error stream. */
    static Optional<RegionPolicy> compiled(CommandSpec spec, String fileOrId) {
        var file = load(spec, fileOrId);
        var compilation = file.compile();
        if (compilation instanceof PolicyCompilation.Compiled compiled) {
            return Optional.of(compiled.policy());
        }
        spec.commandLine().getErr().println(PolicyWords.of(file, compilation));
        spec.commandLine().getErr().flush();
        return Optional.empty();
    }

    /** The ids a user can name without having a file. */
    static final class BundledIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return PolicyYaml.bundledIds().iterator();
        }
    }
}
