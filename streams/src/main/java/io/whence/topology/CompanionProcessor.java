/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.Companions;
import io.whence.domain.evidence.SharedExit;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Keeps what organizations were told of their exits, for as long as their tallies; says nothing. */
final class CompanionProcessor implements Processor<String, SharedExit, Void, Void> {

    private final int retentionDays;
    private final ControlTable controls;

    @SuppressWarnings("NullAway.Init")
    private Buffer<Companions> companions;

    CompanionProcessor(int retentionDays, ControlTable controls) {
        this.retentionDays = retentionDays;
        this.controls = controls;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        companions = Buffer.of(context, Stores.COMPANIONS);
        controls.readFrom(context.getStateStore(Stores.CONTROLS));
    }

    @Override
    public void process(Record<String, SharedExit> told) {
        SharedExit answer = told.value();
        Bytes key = StoreKey.from(answer.organizationId(), answer.day());
        Companions known = companions.get(key);
        Companions day = known == null ? new Companions() : known;
        day.add(answer);
        companions.put(key, day);
        if (known == null && !controls.held(answer.organizationId())) {
            DayStore.deleteBefore(
                    companions, answer.organizationId(), answer.day().minusDays(retentionDays));
        }
    }
}
