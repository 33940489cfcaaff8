/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.NetworkUse;
import org.jspecify.annotations.Nullable;

/**
 * How many requests came from one network.
 *
 * @param prefix masked so that it names no person
 * @param asn autonomous system number, or null when no source knows
 * @param name name of the operator or service, or null when no source knows
 * @param type kind of network
 * @param requests admitted requests
 */
public record NetworkRequestsView(
        String prefix, @Nullable Long asn, @Nullable String name, String type, long requests) {

    static NetworkRequestsView of(NetworkUse use) {
        long asn = use.egress().asn();
        return new NetworkRequestsView(
                use.egress().prefix(),
                asn == 0 ? null : asn,
                use.egress().name(),
                use.type().name(),
                use.requests());
    }
}
