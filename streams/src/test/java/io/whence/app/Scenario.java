/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.whence.config.EvidenceFiles;
import io.whence.config.PolicyYaml;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import io.whence.domain.access.IpAddress;
import io.whence.domain.access.Products;
import io.whence.domain.access.TrustedProxies;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.origin.AutonomousSystem;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.OriginLocator;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Unlocated;
import io.whence.domain.policy.PolicyCompilation;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.Ledger;
import io.whence.topology.TallyRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Runs the topology in the words of the domain; every {@code expect} fails when nothing came. */
public final class Scenario implements AutoCloseable {

    public static final Duration LATENESS = Duration.ofHours(6);
    static final Instant RECEIVED = Instant.parse("2024-08-01T00:00:00Z");

    private final Map<String, Origin> places = new HashMap<>();
    private final Backtest backtest;
    private final BacktestFiles results = new BacktestFiles();
    private final Map<String, JsonNode> assessments = new TreeMap<>();
    private final List<CaseEvent> caseEvents = new ArrayList<>();
    private final List<String> deadLetters = new ArrayList<>();
    private int nextEvent;

    public Scenario() {
        this(Products.NONE);
    }

    public Scenario(Products products) {
        OriginLocator locator = new OriginLocator() {
            @Override
            public Origin locate(IpAddress address) {
                return places.getOrDefault(address.masked().toString(), Origin.unlocated(Unlocated.NOT_IN_DATABASE));
            }

            @Override
            public List<DatabaseBuild> builds() {
                return List.of(new DatabaseBuild("Test-City", Instant.parse("2024-06-18T00:00:00Z"), "00".repeat(32)));
            }
        };
        TallyRules rules = new TallyRules(
                LATENESS,
                Duration.ofMinutes(15),
                400,
                () -> null,
                List.of("/healthz"),
                products,
                EvidenceFiles.bundled());
        backtest = new Backtest(
                locator, TrustedProxies.none(), rules, "secret".getBytes(StandardCharsets.UTF_8), RECEIVED);
    }

    /** The bundled policy of 2024: announced on 24 June, enforced from 9 July. */
    public static RegionPolicy openAiApi() {
        try {
            return ((PolicyCompilation.Compiled) PolicyYaml.load("openai-api").compile()).policy();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    public Scenario given(RegionPolicy policy) {
        backtest.policy(policy);
        return this;
    }

    /** Places the /24 of an address in a region. */
    public Scenario givenPlace(String address, String region, NetworkType type, long asn) {
        return givenPlace(address, region, type, asn, null);
    }

    /** The same where a second database says so, too. */
    Scenario givenConfirmedPlace(String address, String region, NetworkType type, long asn) {
        return givenPlace(address, region, type, asn, new Region(region));
    }

    private Scenario givenPlace(
            String address, String region, NetworkType type, long asn, @Nullable Region secondCountry) {
        Origin origin = new Origin(
                new Region(region),
                Unlocated.LOCATED,
                type,
                null,
                new AutonomousSystem(asn, "Operator " + asn),
                null,
                null,
                secondCountry,
                null);
        places.put(IpAddress.parse(address).orElseThrow().masked().toString(), origin);
        return this;
    }

    public static AccessEvent event(String organization, String id, String time, String address) {
        return event(organization, id, time, address, "/v1/chat", 200);
    }

    static AccessEvent event(String organization, String id, String time, String address, String path, int status) {
        return new AccessEvent(
                id,
                Instant.parse(time),
                organization,
                null,
                "key-1",
                Channel.API,
                address,
                null,
                "POST",
                path,
                status,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same event with the round trips of its connection and of the request, in milliseconds. */
    static AccessEvent measured(AccessEvent event, float tcpMillis, float requestMillis) {
        return new AccessEvent(
                event.eventId(),
                event.timestamp(),
                event.organizationId(),
                event.projectId(),
                event.apiKeyId(),
                event.channel(),
                event.sourceIp(),
                event.forwardedFor(),
                event.method(),
                event.path(),
                event.status(),
                event.userAgent(),
                event.acceptLanguage(),
                event.tlsFingerprint(),
                tcpMillis,
                requestMillis,
                event.edgeLocation(),
                event.endUserId());
    }

    public Scenario accept(AccessEvent event) {
        backtest.accept(event);
        return this;
    }

    Scenario acceptRaw(byte @Nullable [] key, byte @Nullable [] value) {
        backtest.accept(key, value);
        return this;
    }

    /** So many requests at noon of consecutive days. */
    public Scenario requests(String organization, String address, String firstDay, int days, int requestsADay) {
        Instant noon = Instant.parse(firstDay + "T12:00:00Z");
        for (int day = 0; day < days; day++) {
            for (int request = 0; request < requestsADay; request++) {
                String time =
                        noon.plus(Duration.ofDays(day)).plusSeconds(request).toString();
                accept(event(organization, "event-" + nextEvent++, time, address));
            }
        }
        return this;
    }

    public Scenario finish() {
        backtest.finish();
        return collect();
    }

    Scenario collect() {
        try {
            BacktestResults drained = backtest.drain();
            results.add(drained);
            for (String assessment : drained.assessments()) {
                JsonNode fields = new ObjectMapper().readTree(assessment);
                assessments.put(fields.get("organization_id").asText(), fields);
            }
            caseEvents.addAll(drained.caseEvents());
            drained.deadLetters().forEach(dead -> deadLetters.add(dead.reason()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return this;
    }

    public Notice expectOneNotice() {
        assertThat(results.notices()).hasSize(1);
        return results.notices().get(0);
    }

    Notice expectOneWarning() {
        List<Notice> warnings = results.notices().stream()
                .filter(notice -> notice.kind() == NoticeKind.WARNING)
                .toList();
        assertThat(warnings).hasSize(1);
        return warnings.get(0);
    }

    /** The last assessment of each organization. */
    Map<String, JsonNode> assessments() {
        return assessments;
    }

    public List<Notice> notices() {
        return results.notices();
    }

    List<EnforcementDecision> decisions() {
        return results.decisions();
    }

    List<JsonNode> leaks() {
        return results.leaks();
    }

    Map<String, Long> traffic() {
        return results.traffic();
    }

    List<CaseEvent> caseEvents() {
        return caseEvents;
    }

    List<String> deadLetters() {
        return deadLetters;
    }

    Ledger ledger() {
        return backtest.ledger();
    }

    Backtest backtest() {
        return backtest;
    }

    @Override
    public void close() {
        backtest.close();
    }
}
