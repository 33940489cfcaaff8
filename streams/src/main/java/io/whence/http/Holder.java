/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who is known.
 *
 * @param name as it is written to the log of actions and of who looked at what
 * @param role what they may do
 * @param organizationId whom they belong to; null unless the role is {@link Role#ORGANIZATION}
 */
record Holder(String name, Role role, @Nullable String organizationId) {

    /** Whether they may ask for something that is about an organization, or about none. */
    boolean may(Access access, @Nullable String about) {
        boolean theirs = organizationId == null || organizationId.equals(about) || access == Access.KNOWN;
        return theirs && access.isGrantedTo(role);
    }
}
