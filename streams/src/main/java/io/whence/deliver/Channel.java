/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.cases.Notice;
import io.whence.domain.delivery.DeliveryChannel;
import io.whence.letter.Letter;

/** A way to reach organizations. Used by several threads. */
public interface Channel {

    /** Which one it is. */
    DeliveryChannel kind();

    /** Where it would send this notice. */
    Addressing address(Notice notice, Recipient recipient);

    /** Makes one attempt, in bounded time; whatever goes wrong is an answer, not an exception. */
    Answer deliver(Notice notice, Letter letter, String destination);
}
