/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.domain.cases.Organization;
import io.whence.topology.StateView;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All notices as far as they are worth remembering.
 *
 * @param newest the newest of them
 * @param byKind how many there are of each kind
 */
record NoticeBook(NoticeList newest, Map<NoticeKind, Integer> byKind) {

    private static final Comparator<Notice> NEWEST_FIRST =
            Comparator.comparing(Notice::issuedAt).reversed().thenComparing(Notice::noticeId);

    /** A book of all notices; the newest with the names that the organizations go by now. */
    static NoticeBook of(StateView state) {
        List<Notice> all = state.notices();
        Map<NoticeKind, Integer> byKind = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            byKind.put(kind, 0);
        }
        all.forEach(notice -> byKind.merge(notice.kind(), 1, Integer::sum));
        return new NoticeBook(page(state, all, 0, WhenceQueries.MAX_NOTICES), byKind);
    }

    /** Some of all notices, newest first. */
    static NoticeList page(StateView state, int offset, int limit) {
        return page(state, state.notices(), offset, limit);
    }

    private static NoticeList page(StateView state, List<Notice> all, int offset, int limit) {
        Map<String, Organization> known = new HashMap<>();
        List<Notice> page = all.stream()
                .sorted(NEWEST_FIRST)
                .skip(offset)
                .limit(limit)
                .map(notice -> notice.named(known.computeIfAbsent(notice.organizationId(), state::organization)
                        .name()))
                .toList();
        return new NoticeList(page, all.size());
    }

    /** The notices of one organization under the name that it goes by now, newest first. */
    static List<Notice> of(StateView state, String organizationId) {
        String name = state.organization(organizationId).name();
        return state.notices(organizationId).stream()
                .sorted(NEWEST_FIRST)
                .map(notice -> notice.named(name))
                .toList();
    }
}
