/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The two directions between a domain value and its contract.
 *
 * @param schema schema of the contract
 * @param toAvro never fails for a valid domain value
 * @param fromAvro throws {@link Malformed} or {@link IllegalArgumentException} for what the domain refuses; null when
 *     the contract does not hold enough to make the value again
 * @param <D> the domain value
 * @param <A> its contract
 */
record Mapping<D, A extends SpecificRecord>(
        Schema schema, Function<D, A> toAvro, @Nullable Function<A, D> fromAvro) {

    /** A contract that can be written and read. */
    static <D, A extends SpecificRecord> Mapping<D, A> both(
            Schema schema, Function<D, A> toAvro, Function<A, D> fromAvro) {
        return new Mapping<>(schema, toAvro, fromAvro);
    }

    /** A contract that others read. */
    static <D, A extends SpecificRecord> Mapping<D, A> out(Schema schema, Function<D, A> toAvro) {
        return new Mapping<>(schema, toAvro, null);
    }

    /** Makes the domain value, saying which part of the contract the domain refused. */
    D fromAvro(A contract) {
        if (fromAvro == null) {
            // no input leads here: only code that reads what is made to be read by others
            throw new UnsupportedOperationException(
                    schema.getName() + " does not hold enough to be read back; read it as JSON");
        }
        try {
            return fromAvro.apply(contract);
        } catch (IllegalArgumentException e) {
            throw new Malformed(UndecodableReason.INVALID_VALUE, String.valueOf(e.getMessage()));
        }
    }
}
