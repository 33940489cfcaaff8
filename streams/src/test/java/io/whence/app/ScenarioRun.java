/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.PolicyFile;
import io.whence.config.WhenceConfig;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.cases.Organization;
import io.whence.domain.origin.OriginLocator;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSourceException;
import io.whence.geo.GeoSources;
import io.whence.geo.MaxMindLocator;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plays a scenario in a backtest. */
final class ScenarioRun implements AutoCloseable {

    private static final Instant RECEIVED = Instant.parse("2026-01-01T00:00:00Z");

    private final ScenarioFolder folder;
    private final @Nullable ScenarioPlaces places;
    private final List<Instant> changes;
    private final Backtest backtest;
    private final BacktestFiles files = new BacktestFiles();
    private final List<CaseEvent> caseEvents = new ArrayList<>();
    private final List<String> assessments = new ArrayList<>();
    private final List<String> tallies = new ArrayList<>();
    private final List<String> leaks = new ArrayList<>();
    private final List<String> deadLetters = new ArrayList<>();

    ScenarioRun(ScenarioFolder folder) throws IOException {
        this.folder = folder;
        this.places = folder.places();
        this.changes = new ArrayList<>(places == null ? List.of() : places.changes());
        WhenceConfig config = folder.config();
        backtest = new Backtest(
                places == null ? bundled() : places,
                Settings.proxies(config),
                Settings.tallyRules(config),
                config.pseudonymKey(),
                RECEIVED);
        changePlaces(Instant.EPOCH);
    }

    static OriginLocator bundled() throws IOException {
        try {
            return new MaxMindLocator(GeoDatabases.open(GeoSources.bundled()));
        } catch (GeoSourceException broken) {
            throw new IOException(broken);
        }
    }

    /** Hands everything in and lets time pass to the end, that many times. */
    ScenarioRun play(int times) throws IOException {
        for (PolicyFile policy : folder.policies()) {
            backtest.policy(policy.compile().orThrow());
        }
        for (Organization organization : folder.organizations()) {
            backtest.organization(organization);
        }
        List<AccessEvent> events = folder.events();
        for (int time = 0; time < times; time++) {
            handIn(events);
            finish();
        }
        return this;
    }

    private void handIn(List<AccessEvent> events) throws IOException {
        for (OfficerAction action : folder.actions()) {
            backtest.action(action);
        }
        Deque<Control> controls = new ArrayDeque<>(folder.controls());
        for (AccessEvent event : events) {
            changePlaces(event.timestamp());
            while (!controls.isEmpty() && !controls.peek().at().isAfter(event.timestamp())) {
                backtest.control(controls.remove());
            }
            backtest.accept(event);
        }
    }

    private void finish() throws IOException {
        Instant until = folder.until();
        if (until == null) {
            backtest.finish();
        } else {
            changePlaces(until);
            backtest.finish(until);
        }
        BacktestResults results = backtest.drain();
        files.add(results);
        caseEvents.addAll(results.caseEvents());
        assessments.addAll(results.assessments());
        tallies.addAll(results.traffic());
        leaks.addAll(results.leaks());
        results.deadLetters().forEach(dead -> deadLetters.add(dead.reason()));
    }

    private void changePlaces(Instant time) {
        while (places != null && !changes.isEmpty() && !changes.get(0).isAfter(time)) {
            Instant change = changes.remove(0);
            if (change.isAfter(Instant.EPOCH)) {
                backtest.finish(change);
            }
            places.use(change);
        }
    }

    ScenarioFolder folder() {
        return folder;
    }

    BacktestFiles files() {
        return files;
    }

    /** What the cases went through, in the order of time. */
    List<CaseEvent> caseEvents() {
        return caseEvents;
    }

    /** Assessments in the order they were made, each as a line of JSON. */
    List<String> assessments() {
        return assessments;
    }

    /** Closed tallies, each as a line of JSON. */
    List<String> tallies() {
        return tallies;
    }

    /** All that is kept after the access logs, each record as a line of JSON. */
    List<String> written() {
        List<String> written = new ArrayList<>(tallies);
        written.addAll(leaks);
        files.notices().forEach(notice -> written.add(Contracts.NOTICE.toJson(notice)));
        files.decisions().forEach(decision -> written.add(Contracts.ENFORCEMENT_DECISION.toJson(decision)));
        caseEvents.forEach(event -> written.add(Contracts.CASE_EVENT.toJson(event)));
        return written;
    }

    /** Why what was refused was refused. */
    List<String> deadLetters() {
        return deadLetters;
    }

    /** Where the cases stand now. */
    Collection<ComplianceCase> cases() {
        return backtest.state().cases();
    }

    Backtest backtest() {
        return backtest;
    }

    @Override
    public void close() {
        backtest.close();
    }
}
