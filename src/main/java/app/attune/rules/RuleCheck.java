package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds rules that cannot work, and rules that never will.
public final class RuleCheck {
    private final RulePolicy policy;
    private final List<Rule> rules;
    private final RuleBasis basis;
    private final OtherTimes otherTimes;
    private final List<RuleFinding> findings = new ArrayList<>();

    private RuleCheck(RuleProgram program, RuleBasis basis, Progress progress) {
        this.policy = program.policy();
        this.rules = program.rules();
        this.basis = basis;
        this.otherTimes = new OtherTimes(program, basis, progress);
    }

    /// In the order of the rules.
    ///
    /// @param reach of the same rules, from [RuleImpact]
    public static List<RuleFinding> of(List<Rule> rules, RuleBasis basis, List<RuleReach> reach) {
        return of(RuleProgram.of(rules), basis, reach, Progress.none());
    }

    /// The same under a policy. Whether a rule that wins for nobody at the time of the basis wins later, when schedules
    /// begin or end, costs a [RuleImpact] for each such time.
    public static List<RuleFinding> of(RuleProgram program, RuleBasis basis, List<RuleReach> reach, Progress progress) {
        List<Rule> rules = program.rules();
        RuleCheck check = new RuleCheck(program, basis, progress);
        ExampleCheck examples = new ExampleCheck(program, basis);
        for (int i = 0; i < rules.size(); i++) {
            check.rule(rules.get(i));
            check.weight(rules.get(i));
            check.duplicate(i);
            check.reach(i, reach.get(i));
            check.cappedExclude(rules.get(i));
            check.findings.addAll(examples.of(rules.get(i)));
        }
        return List.copyOf(check.findings);
    }

    /// The rules of which it is not said why they exist or who answers for them; retired ones need not say it.
    public static List<Rule> undocumented(List<Rule> rules) {
        return rules.stream()
                .filter(rule ->
                        rule.status() != Rule.Status.RETIRED && !rule.about().isDocumented())
                .toList();
    }

    /// What keeps this rule from working, whatever the others say.
    public static List<RuleFinding> broken(Rule rule, RuleBasis basis) {
        RuleCheck check = new RuleCheck(RuleProgram.of(List.of(rule)), basis, Progress.none());
        check.rule(rule);
        return check.findings.stream()
                .filter(finding -> finding.severity() == RuleFinding.Severity.BROKEN)
                .toList();
    }

    private void rule(Rule rule) {
        findings.addAll(SegmentDoubt.of(rule, basis));
        schedule(rule);
        rule.limits().context().contains().ifPresent(items -> items(rule, items));
        switch (rule.treatment()) {
            case Treatment.Recommend recommend -> {
                models(rule, recommend);
                trigger(rule, recommend);
            }
            case Treatment.Boost boost -> items(rule, boost.items());
            case Treatment.Bury bury -> items(rule, bury.items());
            case Treatment.Exclude exclude -> items(rule, exclude.items());
            case Treatment.Pin pin -> item(rule, pin.item());
            case Treatment.Offer ignored -> {}
        }
    }

    private void models(Rule rule, Treatment.Recommend recommend) {
        boolean any = recommend.models().stream().anyMatch(basis.models()::contains);
        for (String model : recommend.models()) {
            if (!basis.models().contains(model)) {
                findings.add(any ? skipped(rule, model) : notTrained(rule, model));
            }
        }
    }

    private void trigger(Rule rule, Treatment.Recommend recommend) {
        if (recommend.seed() == Treatment.Seed.TRIGGER
                && basis.segment(rule.segment()).isPresent()
                && basis.trigger(rule.segment()).isEmpty()) {
            findings.add(RuleFinding.broken(
                    rule,
                    "rules.no-trigger",
                    quoted(rule) + " starts from the item of its trigger, but " + basis.segmentName(rule.segment())
                            + " does not ask for the most events of one item.",
                    "Add such a row to the segment, or let the rule look at all that users did."));
        }
    }

    private static RuleFinding notTrained(Rule rule, String model) {
        return RuleFinding.broken(
                rule,
                "rules.model-not-trained",
                quoted(rule) + " recommends from " + ModelWords.name(model) + ", which is not trained.",
                "Train it under Models, or choose another model; until then users get the default model.");
    }

    private static RuleFinding skipped(Rule rule, String model) {
        return RuleFinding.doubtful(
                rule,
                "rules.model-skipped",
                quoted(rule) + " names the model " + ModelWords.name(model)
                        + ", which is not trained and so is skipped.",
                "Train it under Models, or take it out of the rule.");
    }

    private void weight(Rule rule) {
        if (rule.weight().isPresent() && !policy.hitPolicy().isByWeight()) {
            findings.add(RuleFinding.doubtful(
                    rule,
                    "rules.weight-ignored",
                    quoted(rule) + " has the weight " + rule.weight().getAsInt() + ", which says nothing, as rules act "
                            + HitPolicyWords.name(policy.hitPolicy()) + ".",
                    "Let rules act by weight, or take the weight out."));
        }
    }

    private void items(Rule rule, ItemSelector selector) {
        switch (selector) {
            case ItemSelector.Items items -> {
                items.items().forEach(item -> item(rule, item));
                if (items.items().isEmpty()) {
                    nothingSelected(rule);
                }
            }
            case ItemSelector.WithAttribute with -> attribute(rule, with);
        }
    }

    private void attribute(Rule rule, ItemSelector.WithAttribute with) {
        if (!basis.catalogue().attributes().contains(with.attribute())) {
            findings.add(RuleFinding.broken(
                    rule,
                    "rules.unknown-attribute",
                    quoted(rule) + " asks for the item attribute " + with.attribute() + ", which the catalogue lacks.",
                    "Choose another attribute, or import a catalogue that has it."));
        } else if (basis.catalogue().items().stream().noneMatch(item -> with.selects(item, basis.catalogue()))) {
            nothingSelected(rule);
        }
    }

    private void nothingSelected(Rule rule) {
        findings.add(RuleFinding.broken(
                rule,
                "rules.no-items",
                quoted(rule) + " selects no item of the catalogue.",
                "Choose items or values that exist."));
    }

    private void item(Rule rule, ItemId item) {
        if (!basis.catalogue().contains(item)) {
            findings.add(RuleFinding.broken(
                    rule,
                    "rules.unknown-item",
                    quoted(rule) + " names the item " + item + ", which is in no event and not in the catalogue.",
                    "Correct the item id, or import the item first."));
        }
    }

    private void duplicate(int i) {
        Rule rule = rules.get(i);
        rules.subList(0, i).stream()
                .filter(earlier -> earlier.segment().equals(rule.segment())
                        && earlier.treatment().equals(rule.treatment())
                        && earlier.limits().equals(rule.limits()))
                .findFirst()
                .ifPresent(earlier -> findings.add(RuleFinding.doubtful(
                        rule,
                        "rules.duplicate",
                        quoted(rule) + " says the same as " + quoted(earlier) + ".",
                        "Delete one of the two.")));
    }

    private void cappedExclude(Rule rule) {
        rule.limits()
                .cap()
                .filter(cap -> rule.treatment() instanceof Treatment.Exclude)
                .ifPresent(cap -> findings.add(RuleFinding.doubtful(
                        rule,
                        "rules.capped-exclude",
                        quoted(rule) + " stops hiding its items once it did so often enough: " + CapWords.of(cap) + ".",
                        "Take its cap away if the items are never to be shown.")));
    }

    private void reach(int ruleIdx, RuleReach reach) {
        Rule rule = rules.get(ruleIdx);
        boolean unknown =
                basis.segment(rule.segment()).isEmpty() || !basis.audiences().containsKey(rule.segment());
        if (!rule.isActive() || unknown) {
            return;
        }
        if (!rule.limits().schedule().isRunning(basis.at())) {
            notRunning(rule);
            return;
        }
        if (isSwitchedOff(rule)) {
            return;
        }
        if (reach.matched() == 0) {
            findings.add(RuleFinding.doubtful(
                    rule,
                    "rules.no-users",
                    quoted(rule) + " matches no user: " + whyNobody(rule),
                    "Check the segment's condition and the rule's limits."));
        } else if (reach.won() == 0 && !otherTimes.wins(ruleIdx) && !isLostToCapped(reach)) {
            reach.mainWinner().ifPresent(winner -> findings.add(shadowed(rule, reach, winner)));
        }
    }

    /// To a rule that leaves its users to others once it was shown often enough.
    private boolean isLostToCapped(RuleReach reach) {
        return rules.stream()
                .anyMatch(other -> reach.lostTo().containsKey(other.id())
                        && other.limits().cap().isPresent());
    }

    /// By the kill switch, so that its counts say nothing of the rule.
    private boolean isSwitchedOff(Rule rule) {
        return policy.isSwitchedOff() && !(rule.treatment() instanceof Treatment.Exclude);
    }

    private void notRunning(Rule rule) {
        Schedule schedule = rule.limits().schedule();
        if (runs(schedule) && !schedule.runsAfter(basis.at())) {
            boolean ended =
                    schedule.end().filter(end -> !basis.at().isBefore(end)).isPresent();
            findings.add(RuleFinding.doubtful(
                    rule,
                    "rules.schedule-over",
                    quoted(rule) + " never runs again: "
                            + (ended
                                    ? "its schedule ended before " + basis.at() + "."
                                    : "from " + basis.at() + " to its end there is none of its days and hours."),
                    "Give it another end, or retire it."));
        }
    }

    private void schedule(Rule rule) {
        Schedule schedule = rule.limits().schedule();
        if (!runs(schedule)) {
            findings.add(RuleFinding.broken(
                    rule,
                    "rules.never-runs",
                    quoted(rule) + " never runs: between its start and its end there is none of its days and hours.",
                    "Give it another end, or other days and hours."));
        }
    }

    /// Ever, be it in the past.
    private boolean runs(Schedule schedule) {
        return schedule.running(schedule.start().orElse(basis.at())).isPresent();
    }

    private String whyNobody(Rule rule) {
        return basis.audience(rule.segment()).isEmpty()
                ? basis.segmentName(rule.segment()) + " is empty."
                : "its limits leave nobody of " + basis.segmentName(rule.segment()) + ".";
    }

    private RuleFinding shadowed(Rule rule, RuleReach reach, RuleId winner) {
        String name = rules.stream()
                .filter(candidate -> candidate.id().equals(winner))
                .findFirst()
                .map(RuleCheck::quoted)
                .orElse(winner.value());
        String users = String.format(Locale.ENGLISH, "%,d", reach.matched());
        return RuleFinding.doubtful(
                rule,
                "rules.shadowed",
                quoted(rule) + " never wins: it matches " + users + " users and loses all of them, "
                        + (reach.lostTo().size() > 1 ? "most to " : "to ") + name + ".",
                policy.hitPolicy().isByWeight()
                        ? "Give it more weight than " + name + ", or delete it."
                        : "Move it above " + name + ", or delete it.");
    }

    private static String quoted(Rule rule) {
        return "\u201c" + rule.name() + "\u201d";
    }
}
