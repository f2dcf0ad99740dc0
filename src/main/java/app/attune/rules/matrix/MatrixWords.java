package app.attune.rules.matrix;

import app.attune.core.Counted;
import app.attune.rules.HitPolicy;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.matrix.MatrixFinding.Status;
import app.attune.rules.matrix.PairVerdict.Relation;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

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

    /// What a rule that can never match lacks.
    enum Lack {
        USERS,
        TIME,
        REQUESTS
    }

    private final List<Rule> rules;
    private final Instant at;

    public MatrixWords(DecisionMatrix matrix) {
        this.rules = matrix.rules();
        this.at = matrix.at();
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

    /// As a sentence, with what is proved, the number of users and what the limits of the rules say of them.
    public String sentence(PairVerdict pair) {
        return said(pair, asked(pair)) + " " + counted(pair)
                + new LimitWords(at)
                        .of(Stream.of(pair.first(), pair.second())
                                .flatMap(id ->
                                        rules.stream().filter(rule -> rule.id().equals(id)))
                                .toList());
    }

    private String said(PairVerdict pair, String asked) {
        String first = name(pair.first());
        String second = name(pair.second());
        return switch (pair.relation()) {
            case DISJOINT -> "Nobody can match both " + first + " and " + second + asked + ".";
            case EQUAL -> first + " and " + second + " always match the same users" + asked + ".";
            case CONTAINED_IN ->
                "Whoever matches " + first + " matches " + second + " as well" + asked + rest(pair.secondOnly());
            case CONTAINS ->
                "Whoever matches " + second + " matches " + first + " as well" + asked + rest(pair.firstOnly());
            case OVERLAP ->
                first + " and " + second + " can match the same user" + asked
                        + (bothProved(pair)
                                ? "; neither contains the other."
                                : "; whether one contains the other is not proved.");
            case NOT_PROVED ->
                "Whether one user can match both " + first + " and " + second + asked + " is not proved.";
        };
    }

    private String asked(PairVerdict pair) {
        boolean limited = rules.stream()
                .filter(rule -> rule.id().equals(pair.first()) || rule.id().equals(pair.second()))
                .anyMatch(LimitWords::isAsking);
        return limited ? " in the same request" : "";
    }

    private static String counted(PairVerdict pair) {
        int both = pair.both().users();
        return "Now " + Counted.of(both, "user") + (both == 1 ? " matches both, " : " match both, ")
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

    String notRead(RuleId rule, String why) {
        return name(rule) + " is not compared with other rules. " + why;
    }

    String unreachable(Rule rule, Lack lack) {
        Rollout rollout = rule.limits().rollout();
        if (rollout.percent() == 0) {
            return name(rule.id()) + " can never match: its rollout is 0 percent.";
        }
        return name(rule.id()) + " can never match: "
                + switch (lack) {
                    case USERS -> "no user can be in its segment" + (rollout.isEverybody() ? "." : " and its rollout.");
                    case TIME -> "its schedule never runs.";
                    case REQUESTS -> "no request can be as it asks.";
                };
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

    String winsForNobodyNow(Rule rule, List<Rule> active) {
        boolean asking = active.stream().anyMatch(LimitWords::isAsking);
        return name(rule.id()) + " wins for none of the users there are"
                + (asking
                        ? " at " + at
                                + " in a request as it asks for; for others, at other times or in other requests it"
                                + " may."
                        : "; for others it may.");
    }

    String contradictory(PairVerdict pair) {
        return name(pair.first()) + " and " + name(pair.second())
                + " want the opposite for the same items, and one user who may be personalised can match both.";
    }

    String tie(PairVerdict pair, HitPolicy policy) {
        return name(pair.first()) + " and " + name(pair.second()) + " are for the same users and contend; only their "
                + (policy.isByWeight() ? "weight, or else their order, decides." : "order decides.");
    }

    String gap(RuleKind kind, int users, List<Rule> ofKind) {
        return "No " + kind.words() + " rule matches some users"
                + (ofKind.stream().anyMatch(LimitWords::isAsking)
                        ? " in some requests; in one that gives nothing, at " + at + ", "
                        : "; now ")
                + Counted.of(users, "user") + ".";
    }
}
