/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.AccessRules;
import io.whence.domain.access.Channel;
import io.whence.domain.access.Cidr;
import io.whence.domain.access.IpAddress;
import io.whence.domain.access.TrustedProxies;
import io.whence.domain.origin.NetworkType;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.Region;
import io.whence.geo.GeoDatabases;
import io.whence.geo.GeoSources;
import io.whence.geo.MaxMindLocator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTrafficTest {
    private static final TrustedProxies PROXIES = new TrustedProxies(
            DemoTraffic.TRUSTED_PROXIES.stream().map(Cidr::parse).toList(), 0);

    private static List<AccessEvent> events = List.of();
    private static MaxMindLocator bundled;

    @BeforeAll
    static void generate() throws Exception {
        events = new DemoTraffic().events();
        bundled = new MaxMindLocator(GeoDatabases.open(GeoSources.bundled()));
    }

    @Test
    void theSameSeedGivesTheSameEvents() {
        assertThat(new DemoTraffic().events()).isEqualTo(events);
        assertThat(new DemoTraffic(1).events()).isNotEqualTo(events);
    }

    @Test
    void eventsComeInTheOrderOfTheirTimeWithinTheFortyDays() {
        assertThat(events).extracting(AccessEvent::timestamp).isSorted();
        assertThat(events.get(0).timestamp()).isAfterOrEqualTo(Instant.parse("2024-06-03T00:00:00Z"));
        assertThat(events.get(events.size() - 1).timestamp())
                .isBetween(Instant.parse("2024-07-12T12:00:00Z"), Instant.parse("2024-07-13T00:00:00Z"));
    }

    @Test
    void isLargeEnoughToShowSomethingAndSmallEnoughToBeDigestedInSeconds() {
        assertThat(events).hasSizeBetween(20_000, 60_000);
        assertThat(countsBy(AccessEvent::organizationId))
                .hasSize(12)
                .allSatisfy((organization, count) ->
                        assertThat(count).as(organization).isGreaterThan(1_500));
    }

    @ParameterizedTest
    @ValueSource(longs = {20_240_709, 1, 2})
    void everyEventCanBeCountedAndIsUnique(long seed) {
        var sample = new DemoTraffic(seed).events();

        assertThat(sample)
                .filteredOn(event -> AccessRules.check(event, event.timestamp()).isPresent())
                .isEmpty();
        assertThat(sample.stream()
                        .map(event -> event.organizationId() + "/" + event.eventId())
                        .distinct())
                .hasSameSizeAs(sample);
    }

    @Test
    void theBundledDatabasesSayOfEveryAddressWhatTheSampleClaims() {
        for (var place : SampleNetworks.load().all()) {
            var origin = locate(place.address());
            assertThat(origin.region()).as("%s", place).isEqualTo(place.region());
            assertThat(origin.autonomousSystem())
                    .as("%s", place)
                    .isNotNull()
                    .satisfies(operator -> assertThat(operator.number()).isEqualTo(place.asn()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "edge-hong-kong, EDGE_PLATFORM",
        "edge-elsewhere, EDGE_PLATFORM",
        "corporate-egress, SASE",
        "singapore-server, HOSTING",
        "virginia-cloud, HOSTING",
        "vpn, HOSTING"
    })
    void theBundledListsKnowTheKindOfNetwork(String pool, NetworkType type) {
        assertThat(SampleNetworks.load().pool(pool))
                .allSatisfy(place -> assertThat(locate(place.address()).networkType())
                        .as("%s", place)
                        .isEqualTo(type));
    }

    @Test
    void everyAddressBehindTheTrustedProxiesIsOneOfTheSample() {
        var known = SampleNetworks.load().all().stream()
                .map(SampleNetworks.Place::address)
                .collect(Collectors.toSet());

        assertThat(events).extracting(DemoTrafficTest::client).isSubsetOf(known);
    }

    @ParameterizedTest
    @CsvSource({
        "lotus-robotics, CN",
        "spree-maps, DE IR",
        "paper-crane, DE HK SG US",
        "marina-labs, CN SG",
        "night-heron, CN DE JP NL SG US",
        "kryla-software, UA",
        "taurida-data, UA",
        "clearwater, US",
        "gorod-media, AM RU",
        "harbor-mutual, DE HK JP SG US",
        "quay-travel, CN"
    })
    void eachOrganizationIsSeenWhereItsStoryPlaysAndNowhereElse(String organization, String countries) {
        assertThat(regions(of(organization), Region::country)).hasToString("[" + countries.replace(" ", ", ") + "]");
    }

    @Test
    void theTravellerIsInTehranForThreeDaysWithOneKeyOfMany() {
        var journey = of("spree-maps").stream()
                .filter(event -> country(event).equals("IR"))
                .toList();

        assertThat(days(journey)).containsExactly(day("2024-06-18"), day("2024-06-19"), day("2024-06-20"));
        assertThat(keys(journey)).hasSize(1);
        assertThat(keys(of("spree-maps"))).hasSizeGreaterThan(30);
    }

    @Test
    void whoMovedLeftMoscowForGood() {
        var last = of("gorod-media").stream()
                .filter(event -> country(event).equals("RU"))
                .map(AccessEvent::timestamp)
                .max(Instant::compareTo);
        var first = of("gorod-media").stream()
                .filter(event -> country(event).equals("AM"))
                .map(AccessEvent::timestamp)
                .min(Instant::compareTo);

        assertThat(last.orElseThrow()).isBefore(first.orElseThrow()).isAfter(Instant.parse("2024-06-24T00:00:00Z"));
    }

    @Test
    void theOnesInDniproAreInASupportedOblastOrInNone() {
        assertThat(regions(of("kryla-software"), region -> region)).hasToString("[UA, UA-12]");
        assertThat(regions(of("taurida-data"), region -> region)).hasToString("[UA-43]");
    }

    @Test
    void thePhonesAreInManyRegionsAndNeverWhereNobodyIsServed() {
        assertThat(regions(of("pocket-chef"), Region::country))
                .hasSizeGreaterThan(20)
                .doesNotContainAnyElementsOf(
                        Stream.of("CN", "HK", "RU", "IR", "BY").map(Region::new).toList());
    }

    @Test
    void theForgedHeaderClaimsAPlaceWhereNobodyIs() {
        assertThat(of("quay-travel"))
                .allSatisfy(event -> assertThat(event.forwardedFor()).startsWith("24.4.160.1"));
        assertThat(locate("24.4.160.1").region()).isEqualTo(new Region("US-CA"));
        assertThat(of("quay-travel")).extracting(AccessEvent::sourceIp).contains("10.11.0.4");
    }

    @Test
    void theRelayIsOneAddressBusyByChineseDaylightAndItsPeopleLogInDirectly() {
        var relay = of("marina-labs").stream()
                .filter(event -> event.channel() == Channel.API)
                .toList();
        var afternoonInChina = relay.stream().filter(event -> hour(event) >= 6 && hour(event) < 10);
        var nightInChina = relay.stream().filter(event -> hour(event) >= 17 && hour(event) < 21);

        assertThat(relay).extracting(AccessEvent::sourceIp).containsOnly("45.76.144.1");
        assertThat(afternoonInChina.count()).isGreaterThan(3 * nightInChina.count());
        assertThat(of("marina-labs"))
                .filteredOn(event -> event.channel() == Channel.CONSOLE)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(country(event)).isEqualTo("CN"));
    }

    @Test
    void everyOrganizationIsInventedAndReachableOnlyInTheExampleDomain() {
        assertThat(new DemoTraffic().organizations())
                .hasSize(12)
                .allSatisfy(demo -> assertThat(demo.organization().contact()).endsWith(".example.com"))
                .extracting(DemoOrganization::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        countsBy(AccessEvent::organizationId).keySet());
    }

    private static List<AccessEvent> of(String organization) {
        return events.stream()
                .filter(event -> event.organizationId().equals(organization))
                .toList();
    }

    private static Map<String, Long> countsBy(Function<AccessEvent, String> key) {
        return events.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static Set<Region> regions(List<AccessEvent> some, Function<Region, Region> as) {
        return some.stream()
                .map(DemoTrafficTest::client)
                .distinct()
                .map(address -> as.apply(locate(address).region()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String country(AccessEvent event) {
        return locate(client(event)).region().country().code();
    }

    private static Origin locate(String address) {
        return bundled.locate(IpAddress.parse(address).orElseThrow());
    }

    private static String client(AccessEvent event) {
        return String.valueOf(
                PROXIES.client(event.sourceIp(), event.forwardedFor()).address());
    }

    private static Set<String> keys(List<AccessEvent> some) {
        return some.stream().map(AccessEvent::apiKeyId).collect(Collectors.toSet());
    }

    private static Set<LocalDate> days(List<AccessEvent> some) {
        return some.stream()
                .map(event -> LocalDate.ofInstant(event.timestamp(), ZoneOffset.UTC))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static int hour(AccessEvent event) {
        return event.timestamp().atOffset(ZoneOffset.UTC).getHour();
    }
}
