/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.domain.cases.CaseEvent;
import java.util.List;

/**
 * What happened to the cases of an organization.
 *
 * @param organizationId the organization
 * @param events the latest transitions, oldest first, as in the contract of the topic {@code case-events}
 */
public record HistoryView(String organizationId, List<CaseEvent> events) {

    public static HistoryView of(String organizationId, List<CaseEvent> events) {
        return new HistoryView(organizationId, List.copyOf(events));
    }
}
