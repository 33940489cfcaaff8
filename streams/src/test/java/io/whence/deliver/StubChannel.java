/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.cases.Notice;
import io.whence.domain.delivery.DeliveryChannel;
import io.whence.letter.Letter;

/** A channel that sends nothing and addresses by contact. */
record StubChannel() implements Channel {

    @Override
    public DeliveryChannel kind() {
        return DeliveryChannel.MAIL;
    }

    @Override
    public Addressing address(Notice notice, Recipient recipient) {
        String contact = recipient.contact();
        if (contact == null) {
            return new Addressing.Nowhere();
        }
        return contact.contains("@") ? new Addressing.To(contact) : new Addressing.Unfit("not an address");
    }

    @Override
    public Answer deliver(Notice notice, Letter letter, String destination) {
        return Answer.taken("");
    }
}
