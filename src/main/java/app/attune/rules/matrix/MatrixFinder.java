package app.attune.rules.matrix;

import app.attune.core.Progress;
import app.attune.rules.HitPolicy;
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
    private final List<RuleReach> reach;
    private final List<MatrixFinding> findings = new ArrayList<>();

    MatrixFinder(DecisionMatrix relations, MatrixBasis basis, RuleReading reading, Context context) {
        this.matrix = relations;
        this.reading = reading;
        this.formulas = context.formulas();
        Progress progress = context.progress();
        this.words = new MatrixWords(relations.rules());
        this.active = reading.read().stream().filter(Ruled::isActive).toList();
        this.items = new ItemClasses(
                active.stream().map(ruled -> ruled.rule().treatment()).toList(),
                basis.rules().catalogue(),
                progress);
        this.policy = relations.hitPolicy();
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

    /// Where only the first rule that matches wins, rules that could not be read can only take more users from others.
    private void effect(int index, Ledger ledger) {
        Ruled ruled = active.get(index);
        RuleReach reached = reach.get(index);
        boolean matched = reached.matched() > 0;
        if (!matched && ledger.proof(ruled.matches()).isNobody()) {
            add(ruled, MatrixFinding.Type.UNREACHABLE, words.unreachable(ruled.rule()), List.of());
            return;
        }
        RuleKind kind = RuleKind.of(ruled.rule());
        boolean certain = !reading.isUncertain(kind);
        boolean won = reached.won() > 0;
        if (!won
                && (certain || kind.isExclusive())
                && ledger.proof(effects.wins(index)).isNobody()) {
            shadowed(index, Status.PROVED);
        } else if (!certain) {
            return;
        } else if (ledger.proof(effects.matters(index)).isNobody()) {
            add(
                    ruled,
                    MatrixFinding.Type.REDUNDANT,
                    words.redundant(ruled.rule().id(), scope(ruled)),
                    List.of());
        } else if (matched && !won && reached.refused() < reached.matched()) {
            shadowed(index, Status.IN_DATA);
        }
    }

    private void add(Ruled ruled, MatrixFinding.Type type, String sentence, List<Resolution> before) {
        List<Resolution> resolutions = new ArrayList<>(before);
        resolutions.add(new Resolution.Pause(ruled.rule().id()));
        findings.add(new MatrixFinding(
                type,
                List.of(ruled.rule().id()),
                Status.PROVED,
                reading.users(ruled).getCardinality(),
                Optional.empty(),
                sentence,
                resolutions));
    }

    private void shadowed(int index, Status status) {
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
                reach.get(index).matched(),
                Optional.empty(),
                status == Status.PROVED ? words.shadowed(id, winners, scope(ruled)) : words.winsForNobodyNow(id),
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
                if (relation == Relation.CONTAINED_IN || relation == Relation.EQUAL) {
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
        boolean opposite = areOpposite(first, second);
        if (!opposite && !(pair.relation() == Relation.EQUAL && contend(first, second))) {
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
        return ledger.claim(formulas.all(List.of(one.matches(), other.matches(), reading.agreed())), users);
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

    private boolean areOpposite(Treatment one, Treatment other) {
        boolean opposite = (isFor(one) && isAgainst(other)) || (isAgainst(one) && isFor(other));
        return opposite && haveCommonItems(one, other);
    }

    private boolean haveCommonItems(Treatment one, Treatment other) {
        return items.all().stream().anyMatch(item -> items.selects(one, item) && items.selects(other, item));
    }

    private static boolean isFor(Treatment treatment) {
        return treatment instanceof Treatment.Pin || treatment instanceof Treatment.Boost;
    }

    private static boolean isAgainst(Treatment treatment) {
        return treatment instanceof Treatment.Exclude || treatment instanceof Treatment.Bury;
    }

    private boolean contend(Treatment one, Treatment other) {
        if (one.equals(other)) {
            return false;
        }
        if (RuleKind.of(one).isRival(RuleKind.of(other), policy)) {
            return true;
        }
        return switch (one) {
            case Treatment.Recommend ignored -> false;
            case Treatment.Offer ignored -> false;
            case Treatment.Pin pin ->
                other instanceof Treatment.Pin second
                        && (pin.place() == second.place() || pin.item().equals(second.item()));
            case Treatment.Boost ignored -> other instanceof Treatment.Boost && haveCommonItems(one, other);
            case Treatment.Bury ignored -> other instanceof Treatment.Bury && haveCommonItems(one, other);
            case Treatment.Exclude ignored -> false;
        };
    }

    private void gap(RuleKind kind, Ledger ledger) {
        List<Ruled> ofKind = active.stream()
                .filter(ruled -> RuleKind.of(ruled.rule()) == kind)
                .toList();
        if (ofKind.isEmpty() || reading.isUncertain(kind)) {
            return;
        }
        RoaringBitmap left = reading.everybody().clone();
        ofKind.forEach(ruled -> left.andNot(reading.users(ruled)));
        Formula nothing =
                formulas.not(formulas.any(ofKind.stream().map(Ruled::matches).toList()));
        Claim claim = ledger.claim(nothing, left);
        if (claim.proof() instanceof Proof.Somebody found) {
            findings.add(new MatrixFinding(
                    MatrixFinding.Type.GAP,
                    List.of(),
                    Status.PROVED,
                    claim.users(),
                    Optional.of(found.witness()),
                    words.gap(kind, claim.users()),
                    List.of()));
        }
    }
}
