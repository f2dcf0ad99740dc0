package app.attune.decider;

import app.attune.decider.ServerDecision.Trace;
import app.attune.decider.ServerRule.Treatment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides with nothing but a bundle: what a server does, written a second time and on purpose.
///
/// Read once with [#load(Path)] and asked by any number of threads at once: everything in it is fixed when it is made,
/// and what a decision is worked out on belongs to one thread at a time. The same request gives the same decision, on
/// every machine and at any time; the time it is asked for is part of the request. To serve another bundle, load it and
/// replace the reference.
public final class BundleDecider {
    private static final Optional<String> SWITCHED_OFF = Optional.of("SWITCHED_OFF");
    private static final Optional<String> HOLDOUT = Optional.of("HOLDOUT");
    private static final DenseModel EMPTY = new DenseModel.Empty();

    private final BundleIdentity identity;
    private final List<String> segments;
    private final List<ServerCondition> conditions;
    private final ServerRuleSet ruleSet;
    private final List<RulePlan> plans;
    private final Map<String, DenseModel> models = new HashMap<>();
    private final Map<String, Map<String, String>> itemAttributes;
    private final ItemIndex items;
    private final Sheets sheets;

    /// Reads a bundle: its folder, or its folder in a `.zip` file. Whether it is whole and decides what it says is the
    /// question of [BundleVerifier#verify(Path)], to be asked first.
    ///
    /// @throws BundleException if it can't be read or used; it names the file and the place
    public static BundleDecider load(Path bundle) {
        return of(BundleFolder.open(bundle));
    }

    /// @throws BundleException if the files can't be used; it names the file and the place
    public static BundleDecider of(BundleFolder folder) {
        return new BundleDecider(BundleContents.read(folder), BundleIdentity.read(folder));
    }

    private BundleDecider(BundleContents contents, BundleIdentity identity) {
        this.identity = identity;
        this.segments = List.copyOf(contents.segments().keySet());
        this.conditions = List.copyOf(contents.segments().values());
        this.ruleSet = contents.rules();
        this.itemAttributes = contents.items();
        this.items = new ItemIndex(contents.itemsSpokenOf());
        this.plans = plans(contents);
        contents.models().forEach((kind, model) -> models.put(kind, model.dense(items)));
        this.sheets = new Sheets(() -> new Sheet(items, contents.slots(), segments.size(), ruleSet.length()));
    }

    private BundleDecider(BundleDecider other, ServerRuleSet ruleSet) {
        this.identity = other.identity;
        this.segments = other.segments;
        this.conditions = other.conditions;
        this.ruleSet = ruleSet;
        this.itemAttributes = other.itemAttributes;
        this.items = other.items;
        this.plans = other.plans;
        this.models.putAll(other.models);
        this.sheets = other.sheets;
    }

    /// The same bundle as if its own switch were pulled: no rule but Exclude takes part. Both decide on the same memory.
    public BundleDecider withRulesOff() {
        return new BundleDecider(this, ruleSet.switchedOff());
    }

    private List<RulePlan> plans(BundleContents contents) {
        List<RulePlan> made = new ArrayList<>();
        for (ServerRule rule : ruleSet.rules()) {
            made.add(RulePlan.of(rule, made.size(), segments.indexOf(rule.segment()), contents, items));
        }
        return List.copyOf(made);
    }

    private record Source(DenseModel model, String reason) {
        boolean isFallback() {
            return reason.equals("FALLBACK") || reason.equals("DISABLED");
        }
    }

    /// The rules that match, sorted by what they do.
    private static final class Matching {
        private final List<RulePlan> onItems = new ArrayList<>(0);
        private final Trace[] traces;
        private Optional<RulePlan> recommend = Optional.empty();
        private Optional<RulePlan> offer = Optional.empty();

        Matching(int rules) {
            traces = new Trace[rules];
        }

        void add(RulePlan rule) {
            switch (rule.rule().then()) {
                case Treatment.Recommend ignored -> recommend = first(recommend, rule);
                case Treatment.Offer ignored -> offer = first(offer, rule);
                case Treatment.Scale ignored -> onItems.add(rule);
                case Treatment.Pin ignored -> onItems.add(rule);
                case Treatment.Exclude ignored -> onItems.add(rule);
            }
        }

        private Optional<RulePlan> first(Optional<RulePlan> winner, RulePlan rule) {
            traces[rule.at()] = winner.isPresent()
                    ? Trace.lost(rule.rule(), "EARLIER_RULE", winner.get().rule())
                    : rule.ends().fired();
            return winner.isPresent() ? winner : Optional.of(rule);
        }
    }

    /// Which bundle this is.
    public BundleIdentity identity() {
        return identity;
    }

    /// What a user gets. Items the bundle doesn't know and attributes and features it doesn't ask for change nothing; a
    /// value of another kind than the bundle says counts as missing. Never fails for what a profile holds.
    public ServerDecision decide(ServerRequest request) {
        Optional<Sheet> taken = sheets.take();
        Sheet sheet = taken.orElseThrow();
        ServerDecision decision = decide(request, sheet);
        sheet.clean();
        sheets.giveBack(taken);
        return decision;
    }

    private ServerDecision decide(ServerRequest request, Sheet sheet) {
        ServerProfile profile = request.profile();
        List<String> memberOf = memberOf(profile, sheet);
        boolean refused = !ruleSet.consent().allows(profile);
        Optional<String> off = off(request.user(), refused);
        Matching matching = matching(request, sheet, refused, off);
        Source source = refused ? popular(sheet) : source(matching.recommend, profile, sheet);
        if (matching.recommend.isPresent() && !source.reason().equals("TARGETING_MATCH")) {
            RulePlan rule = matching.recommend.get();
            matching.traces[rule.at()] = rule.ends().noCandidates();
        }
        ListMaking making = new ListMaking(sheet, items, plans);
        making.apply(matching.onItems, matching.traces);
        return new ServerDecision(
                memberOf,
                source.reason(),
                source.model().kind(),
                making.list(ruleSet.length(), source.model(), source.isFallback() ? "fallback" : "model"),
                matching.offer.flatMap(BundleDecider::offer),
                List.of(matching.traces),
                off);
    }

    private List<String> memberOf(ServerProfile profile, Sheet sheet) {
        sheet.row.fill(profile);
        int count = 0;
        for (int segment = 0; segment < sheet.memberOf.length; segment++) {
            sheet.memberOf[segment] = conditions.get(segment).holds(sheet.row);
            count += sheet.memberOf[segment] ? 1 : 0;
        }
        String[] ids = new String[count];
        for (int segment = sheet.memberOf.length - 1; count > 0; segment--) {
            if (sheet.memberOf[segment]) {
                ids[--count] = segments.get(segment);
            }
        }
        return List.of(ids);
    }

    private Optional<String> off(String user, boolean refused) {
        if (ruleSet.policy().switchedOff()) {
            return SWITCHED_OFF;
        }
        return !refused && ruleSet.policy().holdout().has(user) ? HOLDOUT : Optional.empty();
    }

    private Matching matching(ServerRequest request, Sheet sheet, boolean refused, Optional<String> off) {
        Matching matching = new Matching(plans.size());
        for (int at = 0; at < matching.traces.length; at++) {
            RulePlan plan = plans.get(at);
            ServerRule rule = plan.rule();
            boolean shields = plan.shields();
            if (!rule.active()) {
                matching.traces[at] = plan.ends().status();
            } else if (!rule.schedule().runs(request.at())) {
                matching.traces[at] = plan.ends().schedule();
            } else if (ruleSet.policy().switchedOff() && !shields) {
                matching.traces[at] = plan.ends().switchedOff();
            } else if (!sheet.memberOf[plan.segment()]) {
                matching.traces[at] = plan.ends().segment();
            } else if (!rule.context().passes(request.context(), itemAttributes)) {
                matching.traces[at] = plan.ends().context();
            } else if (!rule.rollout().has(request.user())) {
                matching.traces[at] = plan.ends().rollout();
            } else if (refused && !shields) {
                matching.traces[at] = plan.ends().refused();
            } else if (off.isPresent() && !shields) {
                matching.traces[at] = plan.ends().holdout();
            } else {
                matching.add(plan);
            }
        }
        return matching;
    }

    /// Of somebody who refused, whose history is not looked at.
    private Source popular(Sheet sheet) {
        DenseModel fallback = models.getOrDefault(ruleSet.fallbackModel(), EMPTY);
        fallback.score(sheet);
        return new Source(sheet.hasCandidates() ? fallback : EMPTY, "DISABLED");
    }

    /// The first model of the chain that has a candidate.
    private Source source(Optional<RulePlan> recommend, ServerProfile profile, Sheet sheet) {
        sheet.remember(profile.history());
        String wanted = recommend.isPresent() && recommend.get().rule().then() instanceof Treatment.Recommend rule
                ? rule.model()
                : ruleSet.defaultModel();
        if (hasCandidates(wanted, sheet)) {
            return new Source(
                    models.getOrDefault(wanted, EMPTY), recommend.isPresent() ? "TARGETING_MATCH" : "RECOMMENDER");
        }
        for (String next : ruleSet.laterModels()) {
            if (!next.equals(wanted) && hasCandidates(next, sheet)) {
                return new Source(models.getOrDefault(next, EMPTY), "FALLBACK");
            }
        }
        EMPTY.score(sheet);
        return new Source(EMPTY, "DEFAULT");
    }

    private boolean hasCandidates(String kind, Sheet sheet) {
        models.getOrDefault(kind, EMPTY).score(sheet);
        return sheet.hasCandidates();
    }

    private static Optional<ServerDecision.Offer> offer(RulePlan plan) {
        return plan.rule().then() instanceof Treatment.Offer offer
                ? Optional.of(new ServerDecision.Offer(plan.rule().id(), offer.code(), offer.text()))
                : Optional.empty();
    }
}
