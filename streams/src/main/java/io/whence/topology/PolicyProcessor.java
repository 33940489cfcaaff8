/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.cases.JudgedTally;
import io.whence.domain.policy.Policies;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Says of each tally of a closed day what every policy in force on that day says of it. */
final class PolicyProcessor implements Processor<String, ClosedDay, String, JudgedTally> {

    private final PolicyTable policies;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, JudgedTally> context;

    PolicyProcessor(PolicyTable policies) {
        this.policies = policies;
    }

    @Override
    public void init(ProcessorContext<String, JudgedTally> given) {
        context = given;
        policies.readFrom(context.getStateStore(Stores.POLICIES));
    }

    @Override
    public void process(Record<String, ClosedDay> closed) {
        Policies inForce = policies.current();
        closed.value()
                .tallies()
                .forEach(tally -> context.forward(closed.withValue(JudgedTally.judge(closed.key(), tally, inForce))));
    }
}
