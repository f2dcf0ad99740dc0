package app.attune.export;

import app.attune.core.ItemId;
import app.attune.core.Seeds;
import app.attune.core.UserId;
import app.attune.decide.Consent;
import app.attune.decide.DecidedItem;
import app.attune.decide.Decision;
import app.attune.decide.DecisionInput;
import app.attune.decide.ProfileDesk;
import app.attune.recommend.HistoryItem;
import app.attune.rules.CapEdges;
import app.attune.rules.ContextWitness;
import app.attune.rules.LimitWords;
import app.attune.rules.ListLimit;
import app.attune.rules.RequestContext;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.RuleTrace;
import app.attune.rules.Treatment;
import app.attune.segments.Profile;
import app.attune.segments.SegmentDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/// Chooses the profiles whose decisions prove a bundle: members of every segment, values at and beside every limit,
/// missing values, refusals, both sides of every rollout, of the holdout, of the edges of every schedule, of every
/// context, of every cap and of every limit of the list, odd histories, and users at random.
/// Profiles carry no user id and no other attribute
/// than conditions ask for.
final class GoldenChoice {
    static final int LEAST = 240;
    private static final int MEMBERS = 6;
    private static final int LONGEST = 4_000;
    private static final int SHOWN = 3;
    private static final int TRIED = 60;
    private static final String UNKNOWN = "\u00e9 an item nobody knows";
    private static final int LIMIT_SIDES = 3;
    private static final int SHORT_HISTORIES = 4;

    /// @param why it was chosen, in words
    record Chosen(String why, DecisionInput input) {}

    private static final UserId ANYBODY = GoldenUsers.line(0);

    private final ProfileDesk desk;
    private final GoldenUsers users;
    private final SplittableRandom random;
    private final List<Chosen> chosen = new ArrayList<>();
    private final Set<Integer> drawn = new HashSet<>();

    private GoldenChoice(ProfileDesk desk, long seed) {
        this.desk = desk;
        this.users = new GoldenUsers(desk.setup().program().policy());
        this.random = Seeds.stream(seed, "golden profiles");
    }

    static List<Chosen> of(ProfileDesk desk, long seed) {
        GoldenChoice choice = new GoldenChoice(desk, seed);
        choice.add("nothing is known", choice.nothing());
        if (desk.basis().users() > 0) {
            desk.segments().forEach(choice::segment);
            desk.setup().rules().forEach(choice::rule);
            choice.listLimits();
            choice.holdout();
            choice.refusals();
            choice.oddHistories();
            while (choice.chosen.size() < LEAST) {
                choice.sampled();
            }
        }
        return choice.chosen.subList(0, Math.min(choice.chosen.size(), LONGEST));
    }

    /// Of an invented user, whoever the profile is of.
    private void add(String why, DecisionInput input) {
        add(why, input, GoldenUsers.line(chosen.size() + 1));
    }

    private void add(String why, DecisionInput input, UserId user) {
        chosen.add(new Chosen(why, input.with(user)));
    }

    private DecisionInput nothing() {
        return new DecisionInput(
                ANYBODY,
                new Profile(Map.of(), Map.of()),
                List.of(),
                desk.setup().asOf(),
                RequestContext.none());
    }

    private int draw() {
        return random.nextInt(desk.basis().users());
    }

    private void segment(SegmentDefinition segment) {
        int[] members = desk.members(segment.id());
        for (int i = 0; i < Math.min(MEMBERS, members.length); i++) {
            add("member of " + segment.id(), desk.input(members[random.nextInt(members.length)]));
        }
        DecisionInput inside = desk.input(members.length == 0 ? draw() : members[random.nextInt(members.length)]);
        DecisionInput anybody = desk.input(draw());
        for (DecisionInput base : List.of(inside, anybody, nothing())) {
            desk.shape()
                    .boundaries(segment.condition(), base.profile())
                    .forEach(near -> add("boundary of " + segment.id(), base.with(near)));
        }
    }

    /// Decisions that show what a rule does: only those can tell that it was changed. Short histories help, since they
    /// make short lists in which buried items stay visible.
    private void rule(Rule rule) {
        int[] members = rule.isActive() ? desk.members(rule.segment()) : new int[0];
        Optional<UserId> user = users.inside(rule);
        if (members.length == 0 || user.isEmpty()) {
            return;
        }
        ContextWitness witness = new ContextWitness(rule.limits().context(), desk.catalogue());
        DecisionInput anyMember = meant(rule, witness, desk.input(members[random.nextInt(members.length)]));
        limits(rule, witness, anyMember.with(user.get()));
        int shown = 0;
        for (int i = 0; i < Math.min(TRIED, members.length) && shown < SHOWN; i++) {
            DecisionInput member = desk.input(members[random.nextInt(members.length)]);
            Optional<DecisionInput> showing = variants(meant(rule, witness, member.with(user.get()))).stream()
                    .filter(variant -> shows(rule, desk.decide(variant)))
                    .findFirst();
            if (showing.isPresent()) {
                add("shows " + rule.id(), showing.get(), user.get());
                shown++;
            }
        }
    }

    /// At a time and in a request the rule is for.
    private DecisionInput meant(Rule rule, ContextWitness witness, DecisionInput input) {
        Instant asOf = desk.setup().asOf();
        return input.at(rule.limits().schedule().running(asOf).orElse(asOf)).in(witness.fitting());
    }

    /// Decisions at both sides of everything that narrows a rule.
    private void limits(Rule rule, ContextWitness witness, DecisionInput member) {
        witness.near().forEach(near -> add("near the context of " + rule.id(), member.in(near), member.user()));
        rule.limits()
                .schedule()
                .edges(desk.setup().asOf())
                .forEach(near -> add("at an edge of the schedule of " + rule.id(), member.at(near), member.user()));
        Instant time = CapEdges.time(rule, member.at());
        CapEdges.of(rule, time)
                .forEach(shown -> add(
                        "at the cap of " + rule.id(),
                        member.at(time).in(member.context().with(shown)),
                        member.user()));
        seeds(rule, member);
        users.edge(rule).forEach(near -> add("at the edge of the rollout of " + rule.id(), member, near));
        users.heldOut().ifPresent(held -> add("held out from " + rule.id(), member, held));
    }

    /// Without the item that a recommendation starts from, with one nobody knows, and with others.
    private void seeds(Rule rule, DecisionInput member) {
        boolean seeded =
                rule.treatment() instanceof Treatment.Recommend recommend && recommend.seed() == Treatment.Seed.TRIGGER;
        desk.seed(rule.segment()).filter(name -> seeded).ifPresent(name -> {
            List<Optional<String>> items = new ArrayList<>(List.of(Optional.empty(), Optional.of(UNKNOWN)));
            member.history().stream()
                    .limit(SHORT_HISTORIES)
                    .forEach(item -> items.add(Optional.of(item.item().value())));
            desk.catalogue().items().stream()
                    .limit(SHORT_HISTORIES)
                    .forEach(item -> items.add(Optional.of(item.value())));
            for (Optional<String> item : items) {
                add("at the seed of " + rule.id(), member.with(member.profile().withItem(name, item)), member.user());
            }
        });
    }

    private static List<DecisionInput> variants(DecisionInput input) {
        List<DecisionInput> variants = new ArrayList<>(List.of(input));
        input.history().stream().limit(SHORT_HISTORIES).forEach(item -> variants.add(input.with(List.of(item))));
        return variants;
    }

    private static boolean shows(Rule rule, Decision decision) {
        Optional<RuleId> id = Optional.of(rule.id());
        boolean onList = decision.items().stream().anyMatch(item -> item.rule().equals(id));
        boolean fired = decision.rules().stream()
                .anyMatch(trace -> trace.rule().equals(rule.id()) && trace.verdict() == RuleTrace.Verdict.FIRED);
        return switch (rule.treatment()) {
            case Treatment.Boost ignored -> onList;
            case Treatment.Bury ignored -> onList;
            case Treatment.Pin ignored -> onList;
            case Treatment.Exclude ignored -> fired;
            case Treatment.Offer ignored -> fired;
            case Treatment.Recommend ignored -> fired;
        };
    }

    /// Lists that without limits would have fewer items of a kind than one allows, just as many, and more.
    private void listLimits() {
        List<ListLimit> limits = desk.setup().program().policy().listLimits();
        if (!limits.isEmpty()) {
            ProfileDesk free = desk.withoutLimits();
            limits.forEach(limit -> listLimit(limit, free));
        }
    }

    private void listLimit(ListLimit limit, ProfileDesk free) {
        Set<String> found = new HashSet<>();
        for (int i = 0; i < TRIED && found.size() < LIMIT_SIDES; i++) {
            DecisionInput input = desk.input(draw());
            for (DecisionInput variant : variants(input)) {
                String side = side(limit, free.decide(variant));
                if (found.add(side)) {
                    add(side + " the limit of " + LimitWords.of(limit), variant);
                }
            }
        }
    }

    private String side(ListLimit limit, Decision decision) {
        List<ItemId> items = decision.items().stream().map(DecidedItem::item).toList();
        int more = Integer.compare(limit.fullest(items, desk.catalogue()), limit.most());
        return more < 0 ? "below" : more == 0 ? "at" : "above";
    }

    private void holdout() {
        users.edge().forEach(near -> add("at the edge of the holdout", desk.input(draw()), near));
    }

    private void refusals() {
        for (int i = 0; i < MEMBERS; i++) {
            DecisionInput input = desk.input(draw());
            Profile refusing = input.profile().withAttribute(Consent.ATTRIBUTE, Optional.of(Consent.DENIED));
            add("refused personalisation", input.with(refusing));
            Profile unknown = input.profile().withAttribute(Consent.ATTRIBUTE, Optional.empty());
            add("nothing is known of consent", input.with(unknown));
        }
    }

    private void oddHistories() {
        for (int i = 0; i < MEMBERS; i++) {
            DecisionInput input = desk.input(draw());
            add("no history", input.with(List.of()));
            add("history with an unknown item", input.with(withUnknown(input.history())));
        }
    }

    private static List<HistoryItem> withUnknown(List<HistoryItem> history) {
        List<HistoryItem> longer = new ArrayList<>(history);
        longer.add(new HistoryItem(new ItemId(UNKNOWN), 1));
        return longer;
    }

    private void sampled() {
        int userIdx = draw();
        DecisionInput input = desk.input(userIdx);
        if (drawn.add(userIdx)) {
            add("sampled", input);
        } else {
            add(
                    "sampled, half the history",
                    input.with(input.history().subList(0, input.history().size() / 2)));
        }
    }
}
