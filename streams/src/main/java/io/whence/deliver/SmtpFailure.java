/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What is certain after a mail server did not take a mail. */
final class SmtpFailure {

    private static final int FIRST_TRANSIENT = 400;
    private static final int FIRST_PERMANENT = 500;
    private static final int END = 600;

    private SmtpFailure() {}

    /**
     * The answer.
     *
     * @param leaving whether the text of the mail had begun to leave
     */
    static Answer of(MessagingException failed, boolean leaving) {
        int reply = reply(failed);
        if (reply >= FIRST_PERMANENT) {
            return Answer.never("SMTP " + reply);
        }
        if (reply >= FIRST_TRANSIENT) {
            return Answer.notNow("SMTP " + reply);
        }
        String what = failed.getClass().getSimpleName();
        return leaving
                ? Answer.unknown("the connection broke while the mail was handed over (" + what + ")")
                : Answer.notNow("no mail was handed over (" + what + ")");
    }

    /** The first refusal by the server among the causes, or 0: then it has not said anything. */
    private static int reply(MessagingException failed) {
        Exception cause = failed;
        while (cause instanceof MessagingException known) {
            int code = code(known);
            if (code >= FIRST_TRANSIENT && code < END) {
                return code;
            }
            cause = known.getNextException();
        }
        return 0;
    }

    private static int code(MessagingException failed) {
        if (failed instanceof SMTPSendFailedException sending) {
            return sending.getReturnCode();
        }
        if (failed instanceof SMTPSenderFailedException sender) {
            return sender.getReturnCode();
        }
        return failed instanceof SMTPAddressFailedException recipient ? recipient.getReturnCode() : 0;
    }
}
