package app.attune.rules.matrix;

import app.attune.core.Progress;
import app.attune.rules.HitPolicy;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleImpact;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleReach;
import app.attune.rules.Treatment;
import app.attune.rules.matrix.MatrixFinding.Status;
import app.attune.rules.matrix.PairVerdict.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// Finds what is wrong with how the active rules act together.
final class MatrixFinder {
    private final DecisionMatrix matrix;
    private final RuleReading reading;
    private final Formulas formulas;
    private final HitPolicy policy;
    private final MatrixWords words;
    private final List<Ruled> active;
    private final ItemClasses items;
    private final Effects effects;
    private final Contention contention;
    private final List<RuleReach> reach;
    private final List<MatrixFinding> findings = new ArrayList<>();

    MatrixFinder(DecisionMatrix relations, MatrixBasis basis, RuleReading reading, Context context) {
        this.matrix = relations;
        this.reading = reading;
        this.formulas = context.formulas();
        Progress progress = context.progress();
        this.words = new MatrixWords(relations);
        this.active = reading.read().stream().filter(Ruled::isActive).toList();
        this.items = new ItemClasses(
                active.stream().map(ruled -> ruled.rule().treatment()).toList(),
                basis.rules().catalogue(),
                progress);
        this.policy = relations.hitPolicy();
        this.contention = new Contention(policy, items);
        this.effects = new Effects(formulas, policy, active, items);
        RuleProgram program = new RuleProgram(
                RulePolicy.usual().withHitPolicy(policy),
                active.stream().map(Ruled::rule).toList());
        this.reach = RuleImpact.of(program, basis.rules(), progress);
    }

    /// What everything about one matrix shares.
    record Context(Formulas formulas, Progress progress) {}

    List<MatrixFinding> findings(Ledger ledger, Progress progress) {
        reading.problems()
                .forEach((rule, problem) -> findings.add(new MatrixFinding(
                        MatrixFinding.Type.NOT_READ,
                        List.of(rule.id()),
                        Status.NOT_JUDGED,
                        0,
                        Optional.empty(),
                        words.notRead(rule.id(), problem.message()),
                        List.of())));
        for (int index = 0; index < active.size(); index++) {
            progress.report("Looking for rules without effect", index, active.size());
            effect(index, ledger);
        }
        for (int i = 0; i < active.size(); i++) {
            for (int j = i + 1; j < active.size(); j++) {
                contention(active.get(i), active.get(j), ledger);
            }
        }
        for (RuleKind kind : RuleKind.values()) {
            if (kind.isExclusive()) {
                gap(kind, ledger);
            }
        }
        return findings;
    }

    private void effect(int index, Ledger ledger) {
        Ruled ruled = active.get(index);
        RuleReach reached = reach.get(index);
        boolean matched = reached.matched() > 0;
        if (!matched && ledger.proof(ruled.matches()).isNobody()) {
            String sentence = words.unreachable(ruled.rule(), lack(ruled, ledger));
            add(ruled, MatrixFinding.Type.UNREACHABLE, users(ruled, ledger), sentence);
            return;
        }
        boolean won = reached.won() > 0;
        if (!won && ledger.proof(effects.wins(index)).isNobody()) {
            shadowed(index, Status.PROVED, ledger);
        } else if (ledger.proof(effects.matters(index)).isNobody()) {
            String sentence = words.redundant(ruled.rule().id(), scope(ruled));
            add(ruled, MatrixFinding.Type.REDUNDANT, users(ruled, ledger), sentence);
        } else if (matched && !won && reached.refused() < reached.matched() && !isLostToCapped(reached)) {
            shadowed(index, Status.IN_DATA, ledger);
        }
    }

    private MatrixWords.Lack lack(Ruled ruled, Ledger ledger) {
        if (ledger.proof(ruled.asks().people()).isNobody()) {
            return MatrixWords.Lack.USERS;
        }
        boolean runs = ruled.rule().limits().schedule().isAlways()
                || !ledger.proof(formulas.of(
                                new RequestRow.Runs(ruled.rule().limits().schedule())))
                        .isNobody();
        return runs ? MatrixWords.Lack.REQUESTS : MatrixWords.Lack.TIME;
    }

    /// To a rule that leaves its users to others once it was shown often enough.
    private boolean isLostToCapped(RuleReach reached) {
        return active.stream()
                .anyMatch(other -> other.isCapped()
                        && reached.lostTo().containsKey(other.rule().id()));
    }

    /// Those it matches now, in some request.
    private int users(Ruled ruled, Ledger ledger) {
        return ledger.claim(ruled.matches(), List.of(new Ledger.Case(reading.users(ruled), ruled.now())))
                .users();
    }

    private void add(Ruled ruled, MatrixFinding.Type type, int users, String sentence) {
        findings.add(new MatrixFinding(
                type,
                List.of(ruled.rule().id()),
                Status.PROVED,
                users,
                Optional.empty(),
                sentence,
                List.of(new Resolution.Pause(ruled.rule().id()))));
    }

    private void shadowed(int index, Status status, Ledger ledger) {
        Ruled ruled = active.get(index);
        RuleId id = ruled.rule().id();
        List<RuleId> winners = winners(index);
        List<RuleId> about = new ArrayList<>(List.of(id));
        about.addAll(winners);
        List<Resolution> resolutions = new ArrayList<>();
        winners.stream().findFirst().ifPresent(winner -> resolutions.addAll(moves(ruled, winner)));
        resolutions.add(new Resolution.Pause(id));
        findings.add(new MatrixFinding(
                MatrixFinding.Type.SHADOWED,
                about,
                status,
                users(ruled, ledger),
                Optional.empty(),
                status == Status.PROVED
                        ? words.shadowed(id, winners, scope(ruled))
                        : words.winsForNobodyNow(
                                ruled.rule(), active.stream().map(Ruled::rule).toList()),
                resolutions));
    }

    /// To where it acts before another, if its place decides.
    private List<Resolution> moves(Ruled ruled, RuleId above) {
        boolean places = !policy.isByWeight()
                || active.stream()
                        .filter(other -> other.rule().id().equals(above))
                        .anyMatch(other ->
                                other.rule().weight().equals(ruled.rule().weight()));
        return places ? List.of(new Resolution.MoveAbove(ruled.rule().id(), above)) : List.of();
    }

    /// Whether what becomes of a rule follows from which items the active rules select now. Pins name theirs; only what
    /// is excluded may be taken from them.
    private MatrixWords.Scope scope(Ruled ruled) {
        boolean catalogued = switch (RuleKind.of(ruled.rule())) {
            case RECOMMEND, OFFER -> false;
            case PIN -> active.stream().anyMatch(other -> RuleKind.of(other.rule()) == RuleKind.EXCLUDE);
            case EXCLUDE, SCALE -> true;
        };
        return catalogued ? MatrixWords.Scope.ITEMS_NOW : MatrixWords.Scope.ANY_ITEMS;
    }

    /// The earlier rules of the same kind that may take users of the rule; one alone if it takes them all.
    private List<RuleId> winners(int index) {
        Ruled ruled = active.get(index);
        List<RuleId> some = new ArrayList<>();
        for (Ruled earlier : active.subList(0, index)) {
            RuleId id = earlier.rule().id();
            Relation relation = matrix.pair(ruled.rule().id(), id).orElseThrow().relation();
            if (contends(earlier, ruled) && relation != Relation.DISJOINT) {
                boolean around = relation == Relation.CONTAINED_IN || relation == Relation.EQUAL;
                if (around && !earlier.isCapped()) {
                    return List.of(id);
                }
                some.add(id);
            }
        }
        return some;
    }

    private boolean contends(Ruled earlier, Ruled ruled) {
        RuleKind kind = RuleKind.of(ruled.rule());
        RuleKind other = RuleKind.of(earlier.rule());
        return kind == other || kind.isRival(other, policy);
    }

    private void contention(Ruled one, Ruled other, Ledger ledger) {
        PairVerdict pair = matrix.pair(one.rule().id(), other.rule().id()).orElseThrow();
        Treatment first = one.rule().treatment();
        Treatment second = other.rule().treatment();
        boolean opposite = contention.areOpposite(first, second);
        boolean always = !one.isCapped() && !other.isCapped();
        if (!opposite && !(always && pair.relation() == Relation.EQUAL && contention.contend(first, second))) {
            return;
        }
        Claim meeting = meeting(one, other, ledger);
        if (meeting.proof() instanceof Proof.Somebody found) {
            addPair(
                    opposite ? MatrixFinding.Type.CONTRADICTORY : MatrixFinding.Type.TIE,
                    pair,
                    moves(other, one.rule().id()),
                    new Met(meeting.users(), found.witness()),
                    opposite ? words.contradictory(pair) : words.tie(pair, policy));
        }
    }

    /// That somebody whom both match may be personalised. Of two rules that contend one at least is no Exclude, which
    /// does nothing for anybody else.
    private Claim meeting(Ruled one, Ruled other, Ledger ledger) {
        RoaringBitmap users = RoaringBitmap.and(reading.users(one), reading.users(other));
        users.andNot(reading.refusing());
        return ledger.claim(
                formulas.all(List.of(one.matches(), other.matches(), reading.agreed())),
                List.of(new Ledger.Case(users, formulas.all(one.now(), other.now()))));
    }

    private record Met(int users, Witness witness) {}

    private void addPair(MatrixFinding.Type type, PairVerdict pair, List<Resolution> moves, Met met, String sentence) {
        List<Resolution> resolutions = new ArrayList<>(moves);
        resolutions.add(new Resolution.Pause(pair.second()));
        resolutions.add(new Resolution.Pause(pair.first()));
        findings.add(new MatrixFinding(
                type,
                List.of(pair.first(), pair.second()),
                Status.PROVED,
                met.users(),
                Optional.of(met.witness()),
                sentence,
                resolutions));
    }

    /// A request that gives nothing is for no rule that asks for something.
    private void gap(RuleKind kind, Ledger ledger) {
        List<Ruled> ofKind = active.stream()
                .filter(ruled -> RuleKind.of(ruled.rule()) == kind)
                .toList();
        if (ofKind.isEmpty()) {
            return;
        }
        RoaringBitmap left = reading.everybody().clone();
        List<Formula> elsewhere = new ArrayList<>();
        for (Ruled ruled : ofKind) {
            if (ruled.rule().limits().context().isAny()) {
                left.andNot(reading.users(ruled));
            } else {
                elsewhere.add(ruled.now());
            }
        }
        Formula nothing =
                formulas.not(formulas.any(ofKind.stream().map(Ruled::matches).toList()));
        Formula requests = formulas.not(formulas.any(elsewhere));
        Claim claim = ledger.claim(nothing, List.of(new Ledger.Case(left, requests)));
        if (claim.proof() instanceof Proof.Somebody found) {
            addGap(kind, ofKind, new Met(claim.users(), found.witness()));
        }
    }

    private void addGap(RuleKind kind, List<Ruled> ofKind, Met left) {
        List<Rule> rules = ofKind.stream().map(Ruled::rule).toList();
        findings.add(new MatrixFinding(
                MatrixFinding.Type.GAP,
                List.of(),
                Status.PROVED,
                left.users(),
                Optional.of(left.witness()),
                words.gap(kind, left.users(), rules),
                List.of()));
    }
}
