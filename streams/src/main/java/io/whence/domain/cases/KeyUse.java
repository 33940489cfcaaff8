/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/**
 * How much an API key was used from a region.
 *
 * @param apiKeyId identifier of the key, never the secret
 * @param requests admitted requests
 */
public record KeyUse(String apiKeyId, long requests) {}
