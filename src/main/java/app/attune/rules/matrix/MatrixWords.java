package app.attune.rules.matrix;

import app.attune.core.Counted;
import app.attune.rules.HitPolicy;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.matrix.MatrixFinding.Status;
import app.attune.rules.matrix.PairVerdict.Relation;
import java.util.List;

/// Says in words how rules stand to one another.
public final class MatrixWords {
    /// For which catalogues something holds.
    enum Scope {
        ANY_ITEMS(""),
        ITEMS_NOW(" with the items there are now");

        private final String words;

        Scope(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private final List<Rule> rules;

    public MatrixWords(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /// Its name in quotes.
    public String name(RuleId id) {
        return "\u201c"
                + rules.stream()
                        .filter(rule -> rule.id().equals(id))
                        .findFirst()
                        .map(Rule::name)
                        .orElse(id.value())
                + "\u201d";
    }

    /// As a sentence, with what is proved and the number of users.
    public String sentence(PairVerdict pair) {
        String first = name(pair.first());
        String second = name(pair.second());
        String said = switch (pair.relation()) {
            case DISJOINT -> "Nobody can match both " + first + " and " + second + ".";
            case EQUAL -> first + " and " + second + " always match the same users.";
            case CONTAINED_IN ->
                "Whoever matches " + first + " matches " + second + " as well" + rest(pair.secondOnly());
            case CONTAINS -> "Whoever matches " + second + " matches " + first + " as well" + rest(pair.firstOnly());
            case OVERLAP ->
                first + " and " + second + " can match the same user"
                        + (bothProved(pair)
                                ? "; neither contains the other."
                                : "; whether one contains the other is not proved.");
            case NOT_PROVED -> "Whether one user can match both " + first + " and " + second + " is not proved.";
        };
        return said + " Now " + Counted.of(pair.both().users(), "user") + " match both, "
                + Counted.of(pair.firstOnly().users(), "user") + " only the first, "
                + Counted.of(pair.secondOnly().users(), "user") + " only the second.";
    }

    private static String rest(Claim others) {
        return others.proof().isSomebody() ? ", but not the other way round." : ".";
    }

    private static boolean bothProved(PairVerdict pair) {
        return pair.firstOnly().proof().isSomebody()
                && pair.secondOnly().proof().isSomebody();
    }

    /// In one or two words.
    public static String of(Relation relation) {
        return switch (relation) {
            case DISJOINT -> "disjoint";
            case OVERLAP -> "overlap";
            case CONTAINED_IN -> "contained in";
            case CONTAINS -> "contains";
            case EQUAL -> "equal";
            case NOT_PROVED -> "not proved";
        };
    }

    /// In one word.
    public static String of(MatrixFinding.Type type) {
        return switch (type) {
            case NOT_READ -> "not read";
            case UNREACHABLE -> "unreachable";
            case SHADOWED -> "shadowed";
            case REDUNDANT -> "redundant";
            case CONTRADICTORY -> "contradictory";
            case TIE -> "tie";
            case GAP -> "gap";
        };
    }

    public static String of(Status status) {
        return switch (status) {
            case PROVED -> "proved";
            case IN_DATA -> "not proved, so in the data";
            case NOT_JUDGED -> "not judged";
        };
    }

    /// What it is and how sure, which of what is not judged is the same.
    public static String heading(MatrixFinding finding) {
        return finding.status() == Status.NOT_JUDGED
                ? of(finding.type())
                : of(finding.type()) + " (" + of(finding.status()) + ")";
    }

    /// What a button says.
    public String of(Resolution resolution) {
        return switch (resolution) {
            case Resolution.MoveAbove move -> "Move " + name(move.rule()) + " above " + name(move.other());
            case Resolution.Pause pause -> "Pause " + name(pause.rule());
        };
    }

    /// Why a rule with a schedule, a cap or a context is not read, and what that leaves open.
    static String limited(Rule rule, HitPolicy policy) {
        String why = rule.limits().cap().isPresent()
                ? "It has a cap on how often it acts"
                : "It has a schedule or asks for a request's context";
        if (rule.status() != Rule.Status.ACTIVE) {
            return why + ".";
        }
        RuleKind kind = RuleKind.of(rule);
        if (policy == HitPolicy.FIRST && kind != RuleKind.EXCLUDE) {
            return why + ", so what other rules come to is not judged.";
        }
        return why + ", so what "
                + (kind.isExclusive() ? "other " + kind.words() + " rules" : "other rules about items")
                + " come to is not judged.";
    }

    String notRead(RuleId rule, String why) {
        return name(rule) + " is not compared with other rules. " + why;
    }

    String unreachable(Rule rule) {
        Rollout rollout = rule.limits().rollout();
        if (rollout.percent() == 0) {
            return name(rule.id()) + " can never match: its rollout is 0 percent.";
        }
        return name(rule.id()) + " can never match: no user can be in its segment"
                + (rollout.isEverybody() ? "." : " and its rollout.");
    }

    String redundant(RuleId rule, Scope scope) {
        return "Without " + name(rule) + " every decision would be the same" + scope.words() + ".";
    }

    String shadowed(RuleId rule, List<RuleId> winners, Scope scope) {
        String by = winners.isEmpty()
                ? "other rules"
                : String.join(" and ", winners.stream().map(this::name).toList());
        return name(rule) + " can never win" + scope.words() + ": " + by + " always "
                + (winners.size() == 1 ? "takes" : "take") + " its users or items first.";
    }

    String winsForNobodyNow(RuleId rule) {
        return name(rule) + " wins for none of the users there are; for others it may.";
    }

    String contradictory(PairVerdict pair) {
        return name(pair.first()) + " and " + name(pair.second())
                + " want the opposite for the same items, and one user who may be personalised can match both.";
    }

    String tie(PairVerdict pair, HitPolicy policy) {
        return name(pair.first()) + " and " + name(pair.second()) + " are for the same users and contend; only their "
                + (policy.isByWeight() ? "weight, or else their order, decides." : "order decides.");
    }

    String gap(RuleKind kind, int users) {
        return "No " + kind.words() + " rule matches some users; now " + Counted.of(users, "user") + ".";
    }
}
