/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.proof.VerifyingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Public keys that heads are signed with. */
final class KeyFiles {

    private KeyFiles() {}

    /** The key of a file; one that is no key ends the command. */
    static VerifyingKey verifyingKey(CommandLine command, Path file) throws IOException {
        try {
            return VerifyingKey.parse(Files.readString(file));
        } catch (IllegalArgumentException noKey) {
            throw new ParameterException(command, "--key: " + file + " " + noKey.getMessage(), noKey);
        }
    }
}
