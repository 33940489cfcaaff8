/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LatencyTest {

    private static final Edge FRANKFURT = new Edge("FRA", new Point(50.03, 8.57), Set.of());

    private final Latency latency = new Latency(new Model(false));
    private final Place shanghai = place("CN");
    private final Exit berlin = exit("DE", 1, NetworkKind.EYEBALL);

    @Test
    void noRoundTripIsFasterThanLight() {
        for (Place place : Place.all()) {
            Exit exit = exit(place.country(), 1, NetworkKind.EYEBALL);
            double kilometres = FRANKFURT.point().distanceTo(exit.point());
            Latency.Times times = latency.of(Route.direct(exit), FRANKFURT, new Dice(1));
            assertThat(times.tcp()).as(place.country()).isGreaterThanOrEqualTo((float) (kilometres / 100));
        }
    }

    @Test
    void directConnectionsHaveNoGap() {
        Latency.Times times = latency.of(Route.direct(berlin), FRANKFURT, new Dice(2));

        assertThat(times.request() - times.tcp()).isBetween(0.2f, 8.7f);
    }

    @Test
    void forwardingProxyAnswersTheHandshakeItself() {
        Latency.Times times = latency.of(Route.through(berlin, Tunnel.LAYER4, shanghai), FRANKFURT, new Dice(3));

        assertThat(times.tcp()).isLessThan(60);
        assertThat(times.request() - times.tcp()).isGreaterThan(90);
    }

    @Test
    void vpnCarriesTheHandshakeAllTheWay() {
        Latency.Times times = latency.of(Route.through(berlin, Tunnel.LAYER3, shanghai), FRANKFURT, new Dice(4));

        assertThat(times.tcp()).isGreaterThan(90);
        assertThat(times.request() - times.tcp()).isLessThan(9);
    }

    @Test
    void relayThatAsksForOthersShowsNothingOfThem() {
        Latency.Times times = latency.of(Route.through(berlin, Tunnel.APPLICATION, shanghai), FRANKFURT, new Dice(5));

        assertThat(times.request()).isLessThan(70);
    }

    private static Exit exit(String country, long operator, NetworkKind kind) {
        return Exit.of(SampleBook.prefix(61 << 24, place(country), operator, null), kind, 9);
    }

    private static Place place(String country) {
        return Place.all().stream()
                .filter(each -> each.country().equals(country))
                .findFirst()
                .orElseThrow();
    }
}
