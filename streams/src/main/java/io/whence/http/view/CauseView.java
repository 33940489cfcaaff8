/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.Cause;

/**
 * What a notice is due for.
 *
 * @param kind how it is told
 * @param region where the traffic comes from
 * @param classification the explanation of the traffic
 */
public record CauseView(String kind, String region, String classification) {

    static CauseView of(Cause cause) {
        return new CauseView(
                cause.kind().name(),
                cause.region().code(),
                cause.classification().name());
    }
}
