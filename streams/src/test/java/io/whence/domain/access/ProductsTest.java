/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductsTest {
    private final Products products = Products.parse(
            List.of("chat=/v1/chat", "chat=/v1/completions/", " images=/v1/images", "batch=/v1/chat/batches"));

    @ParameterizedTest
    @CsvSource({
        "/v1/chat, chat",
        "/v1/chat/, chat",
        "/v1/chat/completions, chat",
        "/v1/chat/batches, batch",
        "/v1/chat/batches/7, batch",
        "/v1/chat/batches7, chat",
        "/v1/chatter, other",
        "/v1/completions, chat",
        "/v1/images/generations, images",
        "/v1/chat?stream=true, chat",
        "/v1/chat;session=1, chat",
        "/v1/Chat, other",
        "/v1, other",
        "/, other",
        "'', other",
        "v1/chat, chat",
        "//v1//chat, chat",
        "/v1/./images/../chat, chat",
        "/v1/%63hat/completions, chat",
        "/../../v1/chat, chat",
        "/v1%2Fchat, other",
        "https://api.example.com/v1/images, images",
        "/v1/%zz, other"
    })
    void goesByTheLongestPathOfWholeSegments(String path, String product) {
        assertThat(products.of(path)).isEqualTo(product);
    }

    @Test
    void namesEveryProductAndTheRest() {
        assertThat(products.names()).containsExactly("batch", "chat", "images", "other");
        assertThat(Products.NONE.names()).containsExactly("other");
        assertThat(Products.NONE.of("/v1/chat")).isEqualTo("other");
    }

    @Test
    void canTakeEverythingThatIsLeft() {
        var everything = Products.parse(List.of("images=/v1/images", "rest=/"));

        assertThat(everything.of("/v1/images/1")).isEqualTo("images");
        assertThat(everything.of("/healthz")).isEqualTo("rest");
        assertThat(everything.of("/")).isEqualTo("rest");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chat=/v1/chat | 'Chat=/v1/chat' is not a name in lower case and a path; write it like chat=/v1/chat",
                "chat=v1 | 'chat=v1' is not a name in lower case and a path; write it like chat=/v1/chat",
                "chat | 'chat' is not a name in lower case and a path; write it like chat=/v1/chat",
                "other=/v1 | 'other' is what no product's path begins; choose another",
                "pictures=/v1/images/ | 'pictures=/v1/images/': an earlier product has the path; remove one"
            },
            quoteCharacter = '`')
    void refusesWhatIsNoProduct(String entry, String message) {
        assertThatThrownBy(() -> Products.parse(List.of("images=/v1/images", entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
