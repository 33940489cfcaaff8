/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.cases.Organization;
import io.whence.domain.origin.Region;

/**
 * An invented customer of the sample, and what is true of it.
 *
 * @param organization what the provider knows
 * @param region where what matters about it happens
 * @param outcome what the product must make of it
 * @param truth what it really does, in one sentence; the product is not told
 * @param toSee what a user of the quickstart sees, in one sentence
 */
public record DemoOrganization(Organization organization, Region region, Outcome outcome, String truth, String toSee) {

    /** What the product must make of an organization. */
    public enum Outcome {
        /** It operates from an unsupported region and must be warned. */
        WARNED,
        /** Its platform placed it in an unsupported region: it is told so, and never warned. */
        ADVISED,
        /** It must never hear anything. */
        LEFT_ALONE,
        /** What the traffic shows is not enough to prove either; whatever is said must not be a warning. */
        UNPROVEN
    }

    public String id() {
        return organization.organizationId();
    }
}
