/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.cli;

import io.whence.app.CaseTopics;
import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.CaseHead;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Notice;
import io.whence.domain.policy.RegionPolicy;
import io.whence.wire.Contract;
import io.whence.wire.Contracts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * What is on the topics of cases, as the folder that pack, verify, precision and export take: the same records give the
 * same bytes, however they are spread over partitions.
 */
final class RecordFolder {

    private static final Comparator<CaseEvent> BY_CHAIN = Comparator.comparing(CaseEvent::organizationId)
            .thenComparing(CaseEvent::policyId)
            .thenComparing(CaseEvent::sequence);

    private static final Comparator<Notice> BY_TIME = Comparator.comparing(Notice::issuedAt)
            .thenComparing(Notice::organizationId)
            .thenComparing(Notice::policyId)
            .thenComparing(Notice::noticeId);

    private final List<CaseEvent> events = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, EnforcementDecision> decisions = new TreeMap<>();
    private final Map<String, CaseHead> heads = new TreeMap<>();
    private final Map<String, RegionPolicy> policies = new TreeMap<>();

    /**
     * Reads the topics.
     *
     * @param wanted whether an organization and a policy are asked for
     */
    static RecordFolder read(CaseTopics topics, BiPredicate<String, String> wanted) {
        RecordFolder read = new RecordFolder();
        topics.events(event -> {
            if (wanted.test(event.organizationId(), event.policyId())) {
                read.events.add(event);
            }
        });
        topics.notices(notice -> {
            if (wanted.test(notice.organizationId(), notice.policyId())) {
                read.notices.add(notice);
            }
        });
        topics.decisions(decision -> {
            if (wanted.test(decision.organizationId(), decision.policyId())) {
                read.decisions.put(decision.key(), decision);
            }
        });
        topics.heads(head -> {
            if (wanted.test(head.organizationId(), head.policyId())) {
                read.heads.put(head.key(), head);
            }
        });
        topics.policies(policy -> read.policies.put(policy.id(), policy));
        return read;
    }

    List<CaseEvent> events() {
        return events;
    }

    List<Notice> notices() {
        return notices;
    }

    /** Writes the files into a folder, which is made when it is not there. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        events.sort(BY_CHAIN);
        notices.sort(BY_TIME);
        lines(folder.resolve(PackSource.EVENTS), Contracts.CASE_EVENT, events);
        lines(folder.resolve(PackSource.NOTICES), Contracts.NOTICE, notices);
        lines(folder.resolve(PackSource.DECISIONS), Contracts.ENFORCEMENT_DECISION, decisions.values());
        lines(folder.resolve(PackSource.HEADS), Contracts.CASE_HEAD, heads.values());
        lines(folder.resolve(PackSource.POLICIES), Contracts.REGION_POLICY, policies.values());
    }

    private static <V> void lines(Path file, Contract<V> contract, Collection<V> values) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (V value : values) {
                lines.write(contract.toJson(value) + "\n");
            }
        }
    }
}
