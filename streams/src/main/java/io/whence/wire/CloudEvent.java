/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.wire;

import io.whence.domain.cases.CaseEvent;
import io.whence.domain.cases.EnforcementDecision;
import io.whence.domain.cases.Leak;
import io.whence.domain.cases.Notice;
import io.whence.domain.cases.Refusal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What CloudEvents 1.0.2 says about a record, apart from the record: the context attributes of binary mode.
 *
 * @param id the same for the same event
 * @param type what happened, such as {@code io.whence.notice.warning}
 * @param subject whom it is about
 * @param time when, in event time
 */
public record CloudEvent(String id, String type, String subject, Instant time) {

    /** The producer of all our events, a URI reference. */
    public static final String SOURCE = "/whence";

    /** The media type of our records on Kafka topics: Avro behind the frame of the Confluent wire format. */
    public static final String AVRO = "application/avro";

    private static final String VERSION = "1.0";

    /** The event that a notice is. */
    public static CloudEvent of(Notice notice) {
        return new CloudEvent(
                notice.noticeId(),
                "io.whence.notice." + notice.kind().name().toLowerCase(Locale.ROOT),
                notice.organizationId(),
                notice.issuedAt());
    }

    /** The event that an order to gateways is; a renewal is another. */
    public static CloudEvent of(EnforcementDecision decision) {
        return new CloudEvent(
                decision.key() + '/' + decision.version() + '/' + decision.issuedAt(),
                "io.whence.decision." + (decision.refuse() ? "refuse" : "allow"),
                decision.organizationId(),
                decision.issuedAt());
    }

    /** The event that a transition of a case is. */
    public static CloudEvent of(CaseEvent event) {
        return new CloudEvent(
                event.hash(),
                "io.whence.case." + event.to().toLowerCase(Locale.ROOT),
                event.organizationId(),
                event.at());
    }

    /** The event that a gateway begins to serve what it is to refuse, or that a day of it is over. */
    public static CloudEvent of(Leak leak) {
        Refusal refusal = leak.refusal();
        String state = leak.closed() ? "closed" : "opened";
        List<String> id = List.of(
                leak.organizationId(),
                refusal.policyId(),
                refusal.scope().name(),
                refusal.scopeId(),
                refusal.from().toString(),
                leak.gateway(),
                leak.day().toString(),
                state);
        return new CloudEvent(
                String.join("/", id), "io.whence.leak." + state, leak.organizationId(), leak.lastMinute());
    }

    /** The attributes by name, as the Kafka protocol binding has them after {@code ce_}. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", VERSION);
        attributes.put("id", id);
        attributes.put("type", type);
        attributes.put("source", SOURCE);
        attributes.put("subject", subject);
        attributes.put("time", time.toString());
        return attributes;
    }

    /** The attributes as headers of HTTP, percent-encoded where the HTTP protocol binding asks for it, and beyond. */
    public Map<String, String> httpHeaders() {
        Map<String, String> headers = new LinkedHashMap<>();
        attributes()
                .forEach((name, value) -> headers.put(
                        "ce-" + name, name.equals("id") || name.equals("subject") ? encoded(value) : value));
        return headers;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
