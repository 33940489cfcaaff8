/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import static io.whence.ingest.format.UnreadableReason.NOT_THE_FORMAT;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** One JSON object a line. */
final class JsonParser implements LineParser {
    /** A server that escapes as in plain text writes {@code \x22} for a quote: no header may make a line unreadable. */
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .reader();

    @Override
    public RawFields parse(String line) throws UnreadableLineException {
        var tree = tree(line);
        if (!tree.isObject()) {
            throw new UnreadableLineException(NOT_THE_FORMAT, null, "not a JSON object");
        }
        return new JsonFields(tree);
    }

    private static JsonNode tree(String line) throws UnreadableLineException {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UnreadableLineException(NOT_THE_FORMAT, null, "not JSON: " + e.getOriginalMessage());
        } catch (NumberFormatException e) { // Jackson's own, for exponents beyond all measure
            throw new UnreadableLineException(NOT_THE_FORMAT, null, "no JSON number: " + e.getMessage());
        }
    }
}
