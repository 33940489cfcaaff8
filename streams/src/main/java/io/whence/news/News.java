/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.news;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.Notice;

/** Something that has just been committed. */
public sealed interface News {

    /** A notice was issued. */
    record Issued(Notice notice) implements News {}

    /** A case changed. */
    record Changed(CaseEvent event) implements News {}
}
