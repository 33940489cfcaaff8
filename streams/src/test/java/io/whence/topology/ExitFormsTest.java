/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.evidence.Companions;
import io.whence.domain.evidence.ExitAccount;
import io.whence.domain.evidence.ExitDay;
import io.whence.domain.evidence.ExitUse;
import io.whence.domain.evidence.SharedExit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExitFormsTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20240624})
    void keepEverythingThatIsKnownOfExits(long seed) {
        Random random = new Random(seed);
        ExitDay day = new ExitDay();
        Companions companions = new Companions();
        for (int i = random.nextInt(90); i >= 0; i--) {
            ExitUse use = use(random);
            day.take(use);
            SharedExit answer = answer(random);
            companions.add(answer);

            assertThat(new ExitUseCodec().decode(new ExitUseCodec().encode(use)))
                    .isEqualTo(use);
            assertThat(new SharedExitCodec().decode(new SharedExitCodec().encode(answer)))
                    .isEqualTo(answer);
        }

        assertThat(new ExitDayCodec().decode(new ExitDayCodec().encode(day))).isEqualTo(day);
        assertThat(new CompanionsCodec().decode(new CompanionsCodec().encode(companions)))
                .isEqualTo(companions);
    }

    private static ExitUse use(Random random) {
        LocalDate day = LocalDate.ofEpochDay(19_000 + random.nextInt(1000));
        return new ExitUse(
                "org-" + random.nextInt(100),
                random.nextLong(),
                day,
                random.nextBoolean() ? ExitUse.Kind.SEEN : ExitUse.Kind.ASKED,
                random.nextInt(400_000),
                new ExitAccount(random.nextBoolean() ? null : day, random.nextLong(), new TreeSet<>(regions(random))));
    }

    private static SharedExit answer(Random random) {
        List<SharedExit.Companion> companions = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            companions.add(new SharedExit.Companion(random.nextLong(), random.nextBoolean(), regions(random)));
        }
        return new SharedExit("org", LocalDate.ofEpochDay(19_000), random.nextInt(400_000), companions);
    }

    private static List<String> regions(Random random) {
        return random.nextBoolean() ? List.of() : List.of("CN", "RU");
    }
}
