/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;

/** How records of {@link io.whence.http.view} are written as JSON, and read again by those who ask for them. */
public final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES) // a newer server may say more
            .build();

    private Json() {}

    /** The JSON of a view, in UTF-8. */
    public static byte[] write(Object view) {
        try {
            return MAPPER.writeValueAsBytes(view);
        } catch (JsonProcessingException defect) {
            throw new UncheckedIOException(defect);
        }
    }

    /** The JSON of a view, laid out for people. */
    public static String pretty(Object view) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(view);
        } catch (JsonProcessingException defect) {
            throw new UncheckedIOException(defect);
        }
    }

    /**
     * Reads a view; members it does not know are passed over.
     *
     * @throws UncheckedIOException when it is not the JSON of such a view
     */
    public static <T> T read(String json, Class<T> view) {
        try {
            return MAPPER.readValue(json, view);
        } catch (JsonProcessingException other) {
            throw new UncheckedIOException(other);
        }
    }
}
