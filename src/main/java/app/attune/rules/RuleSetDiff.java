package app.attune.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What changed between two versions, as plain sentences in the order of the newer one.
public final class RuleSetDiff {
    private final RuleSentence sentence;

    public RuleSetDiff(RuleSentence sentence) {
        this.sentence = sentence;
    }

    /// Empty when nothing changed.
    public List<String> between(RuleProgram before, RuleProgram after) {
        List<String> changes = new ArrayList<>();
        PolicyDiff.between(before.policy(), after.policy(), changes);
        changes.addAll(between(before.rules(), after.rules()));
        return changes;
    }

    /// Of the rules alone; empty when nothing changed.
    public List<String> between(List<Rule> before, List<Rule> after) {
        Map<RuleId, Rule> old = byId(before);
        Map<RuleId, Rule> now = byId(after);
        List<String> changes = new ArrayList<>();
        for (Rule rule : after) {
            Rule was = old.get(rule.id());
            if (was == null) {
                changes.add("Added " + quoted(rule) + ": " + sentence.of(rule) + ".");
            } else {
                changed(was, rule, changes);
            }
        }
        before.stream()
                .filter(rule -> !now.containsKey(rule.id()))
                .forEach(rule -> changes.add("Removed " + quoted(rule) + ": " + sentence.of(rule) + "."));
        moved(before, after, changes);
        return changes;
    }

    private void changed(Rule was, Rule is, List<String> changes) {
        if (!was.name().equals(is.name())) {
            changes.add("Renamed " + quoted(was) + " to " + quoted(is) + ".");
        }
        if (!was.segment().equals(is.segment())
                || !was.treatment().equals(is.treatment())
                || !was.limits().equals(is.limits())
                || !was.weight().equals(is.weight())) {
            changes.add("Changed " + quoted(is) + " from \u201c" + sentence.of(was) + "\u201d to \u201c"
                    + sentence.of(is) + "\u201d.");
        }
        if (was.status() != is.status()) {
            changes.add(status(is));
        }
        about(was.about(), is, changes);
    }

    private static void about(RuleAbout was, Rule rule, List<String> changes) {
        RuleAbout is = rule.about();
        if (!was.intent().equals(is.intent())) {
            changes.add("Changed the intent of " + quoted(rule) + ".");
        }
        if (!was.owner().equals(is.owner())) {
            changes.add(
                    is.owner().isEmpty()
                            ? "Took the owner from " + quoted(rule) + "."
                            : quoted(rule) + " is now owned by " + is.owner() + ".");
        }
        if (!was.ticket().equals(is.ticket())) {
            changes.add("Changed the ticket of " + quoted(rule) + " to \u201c" + is.ticket() + "\u201d.");
        }
        if (!was.examples().equals(is.examples())) {
            changes.add("Changed the examples of " + quoted(rule) + ": " + ExampleWords.of(is.examples()) + ".");
        }
    }

    private static String status(Rule rule) {
        return switch (rule.status()) {
            case REVIEW -> "Put " + quoted(rule) + " up for review.";
            case RETIRED -> "Retired " + quoted(rule) + ".";
            case ACTIVE -> "Activated " + quoted(rule) + ".";
            case PAUSED -> "Paused " + quoted(rule) + ".";
            case DRAFT -> "Made " + quoted(rule) + " a draft.";
        };
    }

    /// Only rules that changed their place among those both versions have, and as few of them as explain the order.
    private static void moved(List<Rule> before, List<Rule> after, List<String> changes) {
        List<RuleId> now = after.stream().map(Rule::id).toList();
        List<RuleId> order = new ArrayList<>(
                before.stream().map(Rule::id).filter(now::contains).toList());
        List<RuleId> wanted = now.stream().filter(order::contains).toList();
        List<RuleId> still = longestCommon(order, wanted);
        for (Rule rule : after) {
            if (order.contains(rule.id()) && !still.contains(rule.id())) {
                changes.add("Moved " + quoted(rule) + " to place " + (now.indexOf(rule.id()) + 1) + ".");
            }
        }
    }

    private static List<RuleId> longestCommon(List<RuleId> a, List<RuleId> b) {
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                length[i][j] = a.get(i).equals(b.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        List<RuleId> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            if (a.get(i).equals(b.get(j))) {
                common.add(a.get(i));
                i++;
                j++;
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    private static Map<RuleId, Rule> byId(List<Rule> rules) {
        Map<RuleId, Rule> byId = new LinkedHashMap<>();
        rules.forEach(rule -> byId.put(rule.id(), rule));
        return byId;
    }

    private static String quoted(Rule rule) {
        return "\u201c" + rule.name() + "\u201d";
    }
}
