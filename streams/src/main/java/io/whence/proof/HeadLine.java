/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.proof;

import io.whence.domain.cases.CaseHead;
import java.util.Collection;
import java.util.List;

/**
 * One line of an export of heads.
 *
 * @param file name of the file
 * @param line its number, from 1
 * @param head what stands there
 */
public record HeadLine(String file, long line, CaseHead head) {

    /** Whether one of the keys signed it. */
    public boolean signedBy(Collection<VerifyingKey> keys) {
        return keys.stream().anyMatch(key -> key.signed(head));
    }

    /** What is wrong with a head that none of the keys signed. */
    public Flaw notSigned() {
        return new Flaw(
                FlawKind.BAD_SIGNATURE,
                file,
                line,
                head.organizationId(),
                head.policyId(),
                head.sequence(),
                head.sequence(),
                List.of("signature"),
                "the head is not signed by the key, and is not believed");
    }
}
