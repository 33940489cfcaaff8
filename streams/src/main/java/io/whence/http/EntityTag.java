/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.zip.CRC32;

/** Names the content of an answer, so that whoever has it already need not be sent it again (RFC 9110, 13.1.2). */
final class EntityTag {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private EntityTag() {}

    /** Names the content of an answer that is ready, and takes it away when it is known to who asks. */
    static void put(Context answered) {
        boolean whole = answered.method().equals(HandlerType.GET) && answered.statusCode() == OK;
        if (!whole
                || answered.res().containsHeader("ETag")
                || !(answered.resultInputStream() instanceof ByteArrayInputStream content)) {
            return;
        }
        String tag = tag(content.readAllBytes());
        content.reset();
        answered.header("ETag", tag);
        String known = answered.header("If-None-Match");
        if (known != null && List.of(known.split("\\s*,\\s*")).contains(tag)) {
            answered.status(NOT_MODIFIED).result("");
        }
    }

    private static String tag(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return "W/\"" + Long.toHexString(sum.getValue()) + "-" + content.length + '"';
    }
}
