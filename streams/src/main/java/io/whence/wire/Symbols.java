/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Enums of the contracts and of the domain, matched by name. */
final class Symbols {
    private Symbols() {}

    /** The symbol of the contract; every constant of the domain has one. */
    static <C extends Enum<C>> C toContract(Class<C> contract, Enum<?> symbol) {
        return Enum.valueOf(contract, symbol.name());
    }

    /**
     * The constant of the domain.
     *
     * @throws Malformed when the domain has none, as for symbols that only newer versions know
     */
    static <D extends Enum<D>> D toDomain(Class<D> domain, Enum<?> symbol) {
        return toDomain(domain, symbol.name());
    }

    /** Likewise, for what the contract holds as text. */
    static <D extends Enum<D>> D toDomain(Class<D> domain, String symbol) {
        try {
            return Enum.valueOf(domain, symbol);
        } catch (IllegalArgumentException e) {
            throw new Malformed(
                    UndecodableReason.INVALID_VALUE,
                    domain.getSimpleName().toLowerCase(Locale.ROOT),
                    "'" + symbol + "' is not known to this version");
        }
    }

    /** What must be there although the contract allows it to be missing. */
    static <T> T require(@Nullable T value, String field) {
        if (value == null) {
            throw new Malformed(UndecodableReason.MISSING_FIELD, field, "is missing");
        }
        return value;
    }
}
