/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.whence.query.instances.InstanceRows;
import io.whence.query.instances.SliceRequest;

/** What other instances ask of this one. */
final class InstanceApi {

    private final InstanceRows rows;

    InstanceApi(InstanceRows rows) {
        this.rows = rows;
    }

    void rows(Context asked) {
        Parameters parameters = new Parameters(asked);
        String store = parameters.text("store");
        SliceRequest wanted = new SliceRequest(
                store == null ? "" : store,
                parameters.number("partition", 0, 0, Integer.MAX_VALUE),
                parameters.text("from"),
                parameters.text("to"));
        try {
            asked.contentType("application/octet-stream").result(rows.rows(wanted));
        } catch (IllegalArgumentException notOurs) {
            throw new ParameterException("store", "No entries are given out for this request.");
        }
    }
}
