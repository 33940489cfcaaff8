/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.letter;

import static org.assertj.core.api.Assertions.assertThat;

import io.whence.domain.cases.Classification;
import io.whence.domain.cases.NoticeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole letters, for people to read. After a change of the wording run with {@code -Dwhence.golden.write=true} and read
 * the difference.
 */
class GoldenLetterTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "letter");

    static Stream<Arguments> letters() {
        return Stream.of(Language.values())
                .flatMap(language -> Stream.of(
                                SampleNotice.of(NoticeKind.WARNING, Classification.DIRECT),
                                SampleNotice.of(NoticeKind.WARNING, Classification.VPN)
                                        .asQuestion(),
                                SampleNotice.of(NoticeKind.ADVISORY, Classification.EDGE_PLATFORM),
                                SampleNotice.of(NoticeKind.ADVISORY, Classification.KEY_COMPROMISE),
                                SampleNotice.of(NoticeKind.ENFORCEMENT, Classification.VPN),
                                SampleNotice.of(NoticeKind.LIFT, Classification.DIRECT))
                        .map(notice -> Arguments.of(language, notice)));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void readsAsReviewed(Language language, SampleNotice sample) throws IOException {
        Path file = FOLDER.resolve(language.tag()).resolve(sample.kind() + "-" + sample.classification() + ".txt");
        Letter letter = new LetterWriter("https://provider.example/appeals").write(sample.notice(), language.tag());
        String written = letter.subject() + "\n\n" + letter.plain();
        if (Boolean.getBoolean("whence.golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, written);
        }

        assertThat(List.of(written.split("\n", -1)))
                .isEqualTo(List.of(Files.readString(file).split("\n", -1)));
    }
}
