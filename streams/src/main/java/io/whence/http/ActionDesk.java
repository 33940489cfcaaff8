/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes officers' actions, to be carried out by the stream. */
public interface ActionDesk {

    /**
     * Puts an action on its way. When it returns empty, the brokers have it.
     *
     * @param organizationId whom it is about
     * @param json the action as in its contract
     * @return why it cannot be taken, or empty
     * @throws io.whence.query.NotReadyException when it cannot be passed on now
     */
    Optional<Fault> take(String organizationId, String json);

    /**
     * What is wrong with an action.
     *
     * @param field the part at fault, or null when that cannot be told
     * @param message what is wrong
     */
    record Fault(@Nullable String field, String message) {}
}
