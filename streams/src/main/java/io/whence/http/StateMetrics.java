/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.whence.domain.tally.Ledger;
import io.whence.query.Ledgers;
import io.whence.query.NotReadyException;
import io.whence.query.StateCounts;
import io.whence.query.Totals;
import io.whence.query.WhenceQueries;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * The metrics of the application for Prometheus, with the state in numbers; nobody's name is among them.
 *
 * <p>For every partition, {@code consumed = tallied + duplicate + late + filtered + dead_lettered}: alert when
 * {@code whence_ledger_imbalance} is not 0. The numbers of the state are absent while it cannot be read.
 */
final class StateMetrics implements Handler {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final WhenceQueries queries;
    private final PrometheusMeterRegistry registry;
    private final MultiGauge readable;
    private final MultiGauge organizations;
    private final MultiGauge cases;
    private final MultiGauge warnings;
    private final MultiGauge notices;
    private final MultiGauge regionRequests;
    private final MultiGauge regionOrganizations;
    private final MultiGauge located;
    private final MultiGauge leakedRequests;
    private final MultiGauge ledgerEntries;
    private final MultiGauge unprovenForwarding;
    private final MultiGauge ledgerImbalance;
    private final MultiGauge databaseAge;

    StateMetrics(WhenceQueries queries, PrometheusMeterRegistry registry) {
        this.queries = queries;
        this.registry = registry;
        readable = gauge("whence.state.readable", "1 when the state stores can be read, 0 when not");
        organizations = gauge(
                "whence.organizations", "Organizations that have sent something, by the state of their worst case");
        cases = gauge("whence.cases", "Cases by state");
        warnings = gauge("whence.warnings", "Warnings that stand, by explanation");
        regionRequests = gauge("whence.region.requests", "Requests of the newest 28 days by region and standing");
        regionOrganizations = gauge("whence.region.organizations", "Organizations plainly seen in a region lately");
        located = gauge("whence.located.share", "Share of the requests of the newest 28 days that could be located");
        notices = gauge("whence.notices", "Notices by kind");
        leakedRequests = gauge(
                "whence.leaked.requests",
                "Requests served after their refusal took effect, on days that are still open");
        ledgerEntries = gauge("whence.ledger.entries", "Records of the access logs by what became of them");
        unprovenForwarding = gauge(
                "whence.ledger.unproven.forwarding",
                "Counted requests with a forwarding header that nobody trusted vouches for");
        ledgerImbalance = gauge("whence.ledger.imbalance", "Records unaccounted for; anything but 0 is a defect");
        databaseAge = gauge("whence.database.age.days", "Age of the geolocation sources in days");
    }

    private MultiGauge gauge(String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /** One at a time, so that each answer is of one moment. */
    @Override
    public synchronized void handle(Context asked) {
        refresh();
        asked.contentType(CONTENT_TYPE).result(registry.scrape());
    }

    private void refresh() {
        databaseAge.register(
                queries.geolocation().builds().stream()
                        .map(build -> row("source", build.source(), queries.ageInDays(build)))
                        .toList(),
                true);
        try {
            show(queries.counts());
            show(queries.totals(Optional.empty()));
        } catch (NotReadyException moving) {
            List.of(
                            organizations,
                            cases,
                            warnings,
                            notices,
                            regionRequests,
                            regionOrganizations,
                            located,
                            leakedRequests,
                            ledgerEntries,
                            unprovenForwarding,
                            ledgerImbalance)
                    .forEach(gauge -> gauge.register(List.of(), true));
            show(readable, 0);
        }
    }

    private void show(StateCounts counts) {
        show(readable, 1);
        show(organizations, "state", counts.organizations());
        show(cases, "state", counts.cases());
        show(warnings, "classification", counts.warnings());
        notices.register(
                counts.notices().entrySet().stream()
                        .map(entry -> row("kind", entry.getKey().name().toLowerCase(Locale.ROOT), entry.getValue()))
                        .toList(),
                true);
        leakedRequests.register(
                counts.leakedRequests().entrySet().stream()
                        .map(entry -> row("gateway", entry.getKey(), entry.getValue()))
                        .toList(),
                true);
        show(counts.ledger());
    }

    private void show(Totals totals) {
        regionRequests.register(
                totals.byRegion().stream()
                        .map(sum -> Row.of(
                                Tags.of(
                                        "region",
                                        sum.region().code(),
                                        "standing",
                                        sum.standing().name().toLowerCase(Locale.ROOT)),
                                (Number) sum.requests()))
                        .toList(),
                true);
        regionOrganizations.register(
                totals.organizations().entrySet().stream()
                        .map(entry -> row("region", entry.getKey().code(), entry.getValue()))
                        .toList(),
                true);
        show(located, totals.located());
    }

    private void show(Ledgers ledgers) {
        ledgerEntries.register(
                ledgers.partitions().entrySet().stream()
                        .flatMap(entry -> entries(entry.getKey().toString(), entry.getValue()))
                        .toList(),
                true);
        show(unprovenForwarding, ledgers, Ledger::unprovenForwarding);
        show(ledgerImbalance, ledgers, Ledger::imbalance);
    }

    private static Stream<Row<Number>> entries(String partition, Ledger ledger) {
        Map<String, Long> entries = Map.of(
                "consumed", ledger.consumed(),
                "tallied", ledger.tallied(),
                "duplicate", ledger.duplicate(),
                "late", ledger.late(),
                "filtered", ledger.filtered(),
                "dead_lettered", ledger.deadLettered());
        return entries.entrySet().stream()
                .map(entry -> Row.of(Tags.of("entry", entry.getKey(), "partition", partition), entry.getValue()));
    }

    private static void show(MultiGauge gauge, Ledgers ledgers, ToLongFunction<Ledger> number) {
        gauge.register(
                ledgers.partitions().entrySet().stream()
                        .map(entry -> row("partition", entry.getKey().toString(), number.applyAsLong(entry.getValue())))
                        .toList(),
                true);
    }

    private static void show(MultiGauge gauge, String tag, Map<String, Integer> numbers) {
        gauge.register(
                numbers.entrySet().stream()
                        .map(entry -> row(tag, entry.getKey().toLowerCase(Locale.ROOT), entry.getValue()))
                        .toList(),
                true);
    }

    private static void show(MultiGauge gauge, Number value) {
        gauge.register(List.of(Row.of(Tags.empty(), value)), true);
    }

    private static Row<Number> row(String tag, String value, Number number) {
        return Row.of(Tags.of(tag, value), number);
    }
}
