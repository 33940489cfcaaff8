/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.http.Json;
import io.whence.proof.Flaw;
import io.whence.proof.HeadLine;
import io.whence.proof.Verification;
import io.whence.proof.VerifyingKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code whence verify}: whether an export of case events is what was written. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks exports of case events, chain by chain, without a server, and names every place where something was"
                    + " changed, left out, put in, doubled or moved.",
            "",
            "Exit code: 0 intact, 1 broken or unreadable, 2 wrong usage.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  whence verify result/case-events.jsonl",
            "  whence verify case-events.jsonl.gz --heads case-heads.jsonl --key case-heads.pub"
        })
final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Case events as JSON lines, plain or gzip, of any number of organizations.")
    private List<Path> files = List.of();

    @Option(
            names = "--heads",
            paramLabel = "FILE",
            description = "Signed heads as JSON lines of the topic case-heads: up to where each chain must reach.")
    private @Nullable Path heads;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Public key (PEM) that heads are signed with; several after a change of keys.")
    private List<Path> keys = List.of();

    @Option(names = "--json", description = "Print JSON instead of words.")
    private boolean json;

    @Override
    public Integer call() {
        if ((heads == null) != keys.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--heads and --key go together");
        }
        try {
            CaseEventFiles read = CaseEventFiles.read(files);
            Verification verification = verify(read);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Json.pretty(asJson(verification)));
            } else {
                words(verification).forEach(out::println);
            }
            out.flush();
            return verification.intact() ? 0 : 1;
        } catch (IOException unreadable) {
            spec.commandLine().getErr().println("whence: " + unreadable);
            return 1;
        }
    }

    private Verification verify(CaseEventFiles read) throws IOException {
        List<HeadLine> lines = new ArrayList<>();
        if (heads != null) {
            lines.addAll(CaseHeadFile.read(spec.commandLine(), heads));
        }
        List<VerifyingKey> known = new ArrayList<>();
        for (Path key : keys) {
            known.add(KeyFiles.verifyingKey(spec.commandLine(), key));
        }
        return Verification.of(read.entries(), read.unreadable(), lines, known);
    }

    /** The result with names as in other JSON of the application. */
    static Map<String, Object> asJson(Verification verification) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("intact", verification.intact());
        all.put("chains", verification.chains());
        all.put("entries", verification.entries());
        all.put("entries_under_signed_heads", verification.signed());
        all.put("flaws", verification.flaws());
        all.put("remarks", verification.remarks());
        return all;
    }

    /** The result for people, one flaw a line. */
    static List<String> words(Verification verification) {
        List<String> lines = new ArrayList<>();
        verification.flaws().forEach(flaw -> lines.add(Printable.of(line(flaw))));
        verification.remarks().forEach(remark -> lines.add(Printable.of("note: " + remark)));
        String size = verification.chains() + " chains, " + verification.entries() + " entries, "
                + verification.signed() + " of them under signed heads: ";
        lines.add(size
                + (verification.intact()
                        ? "intact"
                        : "BROKEN in " + verification.flaws().size() + " places"));
        return lines;
    }

    private static String line(Flaw flaw) {
        String place = flaw.file() == null ? "" : flaw.file() + ":" + flaw.line() + ": ";
        String chain = flaw.organizationId() == null ? "" : flaw.organizationId() + " / " + flaw.policyId();
        String number = flaw.sequence() == 0 ? "" : " #" + flaw.sequence();
        return place + flaw.kind() + " " + chain + number + ": " + flaw.message();
    }
}
