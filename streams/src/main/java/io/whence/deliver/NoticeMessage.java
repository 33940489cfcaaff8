/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;

/** A mail whose Message-ID is that of its notice, and that knows whether any of it has left. */
final class NoticeMessage extends MimeMessage {

    private final String id;
    private boolean leaving;

    NoticeMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + id + ">");
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException, MessagingException {
        leaving = true;
        super.writeTo(out, ignored);
    }

    /** Whether the server had said that it takes the text, so that it may have taken it. */
    boolean leaving() {
        return leaving;
    }
}
