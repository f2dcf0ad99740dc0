package app.attune.rules.replay;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TimeWindow;
import app.attune.core.UserId;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import app.attune.rules.Candidate;
import app.attune.rules.ItemPatterns;
import app.attune.rules.Personalisation;
import app.attune.rules.Rule;
import app.attune.rules.RuleProgram;
import app.attune.segments.MomentReader;
import app.attune.segments.SegmentId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Makes the decisions of a stored period again, in event time: for every occasion that a user gave, which rules of a
/// set would have fired, from what was known of the user before that moment. No model is asked: a rule about items
/// fires if it would decide at least one of them when the model proposed every item.
///
/// The answer depends on the events and their times alone, not on the order in which they arrived. Cost: for each
/// occasion, every segment of an active rule is asked once of the user's events; what the rules do is decided once for
/// each set of segments.
public final class Replay {
    private static final int PARTS = 64;
    private static final int FEWEST_USERS = 64;

    private final Population population;
    private final ReplayOptions options;
    private final Occasions occasions;
    private final Requests requests;
    private final AskedSegments segments;
    private final List<Outcomes> ruleSets;
    private final List<RuleProgram> programs;
    private final LocalDate firstDay;
    private final int days;
    private final Progress progress;
    private final AtomicLong decided = new AtomicLong();

    private Replay(List<RuleProgram> programs, ReplayGround ground, ReplayOptions asked, Progress progress) {
        population = ground.population();
        this.programs = programs;
        options = asked.within(within(asked.period(), population));
        requests = new Requests(population.events(), options);
        occasions = new Occasions(population.events(), options);
        List<Rule> all =
                programs.stream().flatMap(program -> program.rules().stream()).toList();
        segments = AskedSegments.of(all, ground, progress);
        List<Candidate> items = ItemPatterns.representatives(all, ground.catalogue(), progress);
        List<SegmentId> ids = segments.ids();
        this.ruleSets = programs.stream()
                .map(program -> new Outcomes(
                        program,
                        new Outcomes.Setting(
                                ids,
                                segments.triggers(),
                                items,
                                ground.catalogue(),
                                asked.context(),
                                ground.defaultModel())))
                .toList();
        this.progress = progress;
        firstDay = day(options.period().from());
        days = days(options.period());
    }

    /// What the rules would have done.
    ///
    /// @throws app.attune.core.ProblemException `replay.no-sessions`
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public static ReplayReport of(RuleProgram rules, ReplayGround ground, ReplayOptions options, Progress progress) {
        Replay replay = new Replay(List.of(rules), ground, options, progress);
        Part sum = replay.run();
        return replay.report(sum, 0);
    }

    /// What users would have seen otherwise under other rules.
    ///
    /// @throws app.attune.core.ProblemException `replay.no-sessions`
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public static ReplayComparison compare(
            RuleProgram before, RuleProgram after, ReplayGround ground, ReplayOptions options, Progress progress) {
        Replay replay = new Replay(List.of(before, after), ground, options, progress);
        Part sum = replay.run();
        return new ReplayComparison(
                replay.report(sum, 0),
                replay.report(sum, 1),
                sum.differences.decisions(),
                sum.differences.users(),
                Arrays.stream(sum.differences.byDay()).boxed().toList(),
                sum.differences.byPart(),
                sum.differences.examples().stream().map(replay::example).toList());
    }

    private ReplayComparison.Example example(DifferenceTally.Found found) {
        return new ReplayComparison.Example(
                new UserId(population.events().users().text(found.userIdx())),
                found.at(),
                found.before(),
                found.after());
    }

    private static TimeWindow within(TimeWindow period, Population population) {
        TimeWindow span = population.events().span().orElse(new TimeWindow(period.from(), period.from()));
        Instant from = period.from().isAfter(span.from()) ? period.from() : span.from();
        Instant to = period.to().isBefore(span.to()) ? period.to() : span.to();
        return new TimeWindow(from, to.isBefore(from) ? from : to);
    }

    /// How many days a period touches; one if it is empty.
    private static int days(TimeWindow period) {
        Instant last = period.to().isAfter(period.from()) ? period.to().minusMillis(1) : period.from();
        return (int) ChronoUnit.DAYS.between(day(period.from()), day(last)) + 1;
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    /// What was counted of some users.
    private final class Part {
        private final List<ReplayTally> tallies;
        private final DifferenceTally differences = new DifferenceTally(days);
        private final long[] decisionsByDay = new long[days];
        private final MomentReader reader = segments.reader();
        private final Visits visits = readsVisits() ? Visits.of(population.events()) : Visits.none(population.events());
        private final Map<RequestColumns.Part, Long> told = new EnumMap<>(RequestColumns.Part.class);
        private int users;

        Part() {
            tallies = ruleSets.stream()
                    .map(outcomes -> new ReplayTally(outcomes.rules(), days))
                    .toList();
        }

        void user(int userIdx) {
            UserId user = new UserId(population.events().users().text(userIdx));
            List<BitSet> groups =
                    ruleSets.stream().map(outcomes -> outcomes.groups(user)).toList();
            List<Memory> memories = ruleSets.stream().map(Outcomes::memory).toList();
            int[] decisions = new int[1];
            reader.user(userIdx);
            visits.user(userIdx);
            occasions.of(userIdx, at -> {
                decide(moment(user, userIdx, at), userIdx, groups, memories);
                decisions[0]++;
            });
            users += decisions[0] > 0 ? 1 : 0;
            tallies.forEach(ReplayTally::endUser);
        }

        private Outcomes.UserMoment moment(UserId user, int userIdx, long millis) {
            Instant at = Instant.ofEpochMilli(millis);
            boolean allowed = population.consents().allows(Consents.PERSONALISATION, userIdx, at);
            return new Outcomes.UserMoment(
                    user,
                    allowed ? Personalisation.ALLOWED : Personalisation.REFUSED,
                    at,
                    visits.start(millis),
                    requests.at(userIdx, millis, told));
        }

        private void decide(Outcomes.UserMoment moment, int userIdx, List<BitSet> groups, List<Memory> memories) {
            long millis = moment.at().toEpochMilli();
            BitSet members = reader.at(millis);
            int day = (int) (Math.floorDiv(millis, Occasions.DAY) - firstDay.toEpochDay());
            decisionsByDay[day]++;
            Outcome first = ruleSets.getFirst().of(moment, members, groups.getFirst(), memories.getFirst());
            tallies.getFirst().count(first.traces(), day);
            if (ruleSets.size() > 1) {
                Outcome second = ruleSets.getLast().of(moment, members, groups.getLast(), memories.getLast());
                tallies.getLast().count(second.traces(), day);
                differences.count(
                        new DifferenceTally.Found(userIdx, moment.at(), first.effect(), second.effect()), day);
            }
        }

        Part add(Part other) {
            for (int i = 0; i < tallies.size(); i++) {
                tallies.get(i).add(other.tallies.get(i));
            }
            differences.add(other.differences);
            ReplayTally.add(decisionsByDay, other.decisionsByDay);
            other.told.forEach((part, count) -> told.merge(part, count, Long::sum));
            users += other.users;
            return this;
        }
    }

    private boolean readsVisits() {
        return ruleSets.stream().anyMatch(Outcomes::readsVisits);
    }

    private Part run() {
        int users = population.size();
        int size = Math.max(FEWEST_USERS, (users + PARTS - 1) / PARTS);
        int parts = (users + size - 1) / size;
        List<Part> counted = IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> part(part * size, Math.min(users, (part + 1) * size)))
                .toList();
        progress.checkpoint();
        Part sum = new Part();
        counted.forEach(sum::add);
        return sum;
    }

    private Part part(int from, int to) {
        Part part = new Part();
        for (int userIdx = from; userIdx < to && !progress.isCancelled(); userIdx++) {
            part.user(userIdx);
        }
        progress.report("Deciding again", decided.addAndGet(to - from), population.size());
        return part;
    }

    private List<Problem> notes(Part sum, int ruleSet) {
        List<Problem> notes = new ArrayList<>(segments.notes());
        if (ruleSets.get(ruleSet).isSwitchedOff()) {
            notes.add(new Problem(
                    "replay.switched-off",
                    "The kill switch is pulled: all rules but those that never show items are off.",
                    "Release it to see what the rules would do."));
        }
        notes.addAll(requests.notes(
                ruleSets.get(ruleSet).rules(), Arrays.stream(sum.decisionsByDay).sum(), sum.told));
        if (new ChangeImpact.Change(programs.getFirst(), programs.getLast()).isOfLimits()) {
            notes.add(new Problem(
                    "replay.limits",
                    "The limits of lists differ, and lists were not compared under them: other users may be shown other"
                            + " items too.",
                    "Compare the two as versions of the rules, which makes everybody's list at one time."));
        }
        notes.addAll(CapNotes.of(ruleSets.get(ruleSet), population.events(), options.period()));
        return notes;
    }

    private ReplayReport report(Part sum, int ruleSet) {
        return new ReplayReport(
                options,
                Arrays.stream(sum.decisionsByDay).sum(),
                sum.users,
                firstDay,
                Arrays.stream(sum.decisionsByDay).boxed().toList(),
                new ArrayList<>(sum.tallies.get(ruleSet).rules()),
                notes(sum, ruleSet));
    }
}
