/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedExitTest {

    private static final LocalDate DAY = LocalDate.parse("2024-06-24");

    @Test
    void newcomersAloneOnAnExitAreMates() {
        assertThat(asked(DAY, users(3, DAY)).companions()).hasSize(3).allMatch(SharedExit.Companion::mate);
    }

    @Test
    void thoseWhoCameAtAnotherTimeAreNotToldOf() {
        assertThat(SharedExit.of(question(DAY), List.of(users(3, DAY.minusDays(4)))))
                .isEmpty();
        assertThat(SharedExit.of(question(DAY), List.of(users(3, null)))).isEmpty();
    }

    @Test
    void anEstablishedOrganizationIsToldNothing() {
        ExitDay day = users(3, DAY.minusDays(61));

        assertThat(SharedExit.of(question(DAY.minusDays(61)), List.of(day))).isEmpty();
        assertThat(SharedExit.of(question(DAY.minusDays(60)), List.of(users(3, DAY.minusDays(60)))))
                .isPresent();
    }

    @Test
    void moreThanFiftyInAWeekAreACrowd() {
        assertThat(SharedExit.of(question(DAY), List.of(users(50, DAY)))).isPresent();
        assertThat(SharedExit.of(question(DAY), List.of(users(51, DAY)))).isEmpty();
        assertThat(SharedExit.of(question(DAY), List.of(users(65, DAY), users(1, DAY))))
                .isEmpty();
    }

    @Test
    void oneThatWasThereItselfIsToldOfWheneverItCame() {
        ExitDay day = new ExitDay();
        day.take(new ExitUse(
                "old", 7, DAY, ExitUse.Kind.SEEN, 64500, new ExitAccount(null, 1, new TreeSet<>(List.of("CN")))));

        assertThat(asked(DAY, day).companions()).singleElement().satisfies(companion -> {
            assertThat(companion.mate()).isFalse();
            assertThat(companion.regions()).containsExactly("CN");
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void neitherOrderNorRepetitionOfUsesShows(long seed) {
        Random random = new Random(seed);
        List<ExitUse> uses = new ArrayList<>();
        for (int i = 0; i < 20 + random.nextInt(100); i++) {
            uses.add(use(i, DAY.minusDays(random.nextInt(90))));
        }
        ExitDay inOrder = new ExitDay();
        uses.forEach(inOrder::take);
        uses.addAll(uses.subList(0, 10));
        Collections.shuffle(uses, random);
        ExitDay shuffled = new ExitDay();
        uses.forEach(shuffled::take);

        assertThat(shuffled).isEqualTo(inOrder);
        assertThat(shuffled.users()).hasSizeLessThanOrEqualTo(ExitDay.KEPT);
    }

    @Test
    void whatAnOrganizationLeftIsForgotten() {
        ExitDay day = users(2, DAY);
        ExitUse gone = use(1, DAY);
        day.take(new ExitUse(gone.organizationId(), 7, DAY, ExitUse.Kind.LEFT, 0, gone.account()));

        assertThat(day).isEqualTo(users(1, DAY));
    }

    private static SharedExit asked(LocalDate createdOn, ExitDay day) {
        return SharedExit.of(question(createdOn), List.of(day)).orElseThrow();
    }

    private static ExitUse question(LocalDate createdOn) {
        return new ExitUse("asker", 7, DAY, ExitUse.Kind.ASKED, 0, new ExitAccount(createdOn, 99, new TreeSet<>()));
    }

    private static ExitDay users(int count, @Nullable LocalDate createdOn) {
        ExitDay day = new ExitDay();
        IntStream.range(0, count).forEach(number -> day.take(use(number, createdOn)));
        return day;
    }

    private static ExitUse use(int number, @Nullable LocalDate createdOn) {
        ExitAccount account = new ExitAccount(createdOn, 1000 + number, new TreeSet<>());
        return new ExitUse("org-" + number, 7, DAY, ExitUse.Kind.SEEN, 64500, account);
    }
}
