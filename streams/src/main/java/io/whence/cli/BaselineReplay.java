/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.Channel;
import io.whence.domain.access.IpAddress;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.policy.Standing;
import io.whence.geo.AddressSpace;
import io.whence.geo.GeoDatabases;
import io.whence.geo.PlacedPrefix;
import io.whence.ingest.LogReading;
import io.whence.ingest.LogSource;
import io.whence.ingest.LoggedEvent;
import io.whence.ingest.MergedLogs;
import io.whence.score.Baselines;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs simple rules over logs, with the same geolocation as the backtest. */
final class BaselineReplay {

    private final GeoDatabases databases;
    private final List<RegionPolicy> policies;
    private final PrintWriter complaints;
    private final Map<String, Optional<PlacedPrefix>> places = new HashMap<>();

    BaselineReplay(GeoDatabases databases, List<RegionPolicy> policies, PrintWriter complaints) {
        this.databases = databases;
        this.policies = policies;
        this.complaints = complaints;
    }

    Baselines run(List<LogSource> logs, LogReading reading) throws IOException {
        Baselines baselines = new Baselines();
        try (MergedLogs events = MergedLogs.open(
                logs, reading, line -> complaints.println(line.log() + ":" + line.line() + ": " + line.detail()))) {
            for (LoggedEvent event = events.next(); event != null; event = events.next()) {
                count(event.event(), baselines);
            }
        }
        return baselines;
    }

    private void count(AccessEvent event, Baselines baselines) throws IOException {
        if (event.channel() != Channel.API || event.status() >= 400) {
            return;
        }
        Optional<PlacedPrefix> place = places.get(event.sourceIp());
        if (place == null) {
            Optional<IpAddress> address = IpAddress.parse(event.sourceIp());
            place = address.isEmpty() ? Optional.empty() : AddressSpace.place(address.get(), databases);
            places.put(event.sourceIp(), place);
        }
        place.ifPresent(placed -> baselines.count(event.organizationId(), seen(event, placed)));
    }

    private Baselines.Seen seen(AccessEvent event, PlacedPrefix placed) {
        boolean unsupported = policies.stream()
                .anyMatch(policy -> policy.versionInForce(event.timestamp())
                                .standingOf(placed.origin().region())
                        == Standing.UNSUPPORTED);
        return new Baselines.Seen(
                event.timestamp(), unsupported, placed.origin().networkType(), placed.latitude(), placed.longitude());
    }
}
