/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The state as one, although each instance holds a part of it: every instance reads what is elsewhere over HTTP, entry
 * by entry, and never passes such a request on. Start reading at {@link io.whence.query.instances.InstanceStores}.
 */
@NullMarked
package io.whence.query.instances;

import org.jspecify.annotations.NullMarked;
