/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

/** What somebody who is known may do. */
public enum Role {

    /** Read. */
    VIEWER,

    /** Ask what gateways ask, and no more. */
    GATEWAY,

    /** A compliance officer: read, and act in their own name. */
    OFFICER,

    /** Whoever runs it: read, and ask what gateways ask. To judge customers is the officers' work. */
    ADMIN,

    /** A customer: read what there is about the own organization. */
    ORGANIZATION
}
