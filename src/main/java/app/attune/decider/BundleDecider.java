package app.attune.decider;

import app.attune.decider.ServerDecision.Trace;
import app.attune.decider.ServerDecision.Tried;
import app.attune.decider.ServerRule.Treatment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

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
    private final List<RulePlan> acting;
    private final Map<String, DenseModel> models = new HashMap<>();
    private final Map<String, Map<String, String>> itemAttributes;
    private final ItemIndex items;
    private final List<LimitPlan> limits;
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

    /// Of a bundle that is not written: without a manifest and without an identity.
    ///
    /// @param texts rules, segments, features, items and models by the names of their files
    /// @throws BundleException if they can't be used; it names the file and the place
    public static BundleDecider unwritten(SortedMap<String, String> texts) {
        return new BundleDecider(BundleContents.read(BundleFolder.of(texts)), new BundleIdentity("", 0, "", ""));
    }

    private BundleDecider(BundleContents contents, BundleIdentity identity) {
        this.identity = identity;
        this.segments = List.copyOf(contents.segments().keySet());
        this.conditions = List.copyOf(contents.segments().values());
        this.ruleSet = contents.rules();
        this.itemAttributes = contents.items();
        this.items = new ItemIndex(contents.itemsSpokenOf());
        this.limits = ruleSet.policy().limits().stream()
                .map(limit -> new LimitPlan(limit, itemAttributes, items))
                .toList();
        this.plans = plans(contents);
        this.acting = ruleSet.acting().stream().map(at -> plans.get(at)).toList();
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
        this.limits = other.limits;
        this.plans = other.plans;
        this.acting = other.acting;
        this.models.putAll(other.models);
        this.sheets = other.sheets;
    }

    /// The same bundle as if its own switch were pulled: no rule but Exclude takes part. Both decide on the same
    /// memory.
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

    /// @param tried of the models that a rule names
    private record Source(DenseModel model, String reason, List<Tried> tried) {
        boolean isFallback() {
            return reason.equals("FALLBACK") || reason.equals("DISABLED");
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
        Source source = refused ? popular(sheet) : source(matching.recommend(), profile, sheet);
        matching.recommend().ifPresent(rule -> matching.traces[rule.at()] = end(rule, source));
        ListMaking making = new ListMaking(sheet, items, plans, limits);
        making.apply(matching.onItems, matching.traces);
        return new ServerDecision(
                memberOf,
                source.reason(),
                source.model().kind(),
                making.list(ruleSet.length(), source.model(), source.isFallback() ? "fallback" : "model"),
                matching.offering.stream()
                        .map(BundleDecider::offer)
                        .flatMap(Optional::stream)
                        .toList(),
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
        Matching matching = new Matching(plans.size(), ruleSet.policy().hits());
        for (RulePlan plan : acting) {
            if (isLeftOut(plan, request, sheet, matching.traces)) {
                continue;
            }
            if (refused && !plan.shields()) {
                matching.traces[plan.at()] = plan.ends().refused();
            } else if (off.isPresent() && !plan.shields()) {
                matching.traces[plan.at()] = plan.ends().holdout();
            } else {
                matching.add(plan);
            }
        }
        return matching;
    }

    /// Whether a rule is not for the request, or not now; its end is then put among the traces.
    private boolean isLeftOut(RulePlan plan, ServerRequest request, Sheet sheet, Trace[] traces) {
        ServerRule rule = plan.rule();
        ServerShown shown = request.context().shown();
        int at = plan.at();
        if (!rule.active()) {
            traces[at] = plan.ends().status();
        } else if (!rule.schedule().runs(request.at())) {
            traces[at] = plan.ends().schedule();
        } else if (ruleSet.policy().switchedOff() && !plan.shields()) {
            traces[at] = plan.ends().switchedOff();
        } else if (!sheet.memberOf[plan.segment()]) {
            traces[at] = plan.ends().segment();
        } else if (!rule.context().passes(request.context(), itemAttributes)) {
            traces[at] = plan.ends().context();
        } else if (!rule.rollout().has(request.user())) {
            traces[at] = plan.ends().rollout();
        } else if (!rule.cap().allows(shown.of(rule.id()), request.at(), shown.visitStart())) {
            traces[at] = plan.ends().capped();
        } else {
            return false;
        }
        return true;
    }

    /// Of somebody who refused, whose history is not looked at.
    private Source popular(Sheet sheet) {
        DenseModel fallback = models.getOrDefault(ruleSet.fallbackModel(), EMPTY);
        fallback.score(sheet);
        return new Source(sheet.hasCandidates() ? fallback : EMPTY, "DISABLED", List.of());
    }

    /// The first model of the chain that has a candidate: those a rule names, then the usual ones.
    private Source source(Optional<RulePlan> recommend, ServerProfile profile, Sheet sheet) {
        Optional<String> seed = recommend.flatMap(BundleDecider::seed);
        boolean blind = seed.isPresent() && !profile.items().containsKey(seed.get());
        sheet.remember(seed.isEmpty() ? profile.history() : blind ? Map.of() : alone(profile, seed.get()));
        List<String> named = recommend.map(BundleDecider::models).orElse(List.of());
        List<Tried> tried = new ArrayList<>(named.size());
        for (String kind : named) {
            if (!blind && hasCandidates(kind, sheet)) {
                tried.add(new Tried(kind, "GAVE"));
                return new Source(models.getOrDefault(kind, EMPTY), "TARGETING_MATCH", tried);
            }
            tried.add(new Tried(kind, models.containsKey(kind) ? "NO_CANDIDATES" : "NOT_TRAINED"));
        }
        if (seed.isPresent()) {
            sheet.forget();
            sheet.remember(profile.history());
        }
        return usual(named, seed.isPresent(), tried, sheet);
    }

    private static Map<String, Double> alone(ServerProfile profile, String seed) {
        return Map.of(profile.items().getOrDefault(seed, ""), 1.0);
    }

    /// @param again whether models that a rule named are asked once more, as they now look at something else
    private Source usual(List<String> named, boolean again, List<Tried> tried, Sheet sheet) {
        String reason = named.isEmpty() ? "RECOMMENDER" : "FALLBACK";
        for (String kind : ruleSet.usualModels()) {
            if ((again || !named.contains(kind)) && hasCandidates(kind, sheet)) {
                return new Source(models.getOrDefault(kind, EMPTY), reason, tried);
            }
            reason = "FALLBACK";
        }
        EMPTY.score(sheet);
        return new Source(EMPTY, "DEFAULT", tried);
    }

    private static Optional<String> seed(RulePlan plan) {
        return plan.rule().then() instanceof Treatment.Recommend wanted ? wanted.seed() : Optional.empty();
    }

    private static List<String> models(RulePlan plan) {
        return plan.rule().then() instanceof Treatment.Recommend wanted ? wanted.models() : List.of();
    }

    /// Of the rule whose models were asked.
    private static Trace end(RulePlan rule, Source source) {
        boolean gave = source.reason().equals("TARGETING_MATCH");
        Trace end = gave ? rule.ends().fired() : rule.ends().noCandidates();
        return models(rule).size() > 1 ? end.with(source.tried()) : end;
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
