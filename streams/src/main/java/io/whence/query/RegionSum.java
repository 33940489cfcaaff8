/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.origin.Region;
import io.whence.domain.policy.Standing;

/**
 * How much an organization sent from one region over some days.
 *
 * @param region the region
 * @param standing the worst that any policy said of it on these days; {@code SUPPORTED} when there is no policy
 * @param requests all requests, refused ones included
 * @param refused of these, requests refused with 401 or 403, which are never evidence
 */
public record RegionSum(Region region, Standing standing, long requests, long refused) {}
