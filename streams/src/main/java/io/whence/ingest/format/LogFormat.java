/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.ingest.format;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the lines of a log are written and what their fields mean; {@link LogFormats} has those known by name. */
public final class LogFormat {
    private final String name;
    private final Supplier<LineParser> lines;
    private final FieldMap fields;

    LogFormat(String name, Supplier<LineParser> lines, FieldMap fields) {
        this.name = name;
        this.lines = lines;
        this.fields = fields;
    }

    /** The name as {@code --format} spells it. */
    public String name() {
        return name;
    }

    /** A parser for one log; the organization is the line's own where no source is given. */
    public EventParser parser(@Nullable OrganizationSource organization) {
        return new EventParser(this, organization);
    }

    /** Why logs of this format cannot be read with that source of the organization, or empty when they can. */
    public Optional<String> objection(@Nullable OrganizationSource organization) {
        if (organization == null) {
            return fields.has(Field.ORGANIZATION_ID)
                    ? Optional.empty()
                    : Optional.of(name + " carries no organization; say where it is with --organization,"
                            + " such as field:remote_user, constant:NAME or hash:user_agent");
        }
        boolean fixed = newLineParser() instanceof CombinedParser;
        return !fixed || combinedHas(organization)
                ? Optional.empty()
                : Optional.of(name + " has no " + organization + "; it has the fields remote_addr, remote_user,"
                        + " http_user_agent, http_referer, and extra1, extra2 and so on after them");
    }

    private static boolean combinedHas(OrganizationSource organization) {
        var name = organization.value();
        return switch (organization.kind()) {
            case FIELD, HASH -> CombinedFields.knows(name);
            case HEADER -> CombinedFields.knows(CombinedFields.headerField(name));
            case CONSTANT -> true;
        };
    }

    LineParser newLineParser() {
        return lines.get();
    }

    FieldMap fields() {
        return fields;
    }

    @Override
    public String toString() {
        return name;
    }
}
