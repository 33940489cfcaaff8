/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Up to where a chain of case events has come, signed: the end of a chain cannot be cut off unseen by whoever has kept
 * it.
 *
 * @param organizationId the organization
 * @param policyId the policy
 * @param sequence number of the last event, 1 or more
 * @param hash hash of that event
 * @param at event time of that event
 * @param signature Ed25519 signature of {@link #signedBytes} in Base64; empty when it is not signed yet
 */
public record CaseHead(
        String organizationId, String policyId, long sequence, String hash, Instant at, String signature) {

    private static final String FORM = "whence-case-head-1";

    /** The head that an event makes, not signed yet. */
    public static CaseHead of(CaseEvent event) {
        return new CaseHead(event.organizationId(), event.policyId(), event.sequence(), event.hash(), event.at(), "");
    }

    /** The same, signed. */
    public CaseHead signedWith(String base64) {
        return new CaseHead(organizationId, policyId, sequence, hash, at, base64);
    }

    /** Key on the topic: one head for each chain. */
    public String key() {
        return organizationId + '/' + policyId;
    }

    /**
     * What is signed: {@code whence-case-head-1}, organization, policy, sequence, hash and time, each as its length in
     * bytes of UTF-8, a colon, and the bytes.
     */
    public byte[] signedBytes() {
        StringBuilder form = new StringBuilder();
        for (String part : List.of(FORM, organizationId, policyId, Long.toString(sequence), hash, at.toString())) {
            form.append(part.getBytes(StandardCharsets.UTF_8).length)
                    .append(':')
                    .append(part);
        }
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }
}
