/* SPDX-License-Identifier: Apache-2.0 */
package io.whence.deliver;

import io.whence.domain.cases.Notice;
import io.whence.domain.delivery.DeliveryOutcome;
import io.whence.domain.delivery.DeliveryResult;
import io.whence.domain.policy.PolicyMode;
import io.whence.letter.Letter;
import io.whence.letter.LetterWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of each notice; sends nothing and writes nothing down itself. An attempt that was begun by
 * somebody whose word on its end is missing is never repeated. Not safe for several threads.
 */
final class Desk {

    private final DeliveryRules rules;
    private final List<Channel> channels;
    private final LetterWriter letters;
    private final InstantSource clock;
    private final Backlog backlog;
    private final Map<Integer, Progress> progress = new HashMap<>();
    private final Map<Integer, Map<String, Known>> known = new HashMap<>();
    private final Set<String> inHand = new HashSet<>();
    private final List<Filed> filed = new ArrayList<>();
    private final List<Filed> late = new ArrayList<>();
    private int turn;

    Desk(DeliveryRules rules, List<Channel> channels, LetterWriter letters, InstantSource clock) {
        this.rules = rules;
        this.channels = List.copyOf(channels);
        this.letters = letters;
        this.clock = clock;
        this.backlog = new Backlog(rules.interval());
    }

    /** A partition is ours from here on, with what was written down about its notices. */
    void assigned(int partition, long position, Map<String, Known> outcomes) {
        progress.put(partition, new Progress(position));
        known.put(partition, new HashMap<>(outcomes));
    }

    /** No partition is ours any more; what waits is left to whoever gets them. */
    void revoked() {
        turn++;
        progress.clear();
        known.clear();
        inHand.clear();
        filed.clear();
        backlog.clear();
    }

    /** A record that is a notice. */
    void take(int partition, long offset, Notice notice, Recipient recipient) {
        var place = new Job.Place(partition, offset, turn);
        int jobs = 0;
        for (Channel channel : channels) {
            Job job = plan(place, notice, recipient, channel);
            if (job != null) {
                backlog.add(job);
                jobs++;
            }
        }
        progress(partition).read(offset, jobs);
    }

    /** A record that cannot be read as a notice: written down, so that it is seen. */
    void takeUnreadable(int partition, long offset, String name, String organizationId, String reason) {
        for (Channel channel : channels) {
            file(
                    partition,
                    new DeliveryOutcome(
                            name, organizationId, channel.kind(), DeliveryResult.REFUSED, 0, clock.instant(), reason));
        }
        progress(partition).read(offset, 0);
    }

    private @Nullable Job plan(Job.Place place, Notice notice, Recipient recipient, Channel channel) {
        String key = DeliveryOutcome.key(notice.noticeId(), channel.kind());
        Known before = outcomes(place.partition()).get(key);
        if (inHand.contains(key) || (before != null && before.result().last())) {
            return null;
        }
        int attempts = before == null ? 0 : before.attempts();
        Instant now = clock.instant();
        var named = notice.named(recipient.name());
        var bare = new Job(place, named, new Letter("", "", "", ""), channel, "", attempts, now);
        Optional<DeliveryOutcome> without = withoutAttempt(bare, before, now);
        if (without.isPresent()) {
            file(place.partition(), without.get());
            return null;
        }
        return addressed(bare, recipient, now);
    }

    private Optional<DeliveryOutcome> withoutAttempt(Job job, @Nullable Known before, Instant now) {
        if (before != null && before.result() == DeliveryResult.ATTEMPTING) {
            return Optional.of(job.outcome(
                    DeliveryResult.UNCERTAIN, now, "the attempt was broken off; it may have been taken or not"));
        }
        if (job.notice().mode() != PolicyMode.LIVE) {
            return Optional.of(job.outcome(DeliveryResult.SHADOW, now, "the notice is a shadow notice"));
        }
        if (Duration.between(job.notice().issuedAt(), now).compareTo(rules.oldest()) > 0) {
            return Optional.of(
                    job.outcome(DeliveryResult.GIVEN_UP, now, "issued more than " + rules.oldest() + " ago"));
        }
        return Fitness.problem(job.notice()).map(problem -> job.outcome(DeliveryResult.REFUSED, now, problem));
    }

    private @Nullable Job addressed(Job job, Recipient recipient, Instant now) {
        Addressing addressing = job.channel().address(job.notice(), recipient);
        if (addressing instanceof Addressing.To to) {
            return written(job, recipient, to.destination(), now);
        }
        DeliveryOutcome outcome = addressing instanceof Addressing.Unfit unfit
                ? job.outcome(DeliveryResult.REFUSED, now, unfit.reason())
                : job.outcome(DeliveryResult.NO_CONTACT, now, "the organization has no contact");
        file(job.place().partition(), outcome);
        return null;
    }

    private @Nullable Job written(Job job, Recipient recipient, String destination, Instant now) {
        Instant due = job.attempts() == 0 ? now : now.plus(rules.backoff().after(job.attempts()));
        try {
            Letter letter = letters.write(job.notice(), recipient.locale());
            inHand.add(
                    DeliveryOutcome.key(job.notice().noticeId(), job.channel().kind()));
            return new Job(job.place(), job.notice(), letter, job.channel(), destination, job.attempts(), due);
        } catch (IllegalStateException wordless) {
            file(
                    job.place().partition(),
                    job.outcome(DeliveryResult.REFUSED, now, "no letter could be written: " + wordless.getMessage()));
            return null;
        }
    }

    /** Takes out what is to be attempted now, at most so many. */
    List<Job> due(int most) {
        return backlog.takeDue(clock.instant(), most);
    }

    /** The word that an attempt is about to be made. */
    DeliveryOutcome intent(Job begun) {
        return begun.outcome(DeliveryResult.ATTEMPTING, clock.instant(), "");
    }

    /** Their attempts begin. */
    void begun(List<Job> jobs) {
        jobs.forEach(job -> backlog.begun(job.destination(), clock.instant()));
    }

    /** Their attempts did not begin after all. */
    void notBegun(List<Job> jobs) {
        for (Job job : jobs) {
            backlog.ended(job.destination());
            if (job.place().turn() == turn) {
                backlog.add(job);
            }
        }
    }

    /** An attempt has ended. */
    void finished(Job job, Answer answer) {
        backlog.ended(job.destination());
        DeliveryResult result = resultOf(job, answer);
        var word = new Filed(job.place().partition(), job.outcome(result, clock.instant(), answer.detail()));
        if (job.place().turn() != turn) {
            late.add(word);
            return;
        }
        file(word.partition(), word.outcome());
        if (result == DeliveryResult.DEFERRED) {
            backlog.add(job.postponed(clock.instant().plus(pause(job, answer))));
        } else {
            inHand.remove(word.outcome().key());
            progress(word.partition()).ended(job.place().offset());
        }
    }

    private DeliveryResult resultOf(Job job, Answer answer) {
        return switch (answer.end()) {
            case TAKEN -> DeliveryResult.SENT;
            case NEVER -> DeliveryResult.REFUSED;
            case UNKNOWN -> DeliveryResult.UNCERTAIN;
            case NOT_NOW -> job.attempts() >= rules.attempts() ? DeliveryResult.GIVEN_UP : DeliveryResult.DEFERRED;
        };
    }

    private Duration pause(Job job, Answer answer) {
        Duration ours = rules.backoff().after(job.attempts());
        Duration longest = rules.backoff().longest();
        Duration theirs = answer.pause().compareTo(longest) > 0 ? longest : answer.pause();
        return ours.compareTo(theirs) > 0 ? ours : theirs;
    }

    private void file(int partition, DeliveryOutcome outcome) {
        outcomes(partition).put(outcome.key(), Known.of(outcome));
        filed.add(new Filed(partition, outcome));
    }

    /** What is to be written down together with the progress. */
    List<Filed> filed() {
        return List.copyOf(filed);
    }

    /** It has been written down. */
    void written() {
        filed.clear();
    }

    /** Takes out the ends of attempts that were begun before partitions were taken from us. */
    List<Filed> takeLate() {
        List<Filed> taken = List.copyOf(late);
        late.clear();
        return taken;
    }

    /** Where to go on after a restart, by partition. */
    Map<Integer, Long> committable() {
        Map<Integer, Long> offsets = new HashMap<>();
        progress.forEach((partition, made) -> offsets.put(partition, made.committable()));
        return offsets;
    }

    /** How many deliveries wait for their time or their destination. */
    int waiting() {
        return backlog.size();
    }

    /** Whether enough waits that no more should be read. */
    boolean full() {
        return backlog.size() >= rules.backlog();
    }

    private Progress progress(int partition) {
        return Objects.requireNonNull(progress.get(partition), "a record of a partition that is not ours");
    }

    private Map<String, Known> outcomes(int partition) {
        return Objects.requireNonNull(known.get(partition), "an outcome of a partition that is not ours");
    }
}
