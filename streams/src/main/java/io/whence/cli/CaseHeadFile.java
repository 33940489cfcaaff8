/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.cases.CaseHead;
import io.whence.proof.HeadLine;
import io.whence.wire.Contracts;
import io.whence.wire.Decoded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** An export of signed heads: JSON lines of the contract, plain or gzip. */
final class CaseHeadFile {

    private CaseHeadFile() {}

    /** The heads of a file; a line that cannot be read ends the command and is named. */
    static List<HeadLine> read(CommandLine command, Path file) throws IOException {
        List<HeadLine> heads = new ArrayList<>();
        ExportedLines.read(file, (number, line) -> heads.add(head(command, file.toString(), number, line)));
        return heads;
    }

    static HeadLine head(CommandLine command, String file, long number, String line) {
        if (Contracts.CASE_HEAD.fromJson(line) instanceof Decoded.Value<CaseHead> head) {
            return new HeadLine(file, number, head.value());
        }
        throw new ParameterException(command, file + ":" + number + " is no head of a chain");
    }
}
