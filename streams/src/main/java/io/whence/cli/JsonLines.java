/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.wire.Contract;
import io.whence.wire.Decoded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Files with one record of a contract a line. */
final class JsonLines {

    private JsonLines() {}

    /** The records of a file; a line that cannot be read ends the command and is named. */
    static <D> List<D> read(CommandLine command, String option, Path file, Contract<D> contract) throws IOException {
        List<D> records = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                records.add(record(command, option + ": " + file + ":" + number, line, contract));
            }
        }
        return records;
    }

    private static <D> D record(CommandLine command, String where, String line, Contract<D> contract) {
        Decoded<D> decoded = contract.fromJson(line);
        if (decoded instanceof Decoded.Value<D> value) {
            return value.value();
        }
        Decoded.Undecodable<D> undecodable = (Decoded.Undecodable<D>) decoded;
        String field = undecodable.field() == null ? "" : undecodable.field() + " ";
        throw new ParameterException(command, where + ": " + field + undecodable.message());
    }
}
