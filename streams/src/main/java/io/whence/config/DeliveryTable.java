/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.config;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.PASSWORD;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import org.apache.kafka.common.config.ConfigDef;

/** The settings of {@code whence deliver} with their types, defaults and meanings. */
public final class DeliveryTable {

    public static final String GROUP = "deliver.group.id";
    public static final String APPEAL = "deliver.appeal";
    public static final String MAIL_HOST = "deliver.mail.host";
    public static final String MAIL_PORT = "deliver.mail.port";
    public static final String MAIL_SECURITY = "deliver.mail.security";
    public static final String MAIL_USER = "deliver.mail.user";
    public static final String MAIL_PASSWORD = "deliver.mail.password";
    public static final String MAIL_FROM = "deliver.mail.from";
    public static final String WEBHOOK_URL = "deliver.webhook.url";
    public static final String WEBHOOK_SECRET = "deliver.webhook.secret";
    public static final String WEBHOOK_PRIVATE = "deliver.webhook.private.allowed";
    public static final String TIMEOUT = "deliver.timeout";
    public static final String ATTEMPTS = "deliver.attempts";
    public static final String BACKOFF_FIRST = "deliver.backoff.first";
    public static final String BACKOFF_LONGEST = "deliver.backoff.longest";
    public static final String INTERVAL = "deliver.destination.interval";
    public static final String THREADS = "deliver.threads";
    public static final String BACKLOG = "deliver.backlog";
    public static final String OLDEST = "deliver.oldest";

    public static final String MANAGEMENT_PORT = "deliver.management.port";

    private DeliveryTable() {}

    static void define(ConfigDef all) {
        mail(all);
        webhook(all);
        pace(all);
    }

    @SuppressWarnings("MethodLength") // a table, not logic
    private static void mail(ConfigDef all) {
        all.define(
                GROUP,
                STRING,
                "whence-deliver",
                HIGH,
                "Consumer group of whence deliver, and prefix of its transactional ids. Another group does not send again what the topic of outcomes knows.");
        all.define(
                APPEAL,
                STRING,
                "",
                HIGH,
                "Address of the page or mailbox for appeals, told in every letter. Without it letters ask to be answered.");
        all.define(
                MAIL_HOST, STRING, "", HIGH, "Mail server that notices are sent through; without it no mail is sent.");
        all.define(MAIL_PORT, INT, 587, between(1, 65535), HIGH, "Its port.");
        all.define(
                MAIL_SECURITY,
                STRING,
                "STARTTLS",
                ConfigDef.ValidString.in("STARTTLS", "TLS", "NONE"),
                HIGH,
                "How the connection is encrypted: STARTTLS (nothing is sent to a server that cannot), TLS from the beginning, or NONE, for a server on this machine. Certificates are checked against the JDK's trust store.");
        all.define(MAIL_USER, STRING, "", HIGH, "Who logs in there; without it nobody does.");
        all.define(MAIL_PASSWORD, PASSWORD, "", HIGH, "The password of that log-in.");
        all.define(
                MAIL_FROM, STRING, "", HIGH, "Mail address that letters come from; its domain ends their Message-ID.");
    }

    private static void webhook(ConfigDef all) {
        all.define(
                WEBHOOK_URL,
                STRING,
                "",
                HIGH,
                "Address that every notice is posted to, https:// unless on this machine; without it none is.");
        all.define(
                WEBHOOK_SECRET,
                PASSWORD,
                "",
                HIGH,
                "What posts are signed with: whsec_ and at least 24 bytes in Base64, as Standard Webhooks has it.");
        all.define(
                WEBHOOK_PRIVATE,
                STRING,
                "false",
                ConfigDef.ValidString.in("true", "false"),
                MEDIUM,
                "Whether the receiver may be at a private address.");
    }

    @SuppressWarnings("MethodLength") // a table, not logic
    private static void pace(ConfigDef all) {
        all.define(TIMEOUT, STRING, "PT20S", Durations.VALID, MEDIUM, "Longest wait for a receiver, in each step.");
        all.define(
                ATTEMPTS,
                INT,
                8,
                between(1, 100),
                MEDIUM,
                "Attempts, each of which failed for certain, until a delivery is given up.");
        all.define(
                BACKOFF_FIRST,
                STRING,
                "PT30S",
                Durations.VALID,
                MEDIUM,
                "Wait after the first failed attempt, doubled after each further one; half of it is left to chance.");
        all.define(BACKOFF_LONGEST, STRING, "PT1H", Durations.VALID, MEDIUM, "Longest wait between two attempts.");
        all.define(
                INTERVAL,
                STRING,
                "PT1S",
                Durations.VALID,
                MEDIUM,
                "Least time between two attempts to one destination: a mail address, or the receiver of posts.");
        all.define(THREADS, INT, 4, between(1, 64), MEDIUM, "Attempts at a time.");
        all.define(
                MANAGEMENT_PORT,
                INT,
                9465,
                between(0, 65_535),
                MEDIUM,
                "Port of health and metrics of whence deliver, on http.host; 0 takes any free one.");
        all.define(
                BACKLOG,
                INT,
                500,
                between(1, 100_000),
                LOW,
                "Deliveries held in memory; when so many wait, no more notices are read.");
        all.define(
                OLDEST,
                STRING,
                "P7D",
                Durations.VALID,
                HIGH,
                "Notices issued longer ago are not sent any more but recorded as given up: nobody is mailed about years of history when a log is replayed.");
    }
}
