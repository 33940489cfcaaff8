/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.JudgedTally;
import io.whence.domain.cases.RegionTotal;
import io.whence.domain.policy.Policies;
import io.whence.domain.tally.Exposure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Says of each tally of a closed day what every policy in force on that day says of it, and keeps exposures and totals.
 */
final class PolicyProcessor implements Processor<String, ClosedDay, String, JudgedTally> {

    private final PolicyTable policies;
    private final int retentionDays;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, JudgedTally> context;

    @SuppressWarnings("NullAway.Init")
    private Buffer<Exposure> exposures;

    @SuppressWarnings("NullAway.Init")
    private Buffer<RegionTotal> totals;

    PolicyProcessor(PolicyTable policies, int retentionDays) {
        this.policies = policies;
        this.retentionDays = retentionDays;
    }

    @Override
    public void init(ProcessorContext<String, JudgedTally> given) {
        context = given;
        exposures = Buffer.of(context, Stores.EXPOSURES);
        totals = Buffer.of(context, Stores.REGION_TOTALS);
        policies.readFrom(context.getStateStore(Stores.POLICIES));
    }

    private void expose(String organizationId, ClosedDay day, int days) {
        Bytes key = StoreKey.ofOrganization(organizationId);
        Exposure known = exposures.get(key);
        Exposure before = known == null ? Exposure.NONE : known;
        exposures.put(key, before.closing(day.day(), day.tallies(), days));
    }

    @Override
    public void process(Record<String, ClosedDay> closed) {
        Policies inForce = policies.current();
        expose(closed.key(), closed.value(), inForce.longestWindow());
        List<JudgedTally> judged = closed.value().tallies().stream()
                .map(tally -> JudgedTally.judge(closed.key(), tally, inForce))
                .toList();
        RegionTotal.of(judged).forEach(this::addUp);
        judged.forEach(tally -> context.forward(closed.withValue(tally)));
    }

    private void addUp(RegionTotal total) {
        Bytes key = StoreKey.ofTotal(total.place());
        RegionTotal known = totals.get(key);
        totals.put(key, known == null ? total : known.plus(total));
        if (known == null) {
            forget(total.day().minusDays(retentionDays));
        }
    }

    private void forget(LocalDate before) {
        List<Bytes> old = new ArrayList<>();
        try (KeyValueIterator<Bytes, RegionTotal> found =
                totals.range(StoreKey.ofTotals(LocalDate.EPOCH), StoreKey.ofTotals(before))) {
            found.forEachRemaining(entry -> old.add(entry.key));
        }
        old.forEach(totals::delete);
    }
}
