/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.KeyUse;

/**
 * How many requests were made with one API key.
 *
 * @param apiKeyId identifier of the key, never the secret
 * @param requests admitted requests
 */
public record KeyRequestsView(String apiKeyId, long requests) {

    static KeyRequestsView of(KeyUse use) {
        return new KeyRequestsView(use.apiKeyId(), use.requests());
    }
}
