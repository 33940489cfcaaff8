/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.ActionRefusal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What became of an officer's action.
 *
 * @param refusal why it was not carried out; null when it was
 */
public record ActionReceipt(@Nullable Refusal refusal) {

    private static final ActionReceipt DONE = new ActionReceipt(null);
    private static final byte[] DONE_BYTES = {1};
    private static final String UNKNOWN_ORGANIZATION = "UNKNOWN_ORGANIZATION";
    private static final char END = '\n';

    /**
     * Why an action was not carried out, as in its dead letter.
     *
     * @param reason stable code
     * @param field the part of the action that stands in the way
     * @param message what is wrong and what to do instead
     */
    public record Refusal(String reason, String field, String message) {}

    static ActionReceipt done() {
        return DONE;
    }

    static ActionReceipt refused(ActionRefusal refusal) {
        return new ActionReceipt(new Refusal(refusal.reason().name(), refusal.field(), refusal.message()));
    }

    static ActionReceipt unknownOrganization(String organizationId) {
        return new ActionReceipt(new Refusal(
                UNKNOWN_ORGANIZATION,
                "organization_id",
                "No traffic of '" + organizationId + "' was ever seen; check the id."));
    }

    /** Whether the same id again is the same action: an organization that was not known may come to be. */
    boolean isFinal() {
        return refusal == null || !refusal.reason().equals(UNKNOWN_ORGANIZATION);
    }

    byte[] bytes() {
        return refusal == null
                ? DONE_BYTES.clone()
                : (refusal.reason() + END + refusal.field() + END + refusal.message()).getBytes(StandardCharsets.UTF_8);
    }

    static ActionReceipt of(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.UTF_8).split(String.valueOf(END), 3);
        return parts.length < 3 ? DONE : new ActionReceipt(new Refusal(parts[0], parts[1], parts[2]));
    }
}
