/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RegionTest {

    private static final Pattern FORM = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
    private static final String CHARACTERS = "AZMaz059-_@[/:é";

    @Test
    void takesCodesOfIsoFormAndNothingElse() {
        long seed = 3166;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder code = new StringBuilder();
            for (int left = random.nextInt(8); left > 0; left--) {
                code.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            String text = code.toString();
            if (FORM.matcher(text).matches()) {
                assertThat(new Region(text).code()).as("seed %d", seed).isEqualTo(text);
            } else {
                assertThatThrownBy(() -> new Region(text))
                        .as("seed %d, '%s'", seed, text)
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void aSubdivisionLiesInItsCountry() {
        for (char first = 'A'; first <= 'Z'; first++) {
            for (char second = 'A'; second <= 'Z'; second++) {
                String country = String.valueOf(first) + second;
                assertThat(new Region(country + "-1X").country()).isEqualTo(new Region(country));
                assertThat(new Region(country).country()).isEqualTo(new Region(country));
            }
        }
    }
}
