/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** In which form an answer is given: to be read by a program as it comes, or to be kept as a file. */
enum Export {
    JSON("application/json; charset=utf-8"),

    /** RFC 4180. */
    CSV("text/csv; charset=utf-8; header=present"),

    /** One JSON document a line (jsonlines.org). */
    JSONL("application/jsonl; charset=utf-8");

    private static final String PARAMETER = "format";

    private final String contentType;

    Export(String contentType) {
        this.contentType = contentType;
    }

    /**
     * The form that is asked for; JSON when none is.
     *
     * @throws ParameterException when it is not offered
     */
    static Export asked(Parameters parameters, Export... offered) {
        List<String> names = Stream.of(offered).map(Export::word).toList();
        return valueOf(parameters.oneOf(PARAMETER, names).toUpperCase(Locale.ROOT));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Answers with a file. */
    void file(Context response, String name, byte[] content) {
        response.contentType(contentType)
                .header("Content-Disposition", disposition(name))
                .result(content);
    }

    /** Says under which name to save it; whatever a file name or a header cannot hold becomes an underscore. */
    String disposition(String name) {
        return "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9._@-]", "_") + '.' + word() + '"';
    }

    /** Each of some views as a line. */
    static byte[] lines(List<?> views) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Object view : views) {
            lines.writeBytes(Json.write(view)); // JSON holds no line break
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
