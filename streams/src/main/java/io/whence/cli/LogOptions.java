/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.SuppressForbidden;
import io.whence.ingest.LogReading;
import io.whence.ingest.LogSource;
import io.whence.ingest.UnreadableFiles;
import io.whence.ingest.format.LogFormats;
import io.whence.ingest.format.OrganizationSource;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The options that say which logs to read and how, spelled the same in every command. */
final class LogOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = LogFormats.AUTO,
            description = "How the logs are written: auto, jsonl (access events), combined (also common), nginx-main,"
                    + " nginx-json, apache-json, envoy-json, cloudflare, kong, cloudfront, or fields:FILE, a table of"
                    + " fields for other JSON logs. Default: ${DEFAULT-VALUE}, told by the first lines of each log.")
    private String format;

    @Option(
            names = "--organization",
            paramLabel = "SOURCE",
            converter = Converter.class,
            description = "Where the organization is: field:NAME, header:NAME, constant:VALUE, or hash:NAME for"
                    + " org- and a hash of a field. Needed for formats that carry none; wins over one that is there."
                    + " In JSON, NAME may be a pointer such as /consumer/id.")
    private @Nullable OrganizationSource organization;

    @Option(
            names = "--logs",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Logs, plain or gzip; - for standard input. Several are read in the order of their times.")
    private List<String> logs = new ArrayList<>();

    private static final class Converter implements ITypeConverter<OrganizationSource> {
        @Override
        public OrganizationSource convert(String text) {
            try {
                return OrganizationSource.parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }

    /** Whether {@code --logs} names any. */
    boolean given() {
        return !logs.isEmpty();
    }

    /** How to read; options that do not go together end the command. */
    LogReading reading() {
        try {
            return LogReading.of(format, organization);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
        }
    }

    /** The reading in words, by which a checkpoint tells whether it was the same. */
    String described() {
        return "format " + format + ", organization " + (organization == null ? "of each line" : organization);
    }

    /** The logs of {@code --logs}. */
    List<LogSource> sources() {
        return sources(List.of());
    }

    /** The logs of {@code --logs} and these; none at all, or standard input twice, ends the command. */
    List<LogSource> sources(List<String> more) {
        var names = new ArrayList<>(logs);
        names.addAll(more);
        if (names.stream().filter("-"::equals).count() > 1) {
            throw new ParameterException(spec.commandLine(), "standard input (-) can be read only once");
        }
        List<LogSource> sources = new ArrayList<>();
        for (var name : names) {
            if (name.endsWith(UnreadableFiles.SUFFIX)) { // access.log* means it as well
                spec.commandLine().getErr().println("passing over " + name + ": lines that could not be read");
            } else {
                sources.add(LogSource.of(name, standardInput()));
            }
        }
        if (sources.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no log is given; - is standard input");
        }
        return sources;
    }

    @SuppressForbidden("the command line is where standard input is read")
    private static InputStream standardInput() {
        return System.in;
    }
}
