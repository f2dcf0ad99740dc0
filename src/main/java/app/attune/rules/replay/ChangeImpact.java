package app.attune.rules.replay;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.rules.Candidate;
import app.attune.rules.ContextWitness;
import app.attune.rules.ItemPatterns;
import app.attune.rules.Personalisation;
import app.attune.rules.RequestContext;
import app.attune.rules.Rule;
import app.attune.rules.RuleBasis;
import app.attune.rules.RuleId;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleTrace;
import app.attune.segments.SegmentId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/// Whom other rules would decide otherwise: every user of the population is decided on by both programs, at the time of
/// the basis and in each request that one of the rules asks for. Users count once, whatever the number of requests.
///
/// Where limits of lists differ, the lists of all whom rules treat alike are made under both and compared.
///
/// @param users    of the population
/// @param affected those who would notice something
/// @param byLimits those of them for whom rules do the same, but limits hold back other items
/// @param problems what was missing to make the lists that were compared
/// @param rules    only those that change for somebody, in the order of the newer program, then those it has no more
public record ChangeImpact(
        int users, RoaringBitmap affected, RoaringBitmap byLimits, List<Problem> problems, List<RuleChange> rules) {
    private static final int USERS_BETWEEN_CHECKPOINTS = 1024;
    private static final int LISTS_BETWEEN_REPORTS = 64;

    /// The programs that are compared.
    public record Change(RuleProgram before, RuleProgram after) {
        boolean isOfLimits() {
            return !before.policy().listLimits().equals(after.policy().listLimits());
        }
    }

    /// What becomes of one rule.
    ///
    /// @param gained    users for whom it fires only in the newer program
    /// @param lost      users for whom it fires only in the older program
    /// @param otherwise users for whom it fires in both and who would notice that it says something else
    public record RuleChange(RuleId rule, String name, int gained, int lost, int otherwise) {}

    public ChangeImpact {
        problems = List.copyOf(problems);
        rules = List.copyOf(rules);
    }

    /// Cost: for each user, each request that rules ask for and both programs, one look-up of what is decided for the
    /// same segments, rollouts and holdout; where limits differ, one list by both programs besides.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public static ChangeImpact of(Change change, RuleBasis basis, ComparedLists lists, Progress progress) {
        Comparing comparing = new Comparing(change, basis);
        comparing.compare(progress);
        if (change.isOfLimits()) {
            comparing.compare(lists.between(change.before(), change.after(), basis.at(), progress), progress);
        }
        return comparing.impact();
    }

    private record Pair(Outcomes before, Outcomes after) {}

    private static final class Tally {
        private final RoaringBitmap gained = new RoaringBitmap();
        private final RoaringBitmap lost = new RoaringBitmap();
        private final RoaringBitmap otherwise = new RoaringBitmap();
    }

    private static final class Comparing {
        private final RuleProgram before;
        private final RuleProgram after;
        private final RuleBasis basis;
        private final List<SegmentId> segments;
        private final Map<RuleId, Tally> tallies = new LinkedHashMap<>();
        private final Map<RuleId, String> names = new LinkedHashMap<>();
        private final Set<RuleId> changed = new LinkedHashSet<>();
        private final RoaringBitmap affected = new RoaringBitmap();
        private final RoaringBitmap byLimits = new RoaringBitmap();
        private final List<Problem> problems = new ArrayList<>();

        Comparing(Change change, RuleBasis basis) {
            this.before = change.before();
            this.after = change.after();
            this.basis = basis;
            segments = all().map(Rule::segment).distinct().toList();
            Stream.concat(after.rules().stream(), before.rules().stream()).forEach(rule -> {
                tallies.putIfAbsent(rule.id(), new Tally());
                names.putIfAbsent(rule.id(), rule.name());
            });
            after.rules().stream()
                    .filter(rule -> before.rules().stream()
                            .anyMatch(was -> was.id().equals(rule.id())
                                    && !was.treatment().equals(rule.treatment())))
                    .forEach(rule -> changed.add(rule.id()));
        }

        private Stream<Rule> all() {
            return Stream.concat(before.rules().stream(), after.rules().stream());
        }

        void compare(Progress progress) {
            List<Candidate> items =
                    ItemPatterns.representatives(all().distinct().toList(), basis.catalogue(), progress);
            List<Pair> pairs = new ArrayList<>();
            for (RequestContext context : contexts()) {
                Outcomes.Setting setting =
                        new Outcomes.Setting(segments, Map.of(), items, basis.catalogue(), context, "");
                pairs.add(new Pair(new Outcomes(before, setting), new Outcomes(after, setting)));
            }
            int done = 0;
            int users = basis.users().getCardinality();
            for (int userIdx : basis.users()) {
                if (done++ % USERS_BETWEEN_CHECKPOINTS == 0) {
                    progress.checkpoint();
                    progress.report("Counting users decided otherwise", done, users);
                }
                compare(userIdx, pairs);
            }
        }

        /// Makes lists for those whom rules treat alike.
        void compare(ComparedLists.Lists lists, Progress progress) {
            problems.addAll(lists.problems());
            RoaringBitmap alike = RoaringBitmap.andNot(basis.users(), affected);
            Set<RequestContext> contexts = contexts();
            int done = 0;
            for (int userIdx : alike) {
                progress.checkpoint();
                if (done++ % LISTS_BETWEEN_REPORTS == 0) {
                    progress.report("Comparing the lists of users", done, alike.getCardinality());
                }
                UserId user = new UserId(basis.ids().id(userIdx));
                if (contexts.stream().anyMatch(context -> lists.differ().test(user, context))) {
                    byLimits.add(userIdx);
                }
            }
            affected.or(byLimits);
        }

        ChangeImpact impact() {
            return new ChangeImpact(basis.users().getCardinality(), affected, byLimits, problems, changes());
        }

        private Set<RequestContext> contexts() {
            Set<RequestContext> contexts = new LinkedHashSet<>(List.of(RequestContext.none()));
            all().filter(Rule::isActive)
                    .map(rule -> new ContextWitness(rule.limits().context(), basis.catalogue()).fitting())
                    .forEach(contexts::add);
            return contexts;
        }

        private void compare(int userIdx, List<Pair> pairs) {
            UserId user = new UserId(basis.ids().id(userIdx));
            Personalisation personalisation =
                    basis.refusing().contains(userIdx) ? Personalisation.REFUSED : Personalisation.ALLOWED;
            Outcomes.UserMoment moment =
                    new Outcomes.UserMoment(user, personalisation, basis.at(), Optional.empty(), Optional.empty());
            BitSet members = new BitSet(segments.size());
            for (int i = 0; i < segments.size(); i++) {
                members.set(i, basis.audience(segments.get(i)).contains(userIdx));
            }
            BitSet was = pairs.getFirst().before().groups(user);
            BitSet is = pairs.getFirst().after().groups(user);
            for (Pair pair : pairs) {
                count(
                        userIdx,
                        pair.before().of(moment, members, was, pair.before().memory()),
                        pair.after().of(moment, members, is, pair.after().memory()));
            }
        }

        private void count(int userIdx, Outcome was, Outcome is) {
            if (was.equals(is) && changed.isEmpty()) {
                return;
            }
            boolean differs = !was.effect().equals(is.effect());
            if (differs) {
                affected.add(userIdx);
            }
            Set<RuleId> fired = fired(was);
            Set<RuleId> fires = fired(is);
            for (RuleId rule : fires) {
                Tally tally = tally(rule);
                if (!fired.contains(rule)) {
                    tally.gained.add(userIdx);
                } else if (differs && changed.contains(rule)) {
                    tally.otherwise.add(userIdx);
                }
            }
            fired.stream()
                    .filter(rule -> !fires.contains(rule))
                    .forEach(rule -> tally(rule).lost.add(userIdx));
        }

        private Tally tally(RuleId rule) {
            return tallies.computeIfAbsent(rule, unknown -> new Tally());
        }

        private static Set<RuleId> fired(Outcome outcome) {
            Set<RuleId> fired = new LinkedHashSet<>();
            for (RuleTrace trace : outcome.traces()) {
                if (trace.verdict() == RuleTrace.Verdict.FIRED) {
                    fired.add(trace.rule());
                }
            }
            return fired;
        }

        private List<RuleChange> changes() {
            List<RuleChange> changes = new ArrayList<>();
            names.forEach((rule, name) -> {
                Tally tally = tally(rule);
                RuleChange change = new RuleChange(
                        rule,
                        name,
                        tally.gained.getCardinality(),
                        tally.lost.getCardinality(),
                        tally.otherwise.getCardinality());
                if (change.gained() + change.lost() + change.otherwise() > 0) {
                    changes.add(change);
                }
            });
            return changes;
        }
    }
}
