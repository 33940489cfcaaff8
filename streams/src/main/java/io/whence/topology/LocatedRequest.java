/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.ClientAddress;
import io.whence.domain.origin.Origin;
import io.whence.domain.origin.Region;
import org.jspecify.annotations.Nullable;

/**
 * An access event with the client we believe in and where that client is.
 *
 * @param event what the gateway logged
 * @param client the address we believe
 * @param origin where it is
 * @param claimed where a forwarding header that nobody vouches for places the client; null without one
 */
record LocatedRequest(
        AccessEvent event,
        ClientAddress client,
        Origin origin,
        @Nullable Region claimed) implements AccessOutcome {}
