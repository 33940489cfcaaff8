/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.cases.Notice;
import io.whence.domain.delivery.DeliveryChannel;
import io.whence.letter.Letter;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/** Sends letters to the contact of the organization through a mail server. */
public final class MailChannel implements Channel {

    /** One plain address: no name, no list, no quoted part, nothing that could begin another header. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}");

    private final MailSettings settings;
    private final InstantSource clock;
    private final Session session;
    private final InternetAddress from;
    private final String domain;

    /**
     * A channel.
     *
     * @throws IllegalArgumentException when the address that letters come from is none
     */
    public MailChannel(MailSettings settings, InstantSource clock) {
        if (!fit(settings.from())) {
            throw new IllegalArgumentException("'" + settings.from() + "' is not a mail address");
        }
        this.settings = settings;
        this.clock = clock;
        this.session = Session.getInstance(properties(settings));
        this.from = address(settings.from());
        this.domain = settings.from().substring(settings.from().indexOf('@') + 1);
    }

    private static Properties properties(MailSettings settings) {
        String timeout = Long.toString(settings.timeout().toMillis());
        Properties mail = new Properties();
        mail.put("mail.transport.protocol", "smtp");
        mail.put("mail.smtp.connectiontimeout", timeout);
        mail.put("mail.smtp.timeout", timeout);
        mail.put("mail.smtp.writetimeout", timeout);
        mail.put("mail.smtp.auth", Boolean.toString(settings.account() != null));
        mail.put("mail.smtp.ssl.enable", Boolean.toString(settings.security() == MailSettings.Security.TLS));
        boolean later = settings.security() == MailSettings.Security.STARTTLS;
        mail.put("mail.smtp.starttls.enable", Boolean.toString(later));
        mail.put("mail.smtp.starttls.required", Boolean.toString(later));
        mail.put("mail.smtp.ssl.checkserveridentity", "true");
        if (settings.trust() != null) {
            mail.put("mail.smtp.ssl.socketFactory", settings.trust());
            mail.put("mail.smtp.ssl.socketFactory.fallback", "false");
        }
        return mail;
    }

    /** Whether a contact is one plain mail address. */
    static boolean fit(String contact) {
        return ADDRESS.matcher(contact).matches();
    }

    @Override
    public DeliveryChannel kind() {
        return DeliveryChannel.MAIL;
    }

    @Override
    public Addressing address(Notice notice, Recipient recipient) {
        String contact = recipient.contact();
        if (contact == null || contact.isEmpty()) {
            return new Addressing.Nowhere();
        }
        return fit(contact)
                ? new Addressing.To(contact.toLowerCase(Locale.ROOT))
                : new Addressing.Unfit("the contact is not a plain mail address");
    }

    @Override
    public Answer deliver(Notice notice, Letter letter, String destination) {
        var message = new NoticeMessage(session, notice.noticeId() + "@" + domain);
        try {
            fill(message, letter, destination);
        } catch (MessagingException unfit) {
            return Answer.never("no mail can be made of it: " + unfit.getClass().getSimpleName());
        }
        return send(message);
    }

    private Answer send(NoticeMessage message) {
        try (Transport transport = session.getTransport()) {
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
            return Answer.taken("taken by the mail server");
        } catch (MessagingException failed) {
            return SmtpFailure.of(failed, message.leaving());
        }
    }

    private void connect(Transport transport) throws MessagingException {
        MailSettings.Account account = settings.account();
        transport.connect(
                settings.host(),
                settings.port(),
                account == null ? null : account.name(),
                account == null ? null : account.password());
    }

    private void fill(NoticeMessage message, Letter letter, String destination) throws MessagingException {
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, address(destination));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContentLanguage(new String[] {letter.language()});
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(letter.plain(), StandardCharsets.UTF_8.name());
        MimeBodyPart html = new MimeBodyPart();
        html.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", plain, html));
        message.saveChanges();
    }

    private static InternetAddress address(String text) {
        try {
            return new InternetAddress(text, true);
        } catch (AddressException unfit) {
            throw new IllegalArgumentException("a mail address that was taken for fit is not", unfit);
        }
    }

    @Override
    public String toString() {
        return "mail by " + settings.host() + ":" + settings.port() + " (" + settings.security() + ")";
    }
}
