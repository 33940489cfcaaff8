/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.whence.http.view.TotalsView;
import io.whence.query.WhenceQueries;
import java.util.List;

/** What all organizations together sent. */
final class TotalsApi {

    private final WhenceQueries queries;

    TotalsApi(WhenceQueries queries) {
        this.queries = queries;
    }

    void totals(Context asked) {
        Parameters parameters = new Parameters(asked);
        boolean byHour = parameters.oneOf("by", List.of("day", "hour")).equals("hour");
        Answers.json(asked, TotalsView.of(queries.totals(parameters.days()), byHour));
    }
}
