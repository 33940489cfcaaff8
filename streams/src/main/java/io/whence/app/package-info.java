/* SPDX-License-Identifier: Apache-2.0 */
/** The running application: wiring, life cycle, health and metrics. */
@NullMarked
package io.whence.app;

import org.jspecify.annotations.NullMarked;
