/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.whence.http.view.ExemptionsView;
import io.whence.http.view.ExplanationView;
import io.whence.http.view.FamilyView;
import io.whence.http.view.HistoryView;
import io.whence.http.view.OrganizationsView;
import io.whence.http.view.OverviewView;
import io.whence.http.view.TrafficView;
import io.whence.query.DayRange;
import io.whence.query.OrganizationSearch;
import io.whence.query.Traffic;
import io.whence.query.TrafficDetail;
import io.whence.query.WhenceQueries;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Organizations: all of them, one at a glance, its traffic, and why it stands where it stands. */
final class OrganizationApi {

    private static final String FILE = "organizations";

    private final WhenceQueries queries;

    OrganizationApi(WhenceQueries queries) {
        this.queries = queries;
    }

    void list(Context asked) {
        Parameters parameters = new Parameters(asked);
        OrganizationSearch search = new OrganizationSearch(
                parameters.text("q"),
                upperCase(parameters.text("state")),
                parameters.region("region"),
                upperCase(parameters.text("classification")),
                parameters.number("min_days", 0, 0, DayRange.MAX_DAYS),
                parameters.number("offset", 0, 0, Integer.MAX_VALUE),
                parameters.number("limit", OrganizationSearch.DEFAULT_LIMIT, 1, OrganizationSearch.MAX_LIMIT));
        Export format = Export.asked(parameters, Export.JSON, Export.CSV, Export.JSONL);
        OrganizationsView found = OrganizationsView.of(queries.organizations(search));
        switch (format) {
            case JSON -> Answers.json(asked, found);
            case CSV -> format.file(asked, FILE, OrganizationsCsv.of(found));
            case JSONL -> format.file(asked, FILE, Export.lines(found.organizations()));
        }
    }

    private static @Nullable String upperCase(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }

    void overview(Context asked) {
        Answers.json(asked, OverviewView.of(queries.organization(id(asked)).orElseThrow(OrganizationApi::missing)));
    }

    void family(Context asked) {
        Answers.json(
                asked,
                FamilyView.of(queries.family(id(asked))
                        .orElseThrow(() -> new MissingException(
                                "There is no organization with this id, and none that belongs to it."))));
    }

    void exemptions(Context asked) {
        Answers.json(
                asked,
                ExemptionsView.of(id(asked), queries.exemptions(id(asked)).orElseThrow(OrganizationApi::missing)));
    }

    void traffic(Context asked) {
        Parameters parameters = new Parameters(asked);
        Export format = Export.asked(parameters, Export.JSON, Export.CSV, Export.JSONL);
        TrafficDetail detail = TrafficDetail.valueOf(
                parameters.oneOf("by", List.of("day", "key", "network")).toUpperCase(Locale.ROOT));
        Traffic traffic = queries.traffic(id(asked), parameters.days(detail.maxDays()), detail)
                .orElseThrow(OrganizationApi::missing);
        String name = "regional-traffic-" + traffic.organizationId();
        switch (format) {
            case JSON -> Answers.json(asked, TrafficView.of(traffic));
            case CSV -> format.file(asked, name, TrafficCsv.of(traffic));
            case JSONL ->
                format.file(asked, name, Export.lines(TrafficView.of(traffic).lines()));
        }
    }

    void history(Context asked) {
        Answers.json(
                asked, HistoryView.of(id(asked), queries.history(id(asked)).orElseThrow(OrganizationApi::missing)));
    }

    void explanation(Context asked) {
        Answers.json(asked, ExplanationView.of(queries.explanation(id(asked)).orElseThrow(OrganizationApi::missing)));
    }

    private static String id(Context asked) {
        return asked.pathParam("organization_id");
    }

    private static MissingException missing() {
        return new MissingException("No request of an organization with this id was counted.");
    }
}
