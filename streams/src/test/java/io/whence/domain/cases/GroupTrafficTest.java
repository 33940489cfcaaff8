/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.DayTally;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a group of companies comes to when its members are judged as one. */
class GroupTrafficTest {

    private static final RegionPolicy POLICY = Traffic.policy("P15D");

    @Test
    void whatIsTooLittleOfEachIsEnoughOfBoth() {
        List<DayTally> one = new Traffic().from("CN", 4, 15).from("DE", 4, 100).tallies();
        List<DayTally> both = new ArrayList<>(one);
        both.addAll(new Traffic().from("CN", 4, 15).from("DE", 4, 100).tallies());

        assertThat(GroupTraffic.of(POLICY, one))
                .containsExactly(new GroupTraffic("test-policy", 1, new Region("CN"), 60, 4, 60 / 460.0, false));
        assertThat(GroupTraffic.of(POLICY, both))
                .containsExactly(new GroupTraffic("test-policy", 1, new Region("CN"), 120, 4, 120 / 920.0, true));
    }

    @Test
    void theWindowEndsWithTheLastDayOfAny() {
        List<DayTally> tallies = new ArrayList<>(new Traffic().from("CN", 2, 15).tallies());
        tallies.addAll(new Traffic().from("DE", 40, 100).tallies());

        assertThat(GroupTraffic.of(POLICY, tallies)).isEmpty();
        assertThat(GroupTraffic.of(POLICY, List.of())).isEmpty();
    }
}
