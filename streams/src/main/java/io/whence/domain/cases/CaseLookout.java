/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.cases;

import java.time.Instant;

/** Says what the traffic of a case came to at an instant, as far as was known then. */
public interface CaseLookout {

    Assessment at(ComplianceCase compliance, Instant instant);
}
