package app.attune.decider;

import app.attune.decider.ServerDecision.Trace;
import app.attune.decider.ServerRule.Treatment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// Decides with nothing but a bundle: what a server does, written a second time and on purpose.
public final class BundleDecider {
    private final SortedMap<String, ServerCondition> segments;
    private final ServerRuleSet ruleSet;
    private final Map<String, ServerModel> models;
    private final Map<String, Map<String, String>> items;

    /// @throws app.attune.core.ProblemException if the files can't be used; it names the file and the place
    public static BundleDecider of(BundleFolder folder) {
        return new BundleDecider(BundleContents.read(folder));
    }

    private BundleDecider(BundleContents contents) {
        this.segments = contents.segments();
        this.ruleSet = contents.rules();
        this.models = contents.models();
        this.items = contents.items();
    }

    /// The same bundle as if its own switch were pulled: no rule but Exclude takes part.
    public BundleDecider withRulesOff() {
        return new BundleDecider(new BundleContents(ruleSet.switchedOff(), segments, models, items));
    }

    private record Source(Optional<String> kind, List<ServerModel.Scored> list, String reason) {}

    /// The rules that match, sorted by what they do.
    private static final class Matching {
        private final List<ServerRule> onItems = new ArrayList<>();
        private final Map<String, Trace> traces = new LinkedHashMap<>();
        private Optional<ServerRule> recommend = Optional.empty();
        private Optional<ServerRule> offer = Optional.empty();

        void add(ServerRule rule) {
            switch (rule.then()) {
                case Treatment.Recommend ignored -> recommend = Optional.of(first(recommend, rule));
                case Treatment.Offer ignored -> offer = Optional.of(first(offer, rule));
                case Treatment.Scale ignored -> onItems.add(rule);
                case Treatment.Pin ignored -> onItems.add(rule);
                case Treatment.Exclude ignored -> onItems.add(rule);
            }
        }

        private ServerRule first(Optional<ServerRule> winner, ServerRule rule) {
            traces.put(
                    rule.id(),
                    winner.isPresent() ? Trace.lost(rule, "EARLIER_RULE", winner.get()) : Trace.fired(rule, 0));
            return winner.orElse(rule);
        }
    }

    public ServerDecision decide(ServerRequest request) {
        ServerProfile profile = request.profile();
        Set<String> memberOf = new LinkedHashSet<>();
        segments.forEach((id, condition) -> {
            if (condition.holds(profile)) {
                memberOf.add(id);
            }
        });
        boolean refused = !ruleSet.consent().allows(profile);
        Optional<String> off = off(request.user(), refused);
        Matching matching = matching(request, memberOf, refused, off);
        Source source = refused ? popular() : source(matching.recommend, profile);
        if (matching.recommend.isPresent() && !source.reason().equals("TARGETING_MATCH")) {
            ServerRule rule = matching.recommend.get();
            matching.traces.put(rule.id(), Trace.lost(rule, "NO_CANDIDATES"));
        }
        ListMaking making = new ListMaking(source.list(), items, matching.onItems);
        matching.traces.putAll(making.traces);
        boolean fallback = source.reason().equals("FALLBACK") || source.reason().equals("DISABLED");
        return new ServerDecision(
                List.copyOf(memberOf),
                source.reason(),
                source.kind(),
                making.list(ruleSet.length(), fallback ? "fallback" : "model"),
                matching.offer.flatMap(BundleDecider::offer),
                ruleSet.rules().stream()
                        .map(rule -> Objects.requireNonNull(matching.traces.get(rule.id()), rule.id()))
                        .toList(),
                off);
    }

    private Optional<String> off(String user, boolean refused) {
        if (ruleSet.policy().switchedOff()) {
            return Optional.of("SWITCHED_OFF");
        }
        return !refused && ruleSet.policy().holdout().has(user) ? Optional.of("HOLDOUT") : Optional.empty();
    }

    private Matching matching(ServerRequest request, Set<String> memberOf, boolean refused, Optional<String> off) {
        Matching matching = new Matching();
        for (ServerRule rule : ruleSet.rules()) {
            boolean shields = rule.then() instanceof Treatment.Exclude;
            if (!rule.active()) {
                matching.traces.put(rule.id(), Trace.idle(rule, "INACTIVE", "STATUS"));
            } else if (!rule.schedule().runs(request.at())) {
                matching.traces.put(rule.id(), Trace.idle(rule, "INACTIVE", "SCHEDULE"));
            } else if (ruleSet.policy().switchedOff() && !shields) {
                matching.traces.put(rule.id(), Trace.idle(rule, "INACTIVE", "SWITCHED_OFF"));
            } else if (!memberOf.contains(rule.segment())) {
                matching.traces.put(rule.id(), Trace.idle(rule, "NOT_MATCHED", "SEGMENT"));
            } else if (!rule.context().passes(request.context(), items)) {
                matching.traces.put(rule.id(), Trace.idle(rule, "NOT_MATCHED", "CONTEXT"));
            } else if (!rule.rollout().has(request.user())) {
                matching.traces.put(rule.id(), Trace.idle(rule, "NOT_MATCHED", "ROLLOUT"));
            } else if (refused && !shields) {
                matching.traces.put(rule.id(), Trace.lost(rule, "REFUSED"));
            } else if (off.isPresent() && !shields) {
                matching.traces.put(rule.id(), Trace.lost(rule, "HOLDOUT"));
            } else {
                matching.add(rule);
            }
        }
        return matching;
    }

    private Source popular() {
        List<ServerModel.Scored> list = ask(ruleSet.fallbackModel(), Map.of());
        Optional<String> kind = list.isEmpty() ? Optional.empty() : Optional.of(ruleSet.fallbackModel());
        return new Source(kind, list, "DISABLED");
    }

    private Source source(Optional<ServerRule> recommend, ServerProfile profile) {
        Set<String> chain = new LinkedHashSet<>();
        recommend.ifPresent(rule -> {
            if (rule.then() instanceof Treatment.Recommend wanted) {
                chain.add(wanted.model());
            }
        });
        chain.add(ruleSet.defaultModel());
        chain.add(ruleSet.fallbackModel());
        String reason = recommend.isPresent() ? "TARGETING_MATCH" : "RECOMMENDER";
        for (String kind : chain) {
            List<ServerModel.Scored> list = ask(kind, profile.history());
            if (!list.isEmpty()) {
                return new Source(Optional.of(kind), list, reason);
            }
            reason = "FALLBACK";
        }
        return new Source(Optional.empty(), List.of(), "DEFAULT");
    }

    private List<ServerModel.Scored> ask(String kind, Map<String, Double> history) {
        ServerModel model = models.get(kind);
        return model == null ? List.of() : model.list(history);
    }

    private static Optional<ServerDecision.Offer> offer(ServerRule rule) {
        return rule.then() instanceof Treatment.Offer offer
                ? Optional.of(new ServerDecision.Offer(rule.id(), offer.code(), offer.text()))
                : Optional.empty();
    }
}
