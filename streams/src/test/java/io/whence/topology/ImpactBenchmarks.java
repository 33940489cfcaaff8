/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.app.Scenario;
import io.whence.config.EvidenceFiles;
import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.IpAddress;
import io.whence.domain.cases.ImpactQuestion;
import io.whence.domain.cases.PolicyImpact;
import io.whence.domain.evidence.EvidenceDay;
import io.whence.domain.evidence.EvidenceRecorder;
import io.whence.domain.origin.Agreement;
import io.whence.domain.origin.Geolocation;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.Region;
import io.whence.domain.origin.Unlocated;
import io.whence.domain.policy.PolicyText;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.DayTally;
import io.whence.domain.tally.Egress;
import io.whence.domain.tally.Exposure;
import io.whence.domain.tally.OrganizationClock;
import io.whence.domain.tally.Provenance;
import io.whence.domain.tally.Tally;
import io.whence.domain.tally.TallyKey;
import io.whence.query.ImpactSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to say whom a policy would touch among 100,000 organizations with four weeks of traffic on every
 * weekday, in RocksDB. Everybody sends from Germany and the United States, one in fifty also from Syria, one in five
 * also from Cuba.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class ImpactBenchmarks {

    private static final int ORGANIZATIONS = 100_000;
    private static final LocalDate LAST_DAY = LocalDate.parse("2024-07-26");
    private static final RegionPolicy CURRENT =
            PolicyText.version(1, "mode: live", "unsupported: [CN, HK, MO]").policy();

    /** The region that would lose support. */
    @Param({"SY", "CU"})
    String region = "SY";

    /** Who is read. */
    @Param({"SEEN", "EVERYBODY"})
    ImpactSearch.Whose whose = ImpactSearch.Whose.SEEN;

    private final Map<String, KeyValueStore<?, ?>> stores = new HashMap<>();
    private final MemoryState others = new MemoryState();
    private Path folder = Path.of(".");

    @Setup
    public void fill() throws IOException {
        folder = Files.createTempDirectory("whence-impact");
        MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        KeyValueStore<Bytes, Tally> tallies = open(context, Stores.TALLIES, new TallyCodec().serde());
        KeyValueStore<Bytes, Exposure> exposures = open(context, Stores.EXPOSURES, new ExposureCodec().serde());
        KeyValueStore<Bytes, OrganizationClock> clocks = open(context, Stores.CLOCKS, new ClockCodec().serde());
        KeyValueStore<Bytes, EvidenceDay> evidence = open(context, Stores.EVIDENCE, new EvidenceCodec().serde());
        EvidenceDay ordinary = ordinaryDay();
        others.put(CURRENT);
        for (int number = 0; number < ORGANIZATIONS; number++) {
            String id = "org-" + number;
            Exposure exposure = Exposure.NONE;
            for (LocalDate day = LAST_DAY.minusDays(27); !day.isAfter(LAST_DAY); day = day.plusDays(1)) {
                if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                    List<DayTally> ofDay = tallies(number, day);
                    ofDay.forEach(tally -> tallies.put(
                            StoreKey.ofTally(new TallyKey(id, tally.day(), tally.provenance())), tally.tally()));
                    exposure = exposure.closing(day, ofDay, 28);
                    evidence.put(StoreKey.from(id, day), ordinary);
                }
            }
            exposures.put(StoreKey.ofOrganization(id), exposure);
            Instant noon = LAST_DAY.atTime(12, 0).toInstant(ZoneOffset.UTC);
            clocks.put(
                    StoreKey.ofOrganization(id),
                    OrganizationClock.startedBy(noon, noon, Duration.ofHours(6))
                            .advancedTo(noon.plus(Duration.ofDays(1)), noon, Duration.ofHours(6)));
        }
    }

    @TearDown
    public void close() throws IOException {
        stores.values().forEach(KeyValueStore::close);
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }

    @Benchmark
    public PolicyImpact impact() {
        RegionPolicy candidate = PolicyText.version(1, "mode: live", "unsupported: [CN, HK, MO]")
                .and(2, "mode: live", "unsupported: [CN, HK, MO, " + region + "]")
                .policy();
        PolicyImpact impact = new ImpactSearch(
                        new StateView(source()),
                        new Geolocation(List.of(), false),
                        Duration.ofHours(6),
                        EvidenceFiles.bundled())
                .of(new ImpactQuestion(CURRENT, candidate, Instant.parse("2024-08-01T00:00:00Z")), whose);
        int expected = ORGANIZATIONS / (region.equals("SY") ? 50 : 5);
        if (impact.organizations() != ORGANIZATIONS || impact.affected().size() != expected) {
            throw new IllegalStateException(impact.organizations() + ", " + impact.counts());
        }
        return impact;
    }

    private static List<DayTally> tallies(int number, LocalDate day) {
        List<DayTally> tallies = new ArrayList<>();
        tallies.add(tally(day, "DE", 400));
        tallies.add(tally(day, "US", 90));
        if (number % 50 == 0) {
            tallies.add(tally(day, "SY", 30));
        }
        if (number % 5 == 0) {
            tallies.add(tally(day, "CU", 30));
        }
        return tallies;
    }

    /** A request an hour in the time of an office. */
    private static EvidenceDay ordinaryDay() {
        EvidenceDay evidence = new EvidenceDay();
        EvidenceRecorder recorder = new EvidenceRecorder(Map.of());
        Origin origin = new Origin(
                new Region("DE"), Unlocated.LOCATED, NetworkType.EYEBALL, null, null, null, null, null, null);
        for (int hour = 8; hour < 18; hour++) {
            String time = LAST_DAY.atTime(hour, 0).toInstant(ZoneOffset.UTC).toString();
            AccessEvent event = Scenario.event("any", "event-" + hour, time, "91.0.0.1");
            recorder.record(
                    evidence,
                    new EvidenceRecorder.Admitted(
                            event, IpAddress.parse("91.0.0.1").orElseThrow(), origin, origin.region(), false, null));
        }
        return evidence;
    }

    private static DayTally tally(LocalDate day, String region, int requests) {
        Tally tally = new Tally();
        long noon = day.atTime(12, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
        tally.count(requests, 0, noon, noon);
        tally.networks().add(new Egress("203.0.113.0/24", 64500, "Example Telecom"), requests);
        return new DayTally(day, new Provenance(new Region(region), NetworkType.EYEBALL, Agreement.UNCHECKED), tally);
    }

    private <V> KeyValueStore<Bytes, V> open(MockProcessorContext<Void, Void> context, String name, Serde<V> form) {
        KeyValueStore<Bytes, V> store = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name), Serdes.Bytes(), form)
                .withLoggingDisabled()
                .withCachingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        stores.put(name, store);
        return store;
    }

    private StateView.Source source() {
        return new StateView.Source() {
            @Override
            @SuppressWarnings("unchecked")
            public <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
                ReadOnlyKeyValueStore<?, ?> found = stores.get(name);
                return found == null ? others.store(name) : (ReadOnlyKeyValueStore<K, V>) found;
            }
        };
    }
}
