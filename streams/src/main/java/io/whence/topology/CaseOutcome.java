/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Assessment;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Notice;
import java.util.List;

/**
 * What a closed day did to the case of an organization under one policy.
 *
 * @param assessments the assessment of the window that ends with the day
 * @param events the transition, or nothing
 * @param notices what is to be told
 */
record CaseOutcome(List<Assessment> assessments, List<CaseEvent> events, List<Notice> notices) {}
