/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.query.RegionSum;

/**
 * How much came from one region.
 *
 * @param region ISO 3166 code; ZZ when not located
 * @param standing the worst that any policy says of it
 * @param requests all requests, refused ones included
 * @param refused of these, requests refused with 401 or 403, which are never evidence
 */
public record RegionSumView(String region, String standing, long requests, long refused) {

    static RegionSumView of(RegionSum sum) {
        return new RegionSumView(sum.region().code(), sum.standing().name(), sum.requests(), sum.refused());
    }
}
