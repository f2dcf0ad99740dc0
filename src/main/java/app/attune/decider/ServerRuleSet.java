package app.attune.decider;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Everything of `rules.json` that decisions follow from.
///
/// @param length        most items of a list
/// @param defaultModel  asked when no rule names another
/// @param fallbackModel asked when all others have nothing, and of users who refused
/// @param policy        what holds for all rules
/// @param rules         in order, the first has the highest priority
record ServerRuleSet(
        int length,
        String defaultModel,
        String fallbackModel,
        Agreement consent,
        Policy policy,
        List<ServerRule> rules) {
    /// Users whose attribute has this value, letter case aside, may be personalised; users without one if `missing`.
    record Agreement(String attribute, String granted, boolean missing) {
        boolean allows(ServerProfile profile) {
            Object said = profile.attributes().get(attribute);
            return said == null ? missing : said instanceof String text && text.equalsIgnoreCase(granted);
        }
    }

    /// What holds for all rules: who gets none but Exclude, whether nobody does, which of those that match act, and
    /// what
    /// limits every list.
    record Policy(Bucket holdout, boolean switchedOff, Hits hits, List<ServerLimit> limits) {}

    /// Which of the rules that match act.
    enum Hits {
        IN_ORDER("rule-order"),
        FIRST_ONLY("first"),
        BY_WEIGHT("priority"),
        ALL_OFFERS("collect");

        private final String word;

        Hits(String word) {
            this.word = word;
        }

        static Hits read(Fields decision) {
            String said = decision.has("hitPolicy") ? decision.text("hitPolicy") : IN_ORDER.word;
            for (Hits hits : values()) {
                if (hits.word.equals(said)) {
                    return hits;
                }
            }
            throw decision.malformed("the hit policy \"" + said + "\" is not known");
        }
    }

    /// The places of the rules, from 0, as they act one after the other.
    List<Integer> acting() {
        List<Integer> acting =
                new ArrayList<>(IntStream.range(0, rules.size()).boxed().toList());
        if (policy.hits() == Hits.BY_WEIGHT) {
            acting.sort((one, other) ->
                    Integer.compare(rules.get(other).weight(), rules.get(one).weight()));
        }
        return acting;
    }

    /// As if the switch were pulled.
    ServerRuleSet switchedOff() {
        Policy off = new Policy(policy.holdout(), true, policy.hits(), policy.limits());
        return new ServerRuleSet(length, defaultModel, fallbackModel, consent, off, rules);
    }

    /// Those asked after the ones that a rule names, in order.
    List<String> usualModels() {
        return List.of(defaultModel, fallbackModel);
    }

    static ServerRuleSet read(Fields file, Set<String> segments) {
        file.requireFormat();
        Fields decision = file.object("decision");
        int length = decision.whole("listLength");
        if (length < 1 || length > 1000) {
            throw decision.malformed("the length " + length + " is not from 1 to 1,000");
        }
        Fields consent = decision.object("consent");
        List<ServerRule> rules = file.objects("rules", rule -> ServerRule.read(rule, segments));
        Set<String> ids = new HashSet<>();
        for (ServerRule rule : rules) {
            if (!ids.add(rule.id())) {
                throw file.malformed("the rule id \"" + rule.id() + "\" is there twice");
            }
        }
        return new ServerRuleSet(
                length,
                decision.text("defaultModel"),
                decision.text("fallbackModel"),
                new Agreement(consent.text("attribute"), consent.text("granted"), missing(consent)),
                new Policy(
                        Bucket.read(decision, "holdout", 0, "holdout"),
                        decision.flag("switchedOff"),
                        Hits.read(decision),
                        ServerLimit.read(decision)),
                rules);
    }

    private static boolean missing(Fields consent) {
        String word = consent.text("missing");
        if (!word.equals("allowed") && !word.equals("refused")) {
            throw consent.malformed("\"" + word + "\" is neither allowed nor refused");
        }
        return word.equals("allowed");
    }
}
