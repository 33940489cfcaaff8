/* SPDX-License-Identifier: Apache-2.0 */
/** The geolocation databases and network lists behind the origin; nobody else sees MaxMind. */
@NullMarked
package io.whence.geo;

import org.jspecify.annotations.NullMarked;
