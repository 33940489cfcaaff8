/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.query.OrganizationPage;
import java.util.List;
import java.util.Map;

/**
 * Some organizations.
 *
 * @param organizations worst case first
 * @param total how many match
 * @param byState how many organizations there are in each state, matching or not
 */
public record OrganizationsView(List<OverviewView> organizations, int total, Map<String, Integer> byState) {

    public static OrganizationsView of(OrganizationPage page) {
        return new OrganizationsView(
                page.organizations().stream().map(OverviewView::of).toList(), page.total(), page.byState());
    }
}
