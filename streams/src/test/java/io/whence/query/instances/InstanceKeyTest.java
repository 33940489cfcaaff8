/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class InstanceKeyTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String REQUEST = "/instance/rows?store=cases&partition=1";

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2024-07-09T00:00:00Z"));
    private final InstanceKey key = new InstanceKey(SECRET, now::get);
    private final String ticket = key.ticket(REQUEST);

    @Test
    void aTicketAdmitsItsRequestAtEveryInstanceWithTheSecret() {
        assertThat(new InstanceKey(SECRET, now::get).admits(ticket, REQUEST)).isTrue();
        assertThat(new InstanceKey(SECRET + "0", now::get).admits(ticket, REQUEST))
                .isFalse();
    }

    @Test
    void aTicketAdmitsNoOtherRequest() {
        assertThat(key.admits(ticket, "/instance/rows?store=cases&partition=2")).isFalse();
    }

    @Test
    void aTicketIsSoonOfNoUse() {
        now.set(now.get().plusSeconds(60));
        assertThat(key.admits(ticket, REQUEST)).isTrue();
        now.set(now.get().plusSeconds(1));
        assertThat(key.admits(ticket, REQUEST)).isFalse();
    }

    @Test
    void aTicketOfTheFutureIsOfNoUseEither() {
        now.set(now.get().minusSeconds(61));
        assertThat(key.admits(ticket, REQUEST)).isFalse();
    }

    @Test
    void whatIsNoTicketAdmitsNothing() {
        assertThat(key.admits("", REQUEST)).isFalse();
        assertThat(key.admits(SECRET, REQUEST)).isFalse();
        assertThat(key.admits(ticket.replaceFirst("^\\d+", "99999999999999999999"), REQUEST))
                .isFalse();
        assertThat(key.admits(ticket + "0", REQUEST)).isFalse();
    }

    @Test
    void theSecretIsNotPartOfATicket() {
        assertThat(ticket).doesNotContain(SECRET);
    }

    @Test
    void aShortSecretIsRefusedWithoutBeingNamed() {
        assertThatThrownBy(() -> new InstanceKey("sesame", now::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32")
                .hasMessageNotContaining("sesame");
    }
}
