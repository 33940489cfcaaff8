/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.query;

import io.whence.domain.cases.Notice;
import java.util.List;

/**
 * Some notices.
 *
 * @param notices newest first
 * @param total how many there are
 */
public record NoticeList(List<Notice> notices, int total) {

    public NoticeList {
        notices = List.copyOf(notices);
    }

    NoticeList page(int offset, int limit) {
        return new NoticeList(notices.stream().skip(offset).limit(limit).toList(), total);
    }
}
