/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.whence.domain.cases.Classification;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.NoticeKind;
import io.whence.letter.Letter;
import io.whence.letter.LetterWriter;
import io.whence.letter.SampleNotice;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailChannelTest {

    private static final Notice NOTICE =
            SampleNotice.of(NoticeKind.WARNING, Classification.DIRECT).notice();
    private static final Letter LETTER = new LetterWriter("https://provider.example/appeals").write(NOTICE, "zh-CN");
    private static final Duration PATIENCE = Duration.ofMillis(700);

    @TempDir
    private static Path folder;

    private static SSLContext tls;
    private static GreenMail servers;

    @BeforeAll
    static void start() throws Exception {
        SelfMadeTls selfMade = SelfMadeTls.in(folder);
        tls = selfMade.context();
        System.setProperty("greenmail.tls.keystore.file", selfMade.store().toString());
        System.setProperty("greenmail.tls.keystore.password", SelfMadeTls.PASSWORD);
        servers = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTPS)
        });
        servers.setUser("notices@provider.example", "notices", "right");
        servers.start();
    }

    @AfterAll
    static void stop() {
        servers.stop();
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }

    private static MailChannel channel(int port, MailSettings.Security security, SSLContext trust) {
        return channel(port, security, trust, null);
    }

    private static MailChannel channel(
            int port, MailSettings.Security security, SSLContext trust, MailSettings.Account account) {
        return new MailChannel(
                new MailSettings(
                        "localhost",
                        port,
                        security,
                        account,
                        "notices@provider.example",
                        PATIENCE,
                        trust == null ? null : trust.getSocketFactory()),
                () -> Instant.parse("2024-06-24T07:00:00Z"));
    }

    private static Answer send(MailChannel channel, String to) {
        return channel.deliver(NOTICE, LETTER, to);
    }

    private static List<MimeMessage> mailsTo(String address) {
        return List.of(servers.getReceivedMessagesForDomain(address));
    }

    @Test
    void aRealServerTakesTheLetterWithAllItsParts() throws Exception {
        Answer answer =
                send(channel(servers.getSmtp().getPort(), MailSettings.Security.NONE, null), "plain@customer.example");

        assertThat(answer.end()).isEqualTo(Answer.End.TAKEN);
        MimeMessage mail = mailsTo("plain@customer.example").get(0);
        assertThat(mail.getMessageID()).isEqualTo("<" + NOTICE.noticeId() + "@provider.example>");
        assertThat(mail.getSubject()).isEqualTo(LETTER.subject());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContentLanguage()).containsExactly("zh-Hans");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(lines(parts.getBodyPart(0).getContent())).isEqualTo(lines(LETTER.plain()));
        assertThat(parts.getBodyPart(1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(lines(parts.getBodyPart(1).getContent())).isEqualTo(lines(LETTER.html()));
    }

    private static List<String> lines(Object text) {
        return text.toString().lines().toList();
    }

    @Test
    void anEncryptedServerIsTalkedToOnlyWhenItIsTrusted() {
        int port = servers.getSmtps().getPort();

        assertThat(send(channel(port, MailSettings.Security.TLS, tls), "tls@customer.example")
                        .end())
                .isEqualTo(Answer.End.TAKEN);
        assertThat(send(channel(port, MailSettings.Security.TLS, null), "wary@customer.example")
                        .end())
                .isEqualTo(Answer.End.NOT_NOW);
        assertThat(mailsTo("tls@customer.example")).hasSize(1);
        assertThat(mailsTo("wary@customer.example")).isEmpty();
    }

    @Test
    void startsEncryptionBeforeAnythingIsSaid() throws IOException {
        try (ScriptedSmtp server = ScriptedSmtp.encrypting(tls)) {
            Answer answer = send(channel(server.port(), MailSettings.Security.STARTTLS, tls), "a@customer.example");

            assertThat(answer.end()).isEqualTo(Answer.End.TAKEN);
            assertThat(server.heard().subList(0, 4))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("EHLO"),
                            second -> assertThat(second).isEqualTo("STARTTLS"),
                            third -> assertThat(third).startsWith("EHLO"),
                            fourth -> assertThat(fourth).startsWith("MAIL FROM:<notices@provider.example>"));
        }
    }

    @Test
    void sendsNothingToAServerThatCannotEncrypt() throws IOException {
        try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of())) {
            Answer answer = send(channel(server.port(), MailSettings.Security.STARTTLS, tls), "a@customer.example");

            assertThat(answer.end()).isEqualTo(Answer.End.NOT_NOW);
            assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void logsInWhereItMust() {
        int port = servers.getSmtps().getPort();
        var right = new MailSettings.Account("notices", "right");
        var wrong = new MailSettings.Account("notices", "wrong");

        assertThat(send(channel(port, MailSettings.Security.TLS, tls, right), "in@customer.example")
                        .end())
                .isEqualTo(Answer.End.TAKEN);
        Answer refused = send(channel(port, MailSettings.Security.TLS, tls, wrong), "out@customer.example");
        assertThat(refused.end()).isEqualTo(Answer.End.NOT_NOW);
        assertThat(refused.detail() + wrong).doesNotContain("wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 554 go away, NOT_NOW",
        "'', 421 too busy, NOT_NOW",
        "MAIL, 451 later, NOT_NOW",
        "MAIL, 553 not you, NEVER",
        "RCPT, 450 mailbox busy, NOT_NOW",
        "RCPT, 550 no such mailbox, NEVER",
        "DATA, 452 no room, NOT_NOW",
        "DATA, 554 no, NEVER",
        "., 451 later, NOT_NOW",
        "., 552 too long, NEVER",
        "EHLO, drop the connection, NOT_NOW",
        "MAIL, drop the connection, NOT_NOW",
        "RCPT, say nothing, NOT_NOW",
        "DATA, drop the connection, NOT_NOW",
        "., drop the connection, UNKNOWN",
        "., say nothing, UNKNOWN",
        "QUIT, drop the connection, TAKEN",
        "QUIT, 500 what, TAKEN"
    })
    void tellsWhatIsCertainAfterAFault(String command, String reply, Answer.End end) throws IOException {
        try (ScriptedSmtp server = ScriptedSmtp.answering(Map.of(command, reply))) {
            Answer answer = send(channel(server.port(), MailSettings.Security.NONE, null), "a@customer.example");

            assertThat(answer.end()).as(answer.detail()).isEqualTo(end);
            assertThat(answer.detail()).doesNotContain("customer.example");
            assertThat(Collections.frequency(server.heard(), "DATA")).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aServerThatIsNotThereMayBeThereLater() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0)) {
            port = gone.getLocalPort();
        }

        assertThat(send(channel(port, MailSettings.Security.NONE, null), "a@customer.example")
                        .end())
                .isEqualTo(Answer.End.NOT_NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.example\r\nBcc: victim@example.com",
                "a@b.example, c@d.example",
                "Name <a@b.example>",
                "a@b.example\n",
                "a b@c.example",
                "no-at-sign",
                "a@[127.0.0.1]",
                "\"a b\"@c.example",
                "a@b@c.example",
                "a@b.example\u0000",
                "ａ@b.example"
            })
    void aContactThatIsNoPlainAddressIsNeverUsed(String contact) {
        MailChannel channel = channel(25, MailSettings.Security.NONE, null);

        assertThat(channel.address(NOTICE, new Recipient(contact, null, null))).isInstanceOf(Addressing.Unfit.class);
    }

    @Test
    void addressesTheContactIfThereIsOne() {
        MailChannel channel = channel(25, MailSettings.Security.NONE, null);

        assertThat(channel.address(NOTICE, new Recipient("Compliance+x@Customer.example", null, null)))
                .isEqualTo(new Addressing.To("compliance+x@customer.example"));
        assertThat(channel.address(NOTICE, Recipient.UNKNOWN)).isEqualTo(new Addressing.Nowhere());
        assertThat(channel.address(NOTICE, new Recipient("", null, null))).isEqualTo(new Addressing.Nowhere());
    }

    @Test
    void needsAnAddressToComeFrom() {
        assertThatThrownBy(() -> new MailChannel(
                        new MailSettings("h", 25, MailSettings.Security.NONE, null, "", PATIENCE, null),
                        () -> Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
