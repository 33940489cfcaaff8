/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.domain.origin;

import io.whence.domain.access.IpAddress;
import java.util.List;

/**
 * The origin of an address together with how it was found.
 *
 * @param address what was looked up
 * @param origin the decision, the same that {@link OriginLocator#locate} gives for the address
 * @param answers what every source that was asked says, in the order of their authority
 * @param reasoning the decision in sentences, one step each
 */
public record Lookup(IpAddress address, Origin origin, List<SourceAnswer> answers, List<String> reasoning) {

    public Lookup {
        answers = List.copyOf(answers);
        reasoning = List.copyOf(reasoning);
    }
}
