/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.Assessment;
import io.whence.domain.cases.Assessor;
import io.whence.domain.cases.ComplianceCase;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeWriter;
import io.whence.domain.cases.Organization;
import io.whence.domain.origin.OriginLocator;
import io.whence.domain.policy.RegionPolicy;
import io.whence.domain.tally.DayTally;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;

/** Steps the case of an organization under every policy when one of its days closes. */
final class CaseProcessor implements Processor<String, JudgedDay, String, CaseOutcome> {

    private final PolicyTable policies;
    private final OriginLocator locator;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, CaseOutcome> context;

    @SuppressWarnings("NullAway.Init")
    private TallyStore tallies;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<Bytes, ComplianceCase> cases;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<Bytes, Notice> notices;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, ValueAndTimestamp<Organization>> organizations;

    CaseProcessor(PolicyTable policies, OriginLocator locator) {
        this.policies = policies;
        this.locator = locator;
    }

    @Override
    public void init(ProcessorContext<String, CaseOutcome> given) {
        context = given;
        tallies = new TallyStore(context.getStateStore(Stores.TALLIES));
        cases = context.getStateStore(Stores.CASES);
        notices = context.getStateStore(Stores.NOTICES);
        organizations = context.getStateStore(Stores.ORGANIZATIONS);
        policies.readFrom(context.getStateStore(Stores.POLICIES));
    }

    @Override
    public void process(Record<String, JudgedDay> closed) {
        Organization organization = organization(closed.key());
        NoticeWriter writer = new NoticeWriter(organization, locator.geolocation());
        for (RegionPolicy policy : policies.current().policies()) {
            Assessment assessment = assess(organization, closed.value(), policy);
            CaseOutcome outcome = step(assessment, writer);
            context.forward(closed.withValue(outcome));
        }
    }

    private Organization organization(String organizationId) {
        ValueAndTimestamp<Organization> profile = organizations.get(organizationId);
        return profile == null ? Organization.unknown(organizationId) : profile.value();
    }

    private Assessment assess(Organization organization, JudgedDay closed, RegionPolicy policy) {
        Assessor assessor = new Assessor(policy);
        List<DayTally> window = tallies.between(
                organization.organizationId(), assessor.windowStart(closed.day(), closed.at()), closed.day());
        return assessor.assess(
                organization,
                closed.day(),
                closed.at(),
                window,
                locator.geolocation().ageAt(closed.at()));
    }

    private CaseOutcome step(Assessment assessment, NoticeWriter writer) {
        String organizationId = assessment.organizationId();
        String policyId = assessment.policy().policyId();
        Bytes key = StoreKey.ofPart(organizationId, policyId);
        ComplianceCase known = cases.get(key);
        ComplianceCase before = known == null ? ComplianceCase.none(organizationId, policyId) : known;
        ComplianceCase.Outcome outcome = before.assess(assessment, writer);
        if (!outcome.after().equals(before)) {
            cases.put(key, outcome.after());
        }
        for (Notice notice : outcome.notices()) {
            notices.put(StoreKey.ofPart(organizationId, notice.issuedAt() + "/" + notice.noticeId()), notice);
        }
        return new CaseOutcome(List.of(assessment), outcome.event().stream().toList(), outcome.notices());
    }
}
