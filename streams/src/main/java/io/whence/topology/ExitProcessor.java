/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.evidence.ExitDay;
import io.whence.domain.evidence.ExitUse;
import io.whence.domain.evidence.SharedExit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/** Keeps who uses which exit on which day, and tells those who ask. Keyed by exit. */
final class ExitProcessor implements Processor<Long, ExitUse, String, SharedExit> {

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, SharedExit> context;

    @SuppressWarnings("NullAway.Init")
    private WindowStore<Long, ExitDay> exits;

    @Override
    public void init(ProcessorContext<String, SharedExit> given) {
        context = given;
        exits = context.getStateStore(Stores.EXITS);
    }

    @Override
    public void process(Record<Long, ExitUse> said) {
        ExitUse use = said.value();
        if (use.kind() == ExitUse.Kind.ASKED) {
            SharedExit.of(use, week(use))
                    .ifPresent(
                            answer -> context.forward(new Record<>(answer.organizationId(), answer, said.timestamp())));
        } else {
            keep(use);
        }
    }

    private void keep(ExitUse use) {
        long day = startOf(use.day()).toEpochMilli();
        ExitDay known = exits.fetch(use.exit(), day);
        ExitDay users = known == null ? new ExitDay() : known;
        users.take(use);
        exits.put(use.exit(), users, day);
    }

    private List<ExitDay> week(ExitUse asked) {
        List<ExitDay> week = new ArrayList<>();
        Instant first = startOf(asked.day().minusDays(SharedExit.DAYS - 1L));
        try (WindowStoreIterator<ExitDay> days = exits.fetch(asked.exit(), first, startOf(asked.day()))) {
            days.forEachRemaining(day -> week.add(day.value));
        }
        return week;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }
}
