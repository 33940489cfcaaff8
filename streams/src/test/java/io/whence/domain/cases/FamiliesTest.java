/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Families.Fault;
import io.whence.domain.cases.Families.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class FamiliesTest {

    private static Families.Family family(String root, String... lines) {
        Map<String, String> parents = new HashMap<>();
        for (String line : lines) {
            String[] words = line.split(" < ", 2);
            parents.put(words[0], words[1]);
        }
        return new Families(parents).of(root);
    }

    @Test
    void childrenAndTheirChildrenBelongToIt() {
        assertThat(family("group", "a < group", "b < group", "c < a", "d < c", "x < y"))
                .isEqualTo(new Families.Family("group", List.of("a", "b", "c", "d"), List.of()));
        assertThat(family("a", "a < group", "c < a").members()).containsExactly("c");
        assertThat(family("nobody", "a < group").members()).isEmpty();
    }

    @Test
    void oneThatNamesItselfBelongsToNobody() {
        assertThat(family("a", "a < a", "b < a"))
                .isEqualTo(new Families.Family("a", List.of("b"), List.of(new Problem(Fault.SELF_PARENT, "a", "a"))));
    }

    @Test
    void aCircleIsFollowedOnce() {
        assertThat(family("a", "b < a", "c < b", "a < c"))
                .isEqualTo(new Families.Family("a", List.of("b", "c"), List.of(new Problem(Fault.CYCLE, "a", "c"))));
    }

    @Test
    void whatIsTooDeepIsNamedAndLeftOut() {
        Map<String, String> line = new HashMap<>();
        for (int i = 1; i <= 12; i++) {
            line.put("o" + i, "o" + (i - 1));
        }

        Families.Family family = new Families(line).of("o0");

        assertThat(family.members()).hasSize(Families.MAX_DEPTH).endsWith("o8");
        assertThat(family.problems()).containsExactly(new Problem(Fault.TOO_DEEP, "o9", "o8"));
    }

    @Test
    void whateverProfilesSayEveryFamilyIsFoundAndHoldsEachOnce() {
        long seed = 20240709;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Map<String, String> parents = new HashMap<>();
            for (int i = 0; i < 60; i++) {
                parents.put("o" + random.nextInt(30), "o" + random.nextInt(30));
            }
            Families families = new Families(parents);
            for (int i = 0; i < 30; i++) {
                String root = "o" + i;
                Families.Family family = Assertions.assertTimeoutPreemptively(
                        Duration.ofSeconds(5), () -> families.of(root), "seed " + seed);
                assertThat(family.members())
                        .as("seed " + seed)
                        .doesNotHaveDuplicates()
                        .doesNotContain(root);
            }
        }
    }
}
