/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.topology;

import io.whence.domain.access.DeadLetter;
import io.whence.domain.cases.ActionRefusal;
import io.whence.domain.cases.OfficerAction;
import io.whence.domain.tally.OrganizationClock;
import io.whence.wire.Decoded;
import io.whence.wire.RecordDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Carries officers' actions out, each once; what cannot be done becomes a dead letter with its cause. */
final class ActionProcessor implements Processor<byte[], byte[], String, ActionOutcome> {

    /** How far the clock of an officer's machine may be ahead of the broker's; the same as for access events. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final RecordDecoder<OfficerAction> decoder;
    private final CaseRules rules;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, ActionOutcome> context;

    @SuppressWarnings("NullAway.Init")
    private Buffer<OrganizationClock> clocks;

    @SuppressWarnings("NullAway.Init")
    private Buffer<byte[]> actions;

    @SuppressWarnings("NullAway.Init")
    private CaseBook cases;

    ActionProcessor(RecordDecoder<OfficerAction> decoder, CaseRules rules) {
        this.decoder = decoder;
        this.rules = rules;
    }

    @Override
    public void init(ProcessorContext<String, ActionOutcome> given) {
        context = given;
        clocks = Buffer.of(context, Stores.CLOCKS);
        actions = Buffer.of(context, Stores.ACTIONS);
        cases = CaseBook.open(given, rules);
    }

    @Override
    public void process(Record<byte[], byte[]> sent) {
        Decoded<OfficerAction> decoded = decoder.decode(sent.value());
        if (decoded instanceof Decoded.Undecodable<OfficerAction> undecodable) {
            bury(sent, undecodable.reason().name(), undecodable.field(), undecodable.message());
            return;
        }
        OfficerAction action = ((Decoded.Value<OfficerAction>) decoded).value();
        if (!Arrays.equals(sent.key(), action.organizationId().getBytes(StandardCharsets.UTF_8))) {
            bury(sent, "KEY_MISMATCH", "organization_id", "The record's key is not its organization_id.");
        } else if (action.at().isAfter(Instant.ofEpochMilli(sent.timestamp()).plus(CLOCK_SKEW))) {
            bury(
                    sent,
                    ActionRefusal.Reason.FUTURE.name(),
                    "at",
                    "The action is dated after it was received; set the clock of whatever sent it.");
        } else {
            carryOut(sent, action);
        }
    }

    private void carryOut(Record<byte[], byte[]> sent, OfficerAction action) {
        Bytes place = StoreKey.ofPart(action.organizationId(), action.actionId());
        byte[] known = actions.get(place);
        if (known != null && ActionReceipt.of(known).isFinal()) {
            return;
        }
        OrganizationClock clock = clocks.get(StoreKey.ofOrganization(action.organizationId()));
        ActionReceipt receipt = clock == null
                ? ActionReceipt.unknownOrganization(action.organizationId())
                : act(sent, action, clock.timeAt(action.at(), rules.until()));
        actions.put(place, receipt.bytes());
        ActionReceipt.Refusal refusal = receipt.refusal();
        if (refusal != null) {
            bury(sent, refusal.reason(), refusal.field(), refusal.message());
        }
    }

    private ActionReceipt act(Record<byte[], byte[]> sent, OfficerAction action, Instant at) {
        CaseOutcome outcome = CaseOutcome.empty();
        List<ActionRefusal> refusals = cases.act(action, at, outcome);
        context.forward(new Record<>(action.organizationId(), new ActionOutcome(outcome, List.of()), sent.timestamp()));
        if (outcome.urgentAt(sent.timestamp(), context.currentSystemTimeMs())) {
            context.commit();
        }
        return refusals.stream().findFirst().map(ActionReceipt::refused).orElseGet(ActionReceipt::done);
    }

    private void bury(Record<byte[], byte[]> sent, String reason, @Nullable String field, String message) {
        RecordMetadata where = context.recordMetadata().orElseThrow();
        DeadLetter deadLetter = Buried.letter(sent, where, reason, field, message);
        String key = sent.key() == null ? "" : new String(sent.key(), StandardCharsets.UTF_8);
        context.forward(
                new Record<>(key, new ActionOutcome(CaseOutcome.empty(), List.of(deadLetter)), sent.timestamp()));
    }
}
