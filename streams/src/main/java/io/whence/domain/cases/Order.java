/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import io.whence.domain.policy.PolicyMode;

/**
 * What gateways are to refuse.
 *
 * @param scope how much
 * @param scopeId the region, key or project; the organization itself for {@link Scope#ORGANIZATION}
 * @param noticeId the notice that told the organization, or the announcement that told everybody
 * @param mode whether gateways obey
 */
public record Order(Scope scope, String scopeId, String noticeId, PolicyMode mode) implements Comparable<Order> {

    /** Text that tells it from every other order about the same organization and policy. */
    public String id() {
        return scope + "/" + scopeId;
    }

    @Override
    public int compareTo(Order other) {
        return id().compareTo(other.id());
    }
}
