/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

/** Why a record can never be decoded. The names are a contract: dead letters and metrics carry them. */
public enum UndecodableReason {
    /** A tombstone where an event was expected. */
    NULL_VALUE,
    EMPTY_VALUE,
    /** Not framed as Avro with a schema id; JSON text, gzip and Protobuf end here. */
    WRONG_MAGIC_BYTE,
    /** Ends within the schema id. */
    TRUNCATED_HEADER,
    /** The registry answered that it has no such schema. */
    UNKNOWN_SCHEMA_ID,
    /** Written with a schema that cannot be read as the contract. */
    INCOMPATIBLE_SCHEMA,
    /** Ends within a field. */
    TRUNCATED_BODY,
    /** Goes on after the last field; Avro itself would not notice. */
    TRAILING_BYTES,
    /** An identifier that is not UTF-8; Avro itself would replace the bytes. */
    INVALID_UTF8,
    /** Bytes that no encoder writes. */
    MALFORMED_BODY,
    /** An identifier longer than any real one. */
    FIELD_TOO_LONG,
    /** A required field that is null or absent. */
    MISSING_FIELD,
    /** A value outside what its field allows. */
    INVALID_VALUE,
    /** Not a JSON object. */
    MALFORMED_JSON,
    /** JSON of another type than its field has. */
    WRONG_TYPE,
    /** The decoder itself failed. */
    DECODER_ERROR
}
