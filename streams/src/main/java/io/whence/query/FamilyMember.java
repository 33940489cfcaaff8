/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Organization;
import java.util.List;

/**
 * One organization of a family.
 *
 * @param organization what the provider knows of it
 * @param cases where it stands, one for each policy that has assessed it
 * @param requests its requests in the days that an overview sums up, refused ones included; 0 when it sent none
 */
public record FamilyMember(Organization organization, List<ComplianceCase> cases, long requests) {

    public FamilyMember {
        cases = List.copyOf(cases);
    }

    /** Warnings that stand against it. */
    public int openWarnings() {
        return cases.stream().mapToInt(known -> known.state().warnings().size()).sum();
    }
}
