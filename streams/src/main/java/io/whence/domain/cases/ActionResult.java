/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

/** What came of an officer's action. */
public sealed interface ActionResult {

    /** It was carried out. */
    record Done(ComplianceCase.Outcome outcome) implements ActionResult {}

    /** It was not, and nothing changed. */
    record Refused(ActionRefusal refusal) implements ActionResult {}
}
