/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.WhenceConfig;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Control;
import io.whence.domain.cases.ControlKind;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.cases.SignalChange;
import io.whence.domain.cases.SignalPrecision;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/**
 * What organizations were warned of, and what became of their appeals.
 *
 * @param warnings every warning
 * @param appeals every event about an appeal
 */
public record AppealRecord(List<Notice> warnings, List<CaseEvent> appeals) {

    public AppealRecord {
        warnings = List.copyOf(warnings);
        appeals = List.copyOf(appeals);
    }

    /**
     * All that is on the topics of a configured cluster.
     *
     * @throws KafkaException when the cluster, a topic or the registry cannot be used
     */
    public static AppealRecord read(WhenceConfig config, Clock clock) {
        List<Notice> warnings = new ArrayList<>();
        List<CaseEvent> appeals = new ArrayList<>();
        return CaseTopics.with(config, clock, topics -> {
            topics.events(event -> {
                if (event.reason().contains("APPEAL")) {
                    appeals.add(event);
                }
            });
            topics.notices(notice -> {
                if (notice.kind() == NoticeKind.WARNING) {
                    warnings.add(notice);
                }
            });
            return new AppealRecord(warnings, appeals);
        });
    }

    /** How often each signal was right, by all appeals. */
    public List<SignalPrecision> signals() {
        return SignalPrecision.of(warnings, appeals);
    }

    /**
     * How often each signal was right since an officer last restored it: a figure that an officer knew of does not
     * overrule the officer.
     */
    List<SignalPrecision> signalsSinceRestored(Collection<Control> known) {
        return signals().stream()
                .flatMap(signal ->
                        restored(signal, known).map(at -> since(at).of(signal)).orElse(Optional.of(signal)).stream())
                .toList();
    }

    private AppealRecord since(Instant restored) {
        return new AppealRecord(
                warnings,
                appeals.stream().filter(event -> event.at().isAfter(restored)).toList());
    }

    private Optional<SignalPrecision> of(SignalPrecision asked) {
        return signals().stream()
                .filter(signal -> signal.name().equals(asked.name()))
                .findFirst();
    }

    private static Optional<Instant> restored(SignalPrecision signal, Collection<Control> known) {
        return known.stream()
                .filter(control -> control.kind() == ControlKind.RESTORE_SIGNAL)
                .filter(control -> SignalChange.parse(control.subject()).name().equals(signal.name()))
                .map(Control::at)
                .max(Instant::compareTo);
    }
}
