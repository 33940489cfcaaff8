/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.whence.domain.cases.Notice;
import io.whence.domain.delivery.DeliveryChannel;
import io.whence.letter.Letter;
import io.whence.wire.CloudEvent;
import io.whence.wire.Contracts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/** Posts notices with their letters to a receiver of the provider, signed, as CloudEvents in binary mode. */
public final class WebhookChannel implements Channel {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WebhookSettings settings;
    private final InstantSource clock;
    private final NetworkGuard guard;
    private final HttpClient client;

    /**
     * A channel.
     *
     * @throws IllegalArgumentException when the receiver's address may not be posted to
     */
    public WebhookChannel(WebhookSettings settings, Resolver resolver, InstantSource clock) {
        NetworkGuard.checkForm(settings.url());
        this.settings = settings;
        this.clock = clock;
        this.guard = new NetworkGuard(settings.privateAllowed(), resolver);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.timeout());
        if (settings.trust() != null) {
            builder.sslContext(settings.trust());
        }
        this.client = builder.build();
    }

    @Override
    public DeliveryChannel kind() {
        return DeliveryChannel.WEBHOOK;
    }

    @Override
    public Addressing address(Notice notice, Recipient recipient) {
        return new Addressing.To(settings.url().getAuthority());
    }

    @Override
    public Answer deliver(Notice notice, Letter letter, String destination) {
        try {
            Optional<String> objection = guard.objection(settings.url().getHost());
            return objection.isPresent() ? Answer.never(objection.get()) : post(request(notice, letter));
        } catch (UnknownHostException unknown) {
            return Answer.notNow("the receiver's host has no address");
        }
    }

    private HttpRequest request(Notice notice, Letter letter) {
        byte[] body = body(notice, letter);
        long seconds = clock.instant().getEpochSecond();
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url())
                .timeout(settings.timeout())
                .header("content-type", "application/json")
                .header("webhook-id", notice.noticeId())
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", Signature.of(settings.secret(), notice.noticeId(), seconds, body));
        CloudEvent.of(notice).httpHeaders().forEach(request::header);
        return request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
    }

    private static byte[] body(Notice notice, Letter letter) {
        try {
            ObjectNode body = JSON.createObjectNode();
            body.set("notice", JSON.readTree(Contracts.NOTICE.toJson(notice)));
            body.putObject("letter")
                    .put("language", letter.language())
                    .put("subject", letter.subject())
                    .put("plain", letter.plain())
                    .put("html", letter.html());
            return JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("a notice is not JSON", defect);
        }
    }

    private Answer post(HttpRequest request) {
        try {
            return HttpAnswer.of(client.send(request, response -> new Unread()));
        } catch (ConnectException | HttpConnectTimeoutException | SSLHandshakeException notReached) {
            return Answer.notNow(
                    "the receiver was not reached (" + notReached.getClass().getSimpleName() + ")");
        } catch (IOException broken) {
            return Answer.unknown("no answer came (" + broken.getClass().getSimpleName() + ")");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Answer.unknown("interrupted while waiting for the answer");
        }
    }

    @Override
    public String toString() {
        return "webhook at " + settings.url().getAuthority();
    }
}
