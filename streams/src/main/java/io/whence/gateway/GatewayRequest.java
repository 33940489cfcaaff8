/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that stands before a gateway.
 *
 * @param organizationId whose it is
 * @param apiKeyId identifier of its key, never the secret; null when the gateway does not know
 * @param projectId the project; null when the gateway does not know
 * @param address the client's address in the gateway's eyes; null when it does not know. What is no address has no
 *     place
 * @param at when it came
 */
public record GatewayRequest(
        String organizationId,
        @Nullable String apiKeyId,
        @Nullable String projectId,
        @Nullable String address,
        Instant at) {}
