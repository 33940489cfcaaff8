/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.whence.http.view.NoticesView;
import io.whence.query.NoticeList;
import io.whence.query.WhenceQueries;

/** Notices, newest first. */
final class NoticeApi {

    private static final int DEFAULT_LIMIT = 100;

    private final WhenceQueries queries;

    NoticeApi(WhenceQueries queries) {
        this.queries = queries;
    }

    void list(Context asked) {
        Parameters parameters = new Parameters(asked);
        int limit = parameters.number("limit", DEFAULT_LIMIT, 1, WhenceQueries.MAX_NOTICES);
        int offset = parameters.number("offset", 0, 0, Integer.MAX_VALUE);
        Export format = Export.asked(parameters, Export.JSON, Export.JSONL);
        String organizationId = parameters.text("organization_id");
        NoticeList found = organizationId == null
                ? queries.notices(offset, limit)
                : queries.notices(organizationId, offset, limit);
        if (format == Export.JSONL) {
            format.file(
                    asked,
                    "compliance-notices",
                    Export.lines(NoticesView.of(found).notices()));
        } else {
            Answers.json(asked, NoticesView.of(found));
        }
    }
}
