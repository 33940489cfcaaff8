/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How mail is sent.
 *
 * @param host mail server
 * @param port its port
 * @param security how the connection is encrypted
 * @param account who logs in, or null when nobody has to
 * @param from address that letters come from
 * @param timeout longest wait for the server, in each step
 * @param trust makes encrypted connections; null for the JDK's own
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        @Nullable Account account,
        String from,
        Duration timeout,
        @Nullable SSLSocketFactory trust) {

    /** How the connection is encrypted. */
    public enum Security {
        /** Encrypted after a plain greeting; nothing is sent to a server that cannot. */
        STARTTLS,
        /** Encrypted from the beginning. */
        TLS,
        /** Not at all: for a server on this machine, or a test. */
        NONE
    }

    /** A log-in; its text form does not show the password. */
    public record Account(String name, String password) {
        @Override
        public String toString() {
            return "Account[name=" + name + ", password=hidden]";
        }
    }
}
