/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.whence.domain.cases.CaseHead;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SigningTest {

    private static final CaseHead HEAD =
            new CaseHead("org-1", "openai-api", 12, "ab".repeat(32), Instant.parse("2024-07-09T00:00:00Z"), "");

    private final Keys keys = Keys.newPair();
    private final SigningKey secret = SigningKey.parse(keys.secret());
    private final VerifyingKey open = VerifyingKey.parse(keys.open());

    @Test
    void aSignedHeadIsKnownByThePublicKeyAndByNoOther() {
        CaseHead signed = secret.sign(HEAD);

        assertThat(open.signed(signed)).isTrue();
        assertThat(VerifyingKey.parse(Keys.newPair().open()).signed(signed)).isFalse();
    }

    @Test
    void signingTwiceGivesTheSameSoThatAReplayWritesNothingNew() {
        assertThat(secret.sign(HEAD)).isEqualTo(secret.sign(HEAD));
    }

    @Test
    void noPartOfAHeadCanBeChanged() {
        String signature = secret.sign(HEAD).signature();
        Instant at = HEAD.at();

        assertThat(open.signed(new CaseHead("org-2", "openai-api", 12, HEAD.hash(), at, signature)))
                .isFalse();
        assertThat(open.signed(new CaseHead("org-1", "other", 12, HEAD.hash(), at, signature)))
                .isFalse();
        assertThat(open.signed(new CaseHead("org-1", "openai-api", 11, HEAD.hash(), at, signature)))
                .isFalse();
        assertThat(open.signed(new CaseHead("org-1", "openai-api", 12, "cd".repeat(32), at, signature)))
                .isFalse();
        assertThat(open.signed(new CaseHead("org-1", "openai-api", 12, HEAD.hash(), at.plusMillis(1), signature)))
                .isFalse();
        assertThat(open.signed(HEAD)).isFalse();
        assertThat(open.signed(HEAD.signedWith("no base64!"))).isFalse();
    }

    @Test
    void organizationAndPolicyDoNotRunTogether() {
        assertThat(new CaseHead("a", "bc", 1, "", HEAD.at(), "").signedBytes())
                .isNotEqualTo(new CaseHead("ab", "c", 1, "", HEAD.at(), "").signedBytes());
    }

    @Test
    void whatIsSignedIsAsTheContractSays() {
        assertThat(new String(new CaseHead("ö", "p", 3, "ff", HEAD.at(), "").signedBytes(), StandardCharsets.UTF_8))
                .isEqualTo("18:whence-case-head-12:ö1:p1:32:ff20:2024-07-09T00:00:00Z");
    }

    @Test
    void aFileThatIsNoKeyIsRefusedWithoutSayingWhatItHolds() {
        assertThatThrownBy(() -> SigningKey.parse(keys.open()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("holds no -----BEGIN PRIVATE KEY-----");
        assertThatThrownBy(() -> VerifyingKey.parse("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("is no Ed25519 public key");
    }
}
