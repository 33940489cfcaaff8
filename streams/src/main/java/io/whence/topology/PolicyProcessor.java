/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.JudgedTally;
import io.whence.domain.policy.Policies;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Says of each tally of a closed day what every policy in force on that day says of it. */
final class PolicyProcessor implements Processor<String, ClosedDay, String, JudgedDay> {

    private final PolicyTable policies;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, JudgedDay> context;

    PolicyProcessor(PolicyTable policies) {
        this.policies = policies;
    }

    @Override
    public void init(ProcessorContext<String, JudgedDay> given) {
        context = given;
        policies.readFrom(context.getStateStore(Stores.POLICIES));
    }

    @Override
    public void process(Record<String, ClosedDay> closed) {
        Policies inForce = policies.current();
        ClosedDay day = closed.value();
        List<JudgedTally> judged = day.tallies().stream()
                .map(tally -> JudgedTally.judge(closed.key(), tally, inForce))
                .toList();
        context.forward(closed.withValue(new JudgedDay(day.day(), day.at(), judged)));
    }
}
