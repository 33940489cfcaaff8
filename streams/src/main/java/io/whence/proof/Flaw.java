/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place where an export is not what was written.
 *
 * @param kind what was done there
 * @param file the file, or null when nothing of the chain is there
 * @param line the line; for what is missing, the line after which it is, or 0
 * @param organizationId the organization; null when an unreadable line does not say
 * @param policyId the policy, likewise
 * @param sequence the place in the chain, or 0 when it is not known
 * @param lastSequence the last place, where several are missing; otherwise the same
 * @param fields the fields that were changed; empty when it cannot be told
 * @param message the same in words
 */
public record Flaw(
        FlawKind kind,
        @Nullable String file,
        long line,
        @Nullable String organizationId,
        @Nullable String policyId,
        long sequence,
        long lastSequence,
        List<String> fields,
        String message) {

    static final Comparator<Flaw> ORDER = Comparator.comparing((Flaw flaw) -> orEmpty(flaw.organizationId))
            .thenComparing(flaw -> orEmpty(flaw.policyId))
            .thenComparing(Flaw::sequence)
            .thenComparing(flaw -> orEmpty(flaw.file))
            .thenComparing(Flaw::line)
            .thenComparing(Flaw::kind);

    public Flaw {
        fields = List.copyOf(fields);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    static Flaw at(FlawKind kind, Link link, String message) {
        return new Flaw(
                kind,
                link.entry().file(),
                link.entry().line(),
                link.chain().organizationId(),
                link.chain().policyId(),
                link.sequence(),
                link.sequence(),
                link.changed(),
                message);
    }

    static Flaw missing(FlawKind kind, ChainId chain, long from, long to, @Nullable Link before) {
        String which = from == to ? "entry " + from : "entries " + from + " to " + to;
        String where = before == null ? "" : " after " + before.entry().place();
        return new Flaw(
                kind,
                before == null ? null : before.entry().file(),
                before == null ? 0 : before.entry().line(),
                chain.organizationId(),
                chain.policyId(),
                from,
                to,
                List.of(),
                kind == FlawKind.TRUNCATED
                        ? which + " signed for and missing at the end" + where
                        : which + " missing" + where);
    }

    static Flaw unreadable(UnreadableLine line) {
        return new Flaw(
                FlawKind.UNREADABLE,
                line.file(),
                line.line(),
                line.chain() == null ? null : line.chain().organizationId(),
                line.chain() == null ? null : line.chain().policyId(),
                line.sequence(),
                line.sequence(),
                line.field() == null ? List.of() : List.of(line.field()),
                line.message());
    }
}
