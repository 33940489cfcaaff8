/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Shows that nothing was changed in an export of case events since it was written. Start with Verification. Nothing
 * here needs a server, a topic or a clock: the export alone says whether its chains hold, and signed heads that were
 * kept elsewhere say whether they are the chains that were signed.
 */
@NullMarked
package io.whence.proof;

import org.jspecify.annotations.NullMarked;
