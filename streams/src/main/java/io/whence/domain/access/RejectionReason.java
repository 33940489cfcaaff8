/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.access;

/** Why an access event cannot be counted. The names are stable: dead letters and metrics carry them. */
public enum RejectionReason {
    /** Without an id of its own an event cannot be counted exactly once. */
    MISSING_EVENT_ID,
    /** No organization to count it for. */
    MISSING_ORGANIZATION,
    /** The organization id is not of the form that {@link OrganizationIds} describes. */
    INVALID_ORGANIZATION,
    /** The timestamp is before 2000 or after 2099, most often because its unit was mistaken. */
    TIMESTAMP_OUT_OF_RANGE,
    /** The timestamp is later than clocks that are kept could make it. */
    FUTURE_TIMESTAMP,
    /** A field is longer than anything a gateway lets through. */
    FIELD_TOO_LONG,
    /** The status is none of HTTP's. */
    INVALID_STATUS,
    /** A measured time is negative, infinite or not a number. */
    INVALID_NUMBER
}
