/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.domain.cases.CaseEvent;
import io.whence.proof.ChainId;
import io.whence.proof.Entry;
import io.whence.proof.UnreadableLine;
import io.whence.wire.Contracts;
import io.whence.wire.Decoded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Exports of case events: JSON lines of the contract, plain or gzip. */
final class CaseEventFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Entry> entries = new ArrayList<>();
    private final List<UnreadableLine> unreadable = new ArrayList<>();

    /** Reads files; a line that is no case event is kept as such. */
    static CaseEventFiles read(Collection<Path> files) throws IOException {
        CaseEventFiles read = new CaseEventFiles();
        for (Path file : files) {
            ExportedLines.read(file, (number, line) -> read.add(file.toString(), number, line));
        }
        return read;
    }

    List<Entry> entries() {
        return entries;
    }

    List<UnreadableLine> unreadable() {
        return unreadable;
    }

    void add(String file, long number, String line) {
        Decoded<CaseEvent> decoded = Contracts.CASE_EVENT.fromJson(line);
        if (decoded instanceof Decoded.Value<CaseEvent> value) {
            entries.add(new Entry(file, number, value.value()));
            return;
        }
        var wrong = (Decoded.Undecodable<CaseEvent>) decoded;
        JsonNode fields = fields(line);
        JsonNode organization = fields.path("organization_id");
        JsonNode policy = fields.path("policy_id");
        ChainId chain = organization.isTextual() && policy.isTextual()
                ? new ChainId(organization.asText(), policy.asText())
                : null;
        unreadable.add(new UnreadableLine(
                file,
                number,
                wrong.field(),
                (wrong.field() == null ? "" : wrong.field() + " ") + wrong.message(),
                chain,
                fields.path("sequence").asLong(0)));
    }

    private static JsonNode fields(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException noJson) {
            return JSON.missingNode();
        }
    }
}
