/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import io.whence.domain.access.IpAddress;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Scope;
import io.whence.domain.origin.DatabaseBuild;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.OriginLocator;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Unlocated;
import io.whence.domain.policy.PolicyMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A gate over orders made up one by one, at noon of a day. */
public final class SampleGate implements OriginLocator {

    public static final Instant NOON = Instant.parse("2024-07-20T12:00:00Z");

    private final DecisionTable table = new DecisionTable();
    private final Map<String, Origin> places = new HashMap<>();
    private Instant built = NOON.minus(Duration.ofDays(3));
    private Instant now = NOON;
    private long orderOffset;
    private long controlOffset;

    public SampleGate() {
        table.size(1, 1);
    }

    /** The gate, with all that there is heard. */
    public Gate gate() {
        table.completed();
        return new Gate(table, this, () -> now);
    }

    DecisionTable table() {
        return table;
    }

    SampleGate at(Instant later) {
        now = later;
        return this;
    }

    SampleGate databaseOf(Instant moment) {
        built = moment;
        return this;
    }

    /** An address that is directly in a region. */
    public SampleGate place(String address, String region) {
        return place(address, region, NetworkType.EYEBALL, null);
    }

    SampleGate place(String address, String region, NetworkType network, @Nullable String second) {
        Origin origin = new Origin(
                new Region(region),
                Unlocated.LOCATED,
                network,
                null,
                null,
                null,
                null,
                second == null ? null : new Region(second),
                null);
        places.put(IpAddress.parse(address).orElseThrow().toString(), origin);
        return this;
    }

    /** A refusal that is obeyed. */
    public SampleGate refuse(String organizationId, Scope scope, String scopeId) {
        return hear(order(organizationId, scope, scopeId, 1));
    }

    SampleGate hear(EnforcementDecision decision) {
        table.hear(new StandingOrder(decision, NOON, 0, orderOffset++));
        return this;
    }

    static EnforcementDecision order(String organizationId, Scope scope, String scopeId, long version) {
        return order(organizationId, scope, scopeId, version, true, PolicyMode.LIVE);
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    static EnforcementDecision order(
            String organizationId, Scope scope, String scopeId, long version, boolean refuse, PolicyMode mode) {
        return new EnforcementDecision(
                organizationId,
                scope,
                scopeId,
                refuse,
                mode,
                version,
                NOON,
                NOON,
                EnforcementDecision.TTL,
                refuse ? EnforcementDecision.UNSUPPORTED_REGION : "allowed",
                refuse ? "notice-" + scope : null,
                "case-1",
                "openai-api",
                1);
    }

    /** An officer's brake. */
    public SampleGate control(ControlKind kind, String subject, boolean active) {
        Control control = new Control("control-1", kind, subject, active, "officer", "REASON", NOON, null);
        table.hear(new StandingControl(control, 0, controlOffset++));
        return this;
    }

    @Override
    public Origin locate(IpAddress address) {
        return places.getOrDefault(address.toString(), Origin.unlocated(Unlocated.values()[1]));
    }

    @Override
    public List<DatabaseBuild> builds() {
        return List.of(new DatabaseBuild("GeoIP2-City", built, "c".repeat(64)));
    }
}
