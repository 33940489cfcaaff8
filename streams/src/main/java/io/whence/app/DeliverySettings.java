/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.app;

import io.whence.config.DeliveryTable;
import io.whence.config.WhenceConfig;
import io.whence.deliver.Backoff;
import io.whence.deliver.Channel;
import io.whence.deliver.DeliveryRules;
import io.whence.deliver.MailChannel;
import io.whence.deliver.MailSettings;
import io.whence.deliver.Resolver;
import io.whence.deliver.WebhookChannel;
import io.whence.deliver.WebhookSettings;
import io.whence.http.HttpSettings;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Turns the settings of delivery into what its parts take.
 *
 * @param config all settings
 */
record DeliverySettings(WhenceConfig config) {

    DeliveryRules rules(RandomGenerator chance) {
        return new DeliveryRules(
                config.getInt(DeliveryTable.ATTEMPTS),
                config.duration(DeliveryTable.INTERVAL),
                config.getInt(DeliveryTable.THREADS),
                config.getInt(DeliveryTable.BACKLOG),
                config.duration(DeliveryTable.OLDEST),
                new Backoff(
                        config.duration(DeliveryTable.BACKOFF_FIRST),
                        config.duration(DeliveryTable.BACKOFF_LONGEST),
                        chance));
    }

    /** Where health and metrics are asked for. */
    HttpSettings management() {
        return new HttpSettings(
                config.getString(WhenceConfig.HTTP_HOST),
                0,
                config.getInt(DeliveryTable.MANAGEMENT_PORT),
                config.getList(WhenceConfig.ALLOWED_HOSTS));
    }

    /**
     * The channels that are set.
     *
     * @throws IllegalArgumentException when there is none, or one is set in a way that cannot work
     */
    List<Channel> channels(Resolver resolver, InstantSource clock) {
        List<Channel> channels = new ArrayList<>();
        String host = config.optional(DeliveryTable.MAIL_HOST);
        if (host != null) {
            channels.add(new MailChannel(mail(host), clock));
        }
        String url = config.optional(DeliveryTable.WEBHOOK_URL);
        if (url != null) {
            channels.add(new WebhookChannel(webhook(url), resolver, clock));
        }
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("nowhere to deliver to: set " + DeliveryTable.MAIL_HOST + " and "
                    + DeliveryTable.MAIL_FROM + ", or " + DeliveryTable.WEBHOOK_URL + " and "
                    + DeliveryTable.WEBHOOK_SECRET);
        }
        return channels;
    }

    private MailSettings mail(String host) {
        return new MailSettings(
                host,
                config.getInt(DeliveryTable.MAIL_PORT),
                MailSettings.Security.valueOf(config.getString(DeliveryTable.MAIL_SECURITY)),
                account(),
                Objects.requireNonNullElse(config.optional(DeliveryTable.MAIL_FROM), ""),
                config.duration(DeliveryTable.TIMEOUT),
                null);
    }

    private MailSettings.@Nullable Account account() {
        String user = config.optional(DeliveryTable.MAIL_USER);
        return user == null
                ? null
                : new MailSettings.Account(
                        user, config.getPassword(DeliveryTable.MAIL_PASSWORD).value());
    }

    private WebhookSettings webhook(String url) {
        return new WebhookSettings(
                URI.create(url),
                WebhookSettings.Secret.parse(
                        config.getPassword(DeliveryTable.WEBHOOK_SECRET).value()),
                Boolean.parseBoolean(config.getString(DeliveryTable.WEBHOOK_PRIVATE)),
                config.duration(DeliveryTable.TIMEOUT),
                null);
    }
}
