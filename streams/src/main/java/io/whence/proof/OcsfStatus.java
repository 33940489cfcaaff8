/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import io.whence.domain.cases.CaseEvent;
import java.util.List;

/**
 * What the state of a case comes to in the words of OCSF. Severity is ours to choose: it rises with what follows for
 * the organization.
 *
 * @param severityId 1 informational, 2 low, 3 medium, 4 high
 * @param statusId 1 new, 2 in progress, 3 suppressed, 4 resolved
 * @param complianceId 1 pass, 2 warning, 3 fail
 */
record OcsfStatus(int severityId, int statusId, int complianceId) {

    private static final List<String> SEVERITIES = List.of("Unknown", "Informational", "Low", "Medium", "High");
    private static final List<String> STATUSES = List.of("Unknown", "New", "In Progress", "Suppressed", "Resolved");
    private static final List<String> RESULTS = List.of("Unknown", "Pass", "Warning", "Fail");

    /** Ends that say there was nothing to hold against the organization. */
    private static final List<String> BENIGN =
            List.of("APPEAL_UPHELD", "LIFT_EXPLAINED", "LIFT_EXEMPTED", "LIFT_DATABASE_CHANGED");

    static OcsfStatus of(CaseEvent event) {
        return switch (event.to()) {
            case "OBSERVED" -> new OcsfStatus(1, 1, 2);
            case "NOTICED" -> new OcsfStatus(3, 2, 3);
            case "ENFORCED" -> new OcsfStatus(4, 2, 3);
            case "APPEALED" -> new OcsfStatus(3, 2, 2);
            case "PROBATION" -> new OcsfStatus(2, 2, 1);
            case "EXEMPT" -> new OcsfStatus(1, 3, 1);
            case "LIFTED", "CLEAR" -> new OcsfStatus(1, benign(event) ? 3 : 4, 1);
            default -> new OcsfStatus(0, 0, 0);
        };
    }

    private static boolean benign(CaseEvent event) {
        return BENIGN.stream().anyMatch(event.reason()::contains);
    }

    String severity() {
        return SEVERITIES.get(severityId);
    }

    String status() {
        return STATUSES.get(statusId);
    }

    String result() {
        return RESULTS.get(complianceId);
    }
}
