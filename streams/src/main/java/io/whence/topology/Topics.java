/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.DeadLetter;
import io.whence.domain.cases.Assessment;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.JudgedTally;
import io.whence.domain.cases.Leak;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.Organization;
import io.whence.domain.policy.RegionPolicy;
import org.apache.kafka.common.serialization.Serde;

/**
 * Every topic the application reads or writes.
 *
 * @param accessLogs what the gateways log, keyed by organization, as bytes: decoding is a step of our own
 * @param regionPolicies policies by id, compacted
 * @param controls officers' brakes and releases by kind and subject, compacted
 * @param organizations profiles by organization, compacted; as many partitions as the access logs
 * @param officerActions what compliance officers decide, keyed by organization, as bytes; as many partitions likewise
 * @param regionalTraffic closed tallies
 * @param assessments what each closed day comes to
 * @param complianceNotices notices
 * @param enforcementDecisions orders to gateways by scope, compacted
 * @param enforcementLeaks what gateways served although it was to be refused
 * @param caseEvents transitions of cases
 * @param deadLetters records that could not be used, and why
 */
public record Topics(
        Topic<byte[], byte[]> accessLogs,
        Topic<String, RegionPolicy> regionPolicies,
        Topic<String, Control> controls,
        Topic<String, Organization> organizations,
        Topic<byte[], byte[]> officerActions,
        Topic<String, JudgedTally> regionalTraffic,
        Topic<String, Assessment> assessments,
        Topic<String, Notice> complianceNotices,
        Topic<String, EnforcementDecision> enforcementDecisions,
        Topic<String, Leak> enforcementLeaks,
        Topic<String, CaseEvent> caseEvents,
        Topic<String, DeadLetter> deadLetters) {

    public static final String ACCESS_LOGS = "access-logs";
    public static final String REGION_POLICIES = "region-policies";
    public static final String ORGANIZATIONS = "organizations";
    public static final String REGIONAL_TRAFFIC = "regional-traffic";
    public static final String ASSESSMENTS = "assessments";
    public static final String COMPLIANCE_NOTICES = "compliance-notices";
    public static final String OFFICER_ACTIONS = "officer-actions";
    public static final String ENFORCEMENT_DECISIONS = "enforcement-decisions";

    /** Brakes on gateways, by kind and subject, compacted. The stream does not read them: gateways' answers do. */
    public static final String CONTROLS = "controls";

    public static final String ENFORCEMENT_LEAKS = "enforcement-leaks";
    public static final String CASE_EVENTS = "case-events";
    public static final String DELIVERY_OUTCOMES = "delivery-outcomes";
    /** Written outside the stream, by whoever signs. */
    public static final String CASE_HEADS = "case-heads";

    public static final String DEAD_LETTERS = "dead-letters";

    /** The forms of the values on the topics. */
    public record Forms(
            Serde<RegionPolicy> policy,
            Serde<Control> control,
            Serde<Organization> organization,
            Serde<JudgedTally> traffic,
            Serde<Assessment> assessment,
            Serde<Notice> notice,
            Serde<EnforcementDecision> decision,
            Serde<Leak> leak,
            Serde<CaseEvent> caseEvent,
            Serde<DeadLetter> deadLetter) {}

    /** The topics under their own names, all but the access logs keyed by text. */
    public static Topics named(Forms forms) {
        return new Topics(
                Topic.ofBytes(ACCESS_LOGS),
                Topic.of(REGION_POLICIES, forms.policy()),
                Topic.of(CONTROLS, forms.control()),
                Topic.of(ORGANIZATIONS, forms.organization()),
                Topic.ofBytes(OFFICER_ACTIONS),
                Topic.of(REGIONAL_TRAFFIC, forms.traffic()),
                Topic.of(ASSESSMENTS, forms.assessment()),
                Topic.of(COMPLIANCE_NOTICES, forms.notice()),
                Topic.of(ENFORCEMENT_DECISIONS, forms.decision()),
                Topic.of(ENFORCEMENT_LEAKS, forms.leak()),
                Topic.of(CASE_EVENTS, forms.caseEvent()),
                Topic.of(DEAD_LETTERS, forms.deadLetter()));
    }
}
