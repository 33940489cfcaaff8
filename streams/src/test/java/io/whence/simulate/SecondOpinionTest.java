/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.access.AccessEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecondOpinionTest {

    private static final Set<String> UNSUPPORTED = Set.of("CN", "HK", "RU", "IR", "BY", "VE");
    private static final SimulationPlan PLAN = new SimulationPlan(
            5, 60, LocalDate.of(2024, 9, 23), 5, 0.3, Set.of(Archetype.GEOLOCATION_ERROR), false, true, 1);

    @Test
    void withTwoDatabasesMisplacedNetworksAreThoseTheyDisagreeAbout() {
        List<Member> members = members(SampleBook.disputedWithGermany());

        List<Traffic.Sent> odd = new ArrayList<>();
        sent(members, world(SampleBook.disputedWithGermany())).forEach(sent -> {
            if (sent.route().exit().misplaced()) {
                odd.add(sent);
            }
        });
        assertThat(odd).isNotEmpty().allSatisfy(sent -> {
            assertThat(sent.route().country()).isEqualTo("DE");
            assertThat(sent.route().exit().address()).startsWith("60.");
        });
    }

    @Test
    void geofeedMostlyKnowsWhereMisplacedNetworksAre() {
        World world = world(SampleBook.book());
        SourceLists lists = new SourceLists(world, true);
        Exit misplaced =
                world.book().exit("CN", NetworkKind.EYEBALL, new Dice(1)).really(world.place("DE"));
        int right = 0;
        for (int i = 0; i < 500; i++) {
            Exit each = Exit.of(
                            SampleBook.prefix((61 << 24) + i * 256, world.place("CN"), 1, null), NetworkKind.EYEBALL, 7)
                    .really(world.place("DE"));
            lists.note(Route.direct(each));
        }
        lists.note(Route.direct(misplaced));

        List<String> geofeed = lists.files().getOrDefault("geofeed_second.csv", List.of());
        for (String line : geofeed) {
            right += line.endsWith(",DE,,,") ? 1 : 0;
        }
        // silent about 2 %, wrong about 15 % of the others
        assertThat(geofeed.size()).isBetween(475, 501);
        assertThat(right / (double) geofeed.size()).isBetween(0.79, 0.91);
    }

    @Test
    void vpnListKnowsFewerThanHalfOfTheExitsAndTheDataCentreListMost() {
        World world = world(SampleBook.book());
        SourceLists lists = new SourceLists(world, false);
        for (int i = 0; i < 1000; i++) {
            lists.note(Route.through(
                    Exit.of(
                            SampleBook.prefix((61 << 24) + i * 256, world.place("US"), SampleBook.VPN_OPERATOR, null),
                            NetworkKind.VPN_EXIT,
                            7),
                    Tunnel.LAYER3,
                    world.place("CN")));
        }

        Map<String, List<String>> files = lists.files();
        assertThat(files.getOrDefault("vpn_list.txt", List.of()).size()).isBetween(370, 475);
        assertThat(files.getOrDefault("datacenter_list.txt", List.of()).size()).isBetween(870, 930);
        assertThat(files).doesNotContainKey("geofeed_second.csv");
    }

    private static World world(AddressBook book) {
        return new World(new Model(false), book, UNSUPPORTED::contains, PLAN);
    }

    private static List<Member> members(AddressBook book) {
        return new Population(world(book), PLAN).draw();
    }

    private static List<Traffic.Sent> sent(List<Member> members, World world) {
        List<Traffic.Sent> sent = new ArrayList<>();
        Traffic traffic = new Traffic(world, PLAN, (AccessEvent event, Traffic.Sent each) -> sent.add(each));
        for (Member member : members) {
            for (int day = 0; day < PLAN.days(); day++) {
                traffic.day(member, day);
            }
        }
        return sent;
    }
}
