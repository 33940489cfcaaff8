/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.quickstart;

import io.whence.domain.cases.Notice;
import io.whence.domain.policy.Standing;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Collects the notices of a run, and writes one line for each as it comes. */
final class NoticeBoard {
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private final Consumer<String> out;

    NoticeBoard(Consumer<String> out) {
        this.out = out;
    }

    void add(Notice notice) {
        notices.add(notice);
        out.accept(line(notice));
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** When, who, what, where, how much, and the sentence of the notice. */
    static String line(Notice notice) {
        var unsupported = notice.regions().stream()
                .filter(traffic -> traffic.standing() == Standing.UNSUPPORTED)
                .toList();
        var regions = unsupported.stream()
                .map(traffic -> traffic.region().code())
                .distinct()
                .collect(Collectors.joining(","));
        var requests =
                unsupported.stream().mapToLong(traffic -> traffic.requests()).sum();
        return String.format(
                Locale.ROOT,
                "%s  %-17s %-11s %-6s %,6d  %s",
                notice.issuedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                notice.organizationId(),
                notice.kind(),
                regions,
                requests,
                notice.summary());
    }
}
