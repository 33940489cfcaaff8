/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.domain.access.AccessEvent;
import io.whence.domain.access.DeadLetter;
import io.whence.domain.cases.Assessment;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.CaseHead;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.JudgedTally;
import io.whence.domain.cases.Leak;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.cases.Organization;
import io.whence.domain.delivery.DeliveryOutcome;
import io.whence.domain.policy.RegionPolicy;

/** The contracts, one for each topic. */
public final class Contracts {
    public static final Contract<AccessEvent> ACCESS_EVENT = new Contract<>(Mapping.both(
            io.whence.contracts.AccessEvent.getClassSchema(), AccessEvents::toAvro, AccessEvents::fromAvro));

    public static final Contract<RegionPolicy> REGION_POLICY = new Contract<>(Mapping.both(
            io.whence.contracts.RegionPolicy.getClassSchema(), RegionPolicies::toAvro, RegionPolicies::fromAvro));

    public static final Contract<Organization> ORGANIZATION = new Contract<>(Mapping.both(
            io.whence.contracts.Organization.getClassSchema(), Organizations::toAvro, Organizations::fromAvro));

    /** For others to read: a tally holds more than is told. */
    public static final Contract<JudgedTally> REGIONAL_TRAFFIC =
            new Contract<>(Mapping.out(io.whence.contracts.RegionalTraffic.getClassSchema(), RegionalTraffic::toAvro));

    /** For others to read: an assessment rests on the policy, which is not repeated. */
    public static final Contract<Assessment> ASSESSMENT =
            new Contract<>(Mapping.out(io.whence.contracts.Assessment.getClassSchema(), Assessments::toAvro));

    public static final Contract<Notice> NOTICE = new Contract<>(
            Mapping.both(io.whence.contracts.Notice.getClassSchema(), Notices::toAvro, Notices::fromAvro));

    public static final Contract<CaseEvent> CASE_EVENT = new Contract<>(
            Mapping.both(io.whence.contracts.CaseEvent.getClassSchema(), CaseEvents::toAvro, CaseEvents::fromAvro));

    public static final Contract<CaseHead> CASE_HEAD = new Contract<>(
            Mapping.both(io.whence.contracts.CaseHead.getClassSchema(), CaseHeads::toAvro, CaseHeads::fromAvro));

    public static final Contract<OfficerAction> OFFICER_ACTION = new Contract<>(Mapping.both(
            io.whence.contracts.OfficerAction.getClassSchema(), OfficerActions::toAvro, OfficerActions::fromAvro));

    public static final Contract<EnforcementDecision> ENFORCEMENT_DECISION = new Contract<>(Mapping.both(
            io.whence.contracts.EnforcementDecision.getClassSchema(),
            EnforcementDecisions::toAvro,
            EnforcementDecisions::fromAvro));

    /** For others to read: only the stream finds them. */
    public static final Contract<Leak> ENFORCEMENT_LEAK =
            new Contract<>(Mapping.out(io.whence.contracts.EnforcementLeak.getClassSchema(), EnforcementLeaks::toAvro));

    public static final Contract<DeliveryOutcome> DELIVERY_OUTCOME = new Contract<>(Mapping.both(
            io.whence.contracts.DeliveryOutcome.getClassSchema(),
            DeliveryOutcomes::toAvro,
            DeliveryOutcomes::fromAvro));

    public static final Contract<Control> CONTROL = new Contract<>(
            Mapping.both(io.whence.contracts.Control.getClassSchema(), Controls::toAvro, Controls::fromAvro));

    public static final Contract<DeadLetter> DEAD_LETTER = new Contract<>(
            Mapping.both(io.whence.contracts.DeadLetter.getClassSchema(), DeadLetters::toAvro, DeadLetters::fromAvro));

    private Contracts() {}
}
