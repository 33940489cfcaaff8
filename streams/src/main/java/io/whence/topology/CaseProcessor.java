/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Steps the cases of an organization when one of its days closes, and when its time reaches another day. */
final class CaseProcessor implements Processor<String, TallyEvent, String, CaseOutcome> {

    private final CaseRules rules;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, CaseOutcome> context;

    @SuppressWarnings("NullAway.Init")
    private CaseBook cases;

    CaseProcessor(CaseRules rules) {
        this.rules = rules;
    }

    @Override
    public void init(ProcessorContext<String, CaseOutcome> given) {
        context = given;
        cases = CaseBook.open(given, rules);
    }

    @Override
    public void process(Record<String, TallyEvent> event) {
        if (event.value() instanceof ClosedDay closed) {
            tell(event, cases.close(event.key(), closed.at()));
        } else if (event.value() instanceof TurnedDay turned) {
            tell(event, cases.turn(event.key(), turned.at()));
        }
    }

    private void tell(Record<String, TallyEvent> event, CaseOutcome outcome) {
        context.forward(event.withValue(outcome));
        if (outcome.urgentAt(event.timestamp(), context.currentSystemTimeMs())) {
            context.commit();
        }
    }
}
