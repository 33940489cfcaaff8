/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import static io.whence.quickstart.Caller.Change.PER_HOUR;
import static io.whence.quickstart.Caller.Change.PER_REQUEST;
import static io.whence.quickstart.Caller.Client.APP;
import static io.whence.quickstart.Caller.Client.RELAY;
import static io.whence.quickstart.Caller.Header.FORGED;
import static io.whence.quickstart.Caller.Header.FORGED_THEN_PROXIED;
import static io.whence.quickstart.DemoOrganization.Outcome.ADVISED;
import static io.whence.quickstart.DemoOrganization.Outcome.LEFT_ALONE;
import static io.whence.quickstart.DemoOrganization.Outcome.UNPROVEN;
import static io.whence.quickstart.DemoOrganization.Outcome.WARNED;

import io.whence.domain.cases.Organization;
import io.whence.domain.origin.Region;
import io.whence.quickstart.Caller.Days;
import java.time.Instant;
import java.util.List;

/** The twelve organizations of the sample: six whose traffic tells of an unsupported region, six that look like it. */
final class DemoStories {
    private DemoStories() {}

    /**
     * One organization and its callers.
     *
     * @param about who it is and what is true of it
     * @param callers everything that calls in its name
     */
    record Story(DemoOrganization about, List<Caller> callers) {
        Story {
            callers = List.copyOf(callers);
        }
    }

    static List<Story> all() {
        return List.of(
                direct(),
                traveller(),
                edgePlatform(),
                cloudRelay(),
                vpn(),
                dnipro(),
                crimea(),
                cloud(),
                phones(),
                moved(),
                corporateEgress(),
                forgedHeader());
    }

    private static Story direct() {
        return new Story(
                new DemoOrganization(
                        profile("lotus-robotics", "Lotus Robotics", "SG"),
                        new Region("CN"),
                        WARNED,
                        "Works from two offices in Shanghai and one in Beijing; says it is in Singapore.",
                        "A warning that names the keys, networks and days in CN; still there when the date comes."),
                List.of(
                        Caller.of("shanghai", "shanghai", Rhythm.officeInChina(), 60)
                                .withKeys(5),
                        Caller.of("beijing", "beijing", Rhythm.officeInChina(), 40)
                                .withKeys(3)));
    }

    private static Story traveller() {
        return new Story(
                new DemoOrganization(
                        profile("spree-maps", "Spree Maps", "DE"),
                        new Region("IR"),
                        LEFT_ALONE,
                        "Works in Berlin; one of its forty people spent three days in Tehran with a laptop.",
                        "Three days in IR, one key, in the table of regions; no notice."),
                List.of(
                        Caller.of("office", "berlin", Rhythm.office("+02:00"), 100)
                                .withKeys(40),
                        Caller.of("laptop", "tehran", Rhythm.office("+03:30"), 9)
                                .on(Days.between("2024-06-18", "2024-06-20"))));
    }

    private static Story edgePlatform() {
        return new Story(
                new DemoOrganization(
                        profile("paper-crane", "Paper Crane", "US"),
                        new Region("HK"),
                        ADVISED,
                        "Runs on an edge platform, which answers its users in the Philippines from Hong Kong.",
                        "An advisory for HK: the platform chose the place, pin the region; never a warning."),
                List.of(
                        Caller.of("functions", "edge-elsewhere", Rhythm.consumers("-05:00"), 80)
                                .changing(PER_REQUEST),
                        Caller.of("functions-asia", "edge-hong-kong", Rhythm.consumers("+08:00"), 30)
                                .changing(PER_REQUEST),
                        Caller.of("console", "san-jose", Rhythm.office("-07:00"), 1)
                                .logsIn()));
    }

    private static Story cloudRelay() {
        return new Story(
                new DemoOrganization(
                        profile("marina-labs", "Marina Labs", "US"),
                        new Region("CN"),
                        WARNED,
                        "People in Shenzhen call through one rented server in Singapore; twice a week one logs in directly.",
                        "A warning for CN: log-ins for weeks, and all the rest from one hosting address in SG."),
                List.of(
                        Caller.of("relay", "singapore-server", Rhythm.officeInChina(), 90)
                                .withKeys(2)
                                .with(RELAY),
                        Caller.of("batch", "singapore-server", Rhythm.machine(), 24)
                                .with(RELAY),
                        Caller.of("console", "shenzhen", Rhythm.officeInChina(), 1)
                                .logsIn()
                                .on(Days.each(4))));
    }

    private static Story vpn() {
        return new Story(
                new DemoOrganization(
                        profile("night-heron", "Night Heron Games", "NL"),
                        new Region("CN"),
                        WARNED,
                        "People in Chengdu behind a commercial VPN that changes its exit every hour, and sometimes drops.",
                        "A warning for CN: VPN exits in five countries a day, and now and then some requests straight."),
                List.of(
                        Caller.of("vpn", "vpn", Rhythm.officeInChina(), 100)
                                .withKeys(4)
                                .changing(PER_HOUR),
                        Caller.of("dropped", "chengdu", Rhythm.officeInChina(), 4)
                                .withKeys(2)
                                .on(Days.each(9))));
    }

    private static Story dnipro() {
        return new Story(
                new DemoOrganization(
                        profile("kryla-software", "Kryla Software", "UA"),
                        new Region("UA-12"),
                        LEFT_ALONE,
                        "A software house in Dnipro, whose people's phones the database places in no oblast.",
                        "UA-12 supported; UA without an oblast counted as indeterminate; no notice."),
                List.of(
                        Caller.of("office", "dnipro", Rhythm.office("+03:00"), 70)
                                .withKeys(6),
                        Caller.of("phones", "ukraine-unsaid", Rhythm.consumers("+03:00"), 25)
                                .changing(PER_REQUEST)));
    }

    private static Story crimea() {
        return new Story(
                new DemoOrganization(
                        profile("taurida-data", "Taurida Data", "UA"),
                        new Region("UA-43"),
                        WARNED,
                        "Works from Simferopol; says it is in Ukraine, which is true and not supported.",
                        "A warning for UA-43, not for UA."),
                List.of(Caller.of("office", "simferopol", Rhythm.office("+03:00"), 80)
                        .withKeys(4)));
    }

    private static Story cloud() {
        return new Story(
                new DemoOrganization(
                        profile("clearwater", "Clearwater Analytics", "US"),
                        new Region("US"),
                        LEFT_ALONE,
                        "A service on a cloud in Virginia that calls day and night through two gateways.",
                        "All of it in the US on hosting; no notice, for hosting alone is no evidence."),
                List.of(
                        Caller.of("service", "virginia-cloud", Rhythm.machine(), 110)
                                .withKeys(2),
                        Caller.of("console", "san-jose", Rhythm.office("-07:00"), 2)
                                .logsIn()));
    }

    private static Story phones() {
        return new Story(
                new DemoOrganization(
                        profile("pocket-chef", "Pocket Chef", "FR"),
                        new Region("FR"),
                        LEFT_ALONE,
                        "A recipe app with the key inside: five hundred phones in twenty-five countries.",
                        "More regions than anybody else, every one of them supported; no notice."),
                List.of(Caller.of("app", "phones", Rhythm.consumers("+02:00"), 180)
                        .with(APP)
                        .changing(PER_REQUEST)));
    }

    private static Story moved() {
        return new Story(
                new DemoOrganization(
                        profile("gorod-media", "Gorod Media", "CY"),
                        new Region("RU"),
                        WARNED,
                        "Worked in Moscow until it was warned, and moved to Yerevan at the end of June.",
                        "A warning for RU; then the traffic moves to AM in earnest, before the date."),
                List.of(
                        Caller.of("moscow", "moscow", Rhythm.officeInMoscow(), 85)
                                .withKeys(4)
                                .on(Days.between("2024-06-03", "2024-06-27")),
                        Caller.of("yerevan", "yerevan", Rhythm.office("+04:00"), 85)
                                .withKeys(4)
                                .on(Days.between("2024-06-28", "2024-07-12"))));
    }

    private static Story corporateEgress() {
        return new Story(
                new DemoOrganization(
                        profile("harbor-mutual", "Harbor Mutual", "US"),
                        new Region("HK"),
                        UNPROVEN,
                        "An insurer whose people leave through a corporate egress service, one exit of which is in Hong Kong.",
                        "HK beside US, DE, SG and JP on one network of the service; at most a hint, never a warning."),
                List.of(Caller.of("staff", "corporate-egress", Rhythm.office("-05:00"), 100)
                        .withKeys(12)
                        .changing(PER_REQUEST)));
    }

    private static Story forgedHeader() {
        return new Story(
                new DemoOrganization(
                        profile("quay-travel", "Quay Travel", "US"),
                        new Region("CN"),
                        WARNED,
                        "Calls from Guangzhou and writes an address in San Jose into X-Forwarded-For.",
                        "A warning for CN: what the caller writes is not believed, what our own proxy wrote is."),
                List.of(
                        Caller.of("proxied", "guangzhou", Rhythm.officeInChina(), 70)
                                .withKeys(3)
                                .with(FORGED_THEN_PROXIED),
                        Caller.of("straight", "guangzhou", Rhythm.officeInChina(), 30)
                                .withKeys(2)
                                .with(FORGED)));
    }

    private static Organization profile(String id, String name, String country) {
        return new Organization(
                id,
                name,
                new Region(country),
                new Region(country),
                Instant.parse("2023-11-06T09:00:00Z"),
                "compliance@" + id + ".example.com",
                "en",
                null,
                List.of(),
                List.of());
    }
}
