/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.whence.http.view.ActionView;
import io.whence.query.WhenceQueries;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What officers do to organizations, and what became of it. */
final class ActionApi {

    private static final int ACCEPTED = 202;
    private static final String KEY_HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    /** What the path, the token, the header and the clock say. */
    private static final List<String> NOT_IN_THE_BODY = List.of("action_id", "organization_id", "at", "actor");

    private final ActionDesk desk;
    private final WhenceQueries queries;
    private final InstantSource clock;

    ActionApi(ActionDesk desk, WhenceQueries queries, InstantSource clock) {
        this.desk = desk;
        this.queries = queries;
        this.clock = clock;
    }

    /** Takes an action; it is carried out later, in the stream. */
    void take(Context asked) {
        String organizationId = asked.pathParam("organization_id");
        String actionId = actionId(asked);
        ObjectNode action = body(asked)
                .put("action_id", actionId)
                .put("organization_id", organizationId)
                .put("at", clock.instant().toString())
                .put("actor", Guard.actor(asked));
        Optional<ActionDesk.Fault> fault = desk.take(organizationId, action.toString());
        if (fault.isPresent()) {
            String field = fault.get().field();
            throw new ParameterException(field == null ? "" : field, fault.get().message());
        }
        asked.status(ACCEPTED).header("Location", asked.path() + "/" + actionId);
        Answers.json(asked, ActionView.accepted(actionId, organizationId));
    }

    private static String actionId(Context asked) {
        String given = asked.header(KEY_HEADER);
        if (given == null) {
            return UUID.randomUUID().toString();
        }
        if (!KEY.matcher(given).matches()) {
            throw new ParameterException(
                    KEY_HEADER, "Give Idempotency-Key as 1 to 128 letters, digits and . _ : -, or leave it out.");
        }
        return given;
    }

    private static ObjectNode body(Context asked) {
        try {
            if (Json.read(asked.body(), JsonNode.class) instanceof ObjectNode action) {
                for (String field : NOT_IN_THE_BODY) {
                    if (action.has(field)) {
                        throw new ParameterException(field, "Leave " + field + " out; the server sets it.");
                    }
                }
                return action;
            }
        } catch (UncheckedIOException notJson) {
            throw new ParameterException("body", "Send the action as one JSON object.");
        }
        throw new ParameterException("body", "Send the action as one JSON object.");
    }

    /** Tells what became of an action. */
    void status(Context asked) {
        String organizationId = asked.pathParam("organization_id");
        String actionId = asked.pathParam("action_id");
        Answers.json(asked, ActionView.of(actionId, organizationId, queries.action(organizationId, actionId)));
    }
}
