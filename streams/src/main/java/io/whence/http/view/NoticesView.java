/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http.view;

import io.whence.query.NoticeList;
import java.util.List;

/**
 * Some notices.
 *
 * @param notices newest first
 * @param total how many there are
 */
public record NoticesView(List<NoticeView> notices, int total) {

    public static NoticesView of(NoticeList found) {
        return new NoticesView(found.notices().stream().map(NoticeView::of).toList(), found.total());
    }
}
