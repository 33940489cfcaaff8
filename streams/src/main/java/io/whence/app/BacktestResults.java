/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.domain.access.DeadLetter;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Notice;
import java.util.List;

/**
 * What a backtest wrote.
 *
 * @param notices notices
 * @param decisions orders to gateways
 * @param traffic closed tallies, each as a line of JSON
 * @param assessments assessments, each as a line of JSON
 * @param leaks what gateways served although it was to be refused, each as a line of JSON
 * @param caseEvents transitions of cases
 * @param deadLetters events that were refused
 */
public record BacktestResults(
        List<Notice> notices,
        List<EnforcementDecision> decisions,
        List<String> traffic,
        List<String> assessments,
        List<String> leaks,
        List<CaseEvent> caseEvents,
        List<DeadLetter> deadLetters) {}
