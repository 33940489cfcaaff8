/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Some of the organizations that were asked for.
 *
 * @param organizations worst case first
 * @param total how many were asked for, on this page or not
 * @param byState how many there are in each state, asked for or not; an organization counts where its worst case is
 */
public record OrganizationPage(
        List<OrganizationOverview> organizations, int total, SortedMap<String, Integer> byState) {

    public OrganizationPage {
        organizations = List.copyOf(organizations);
        byState = Collections.unmodifiableSortedMap(new TreeMap<>(byState));
    }
}
