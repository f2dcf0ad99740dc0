package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.decide.Stage.Cause;
import app.attune.decide.Stage.Dropped;
import app.attune.rules.Candidate;
import app.attune.rules.LimitWords;
import app.attune.rules.ListAccount;
import app.attune.rules.ListLimit;
import app.attune.rules.RankedItem;
import app.attune.rules.RuleId;
import app.attune.rules.RuledItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Tells the stages of one decision from what its steps left behind. Cost: items of the catalogue.
final class StrategyAccount {
    private final List<Candidate> candidates;
    private final ListAccount account;
    private final List<ListLimit> limits;
    private final Map<ItemId, Integer> rankOf = new HashMap<>();
    private final Map<ItemId, Integer> places = new HashMap<>();

    /// @param candidates the best first
    /// @param limits     of the list
    StrategyAccount(List<Candidate> candidates, ListAccount account, List<ListLimit> limits) {
        this.limits = limits;
        this.candidates = candidates;
        this.account = account;
        candidates.forEach(candidate -> rankOf.put(candidate.item(), rankOf.size()));
        account.ranked().forEach(item -> places.put(item.item(), places.size()));
    }

    /// @param all  items of the catalogue
    /// @param seen items that models leave out since the user has them
    Strategy strategy(List<Strategy.Asked> models, List<ItemId> all, Set<ItemId> seen) {
        return new Strategy(
                models,
                List.of(candidates(all, seen), filters(), ranking(), pins(), limits(), list()),
                account.outcome().items().stream().map(RuledItem::item).toList());
    }

    private Stage candidates(List<ItemId> all, Set<ItemId> seen) {
        Set<ItemId> items = new LinkedHashSet<>(all);
        items.addAll(rankOf.keySet());
        List<Dropped> dropped = items.stream()
                .filter(item -> !rankOf.containsKey(item))
                .map(item -> new Dropped(
                        item,
                        seen.contains(item) ? Cause.SEEN : Cause.NOT_PROPOSED,
                        Optional.empty(),
                        "",
                        OptionalInt.empty(),
                        0))
                .toList();
        return new Stage(Stage.Name.CANDIDATES, items.size(), 0, 0, candidates.size(), dropped);
    }

    private Stage filters() {
        List<Dropped> dropped = new ArrayList<>();
        account.outcome()
                .excluded()
                .forEach((item, rule) -> dropped.add(new Dropped(
                        item, Cause.EXCLUDED, Optional.of(rule), "", OptionalInt.of(rank(item) + 1), score(item))));
        return new Stage(Stage.Name.FILTERS, candidates.size(), 0, 0, leftCandidates(), dropped);
    }

    private Stage ranking() {
        return new Stage(
                Stage.Name.RANKING, leftCandidates(), 0, account.scaledBy().size(), leftCandidates(), List.of());
    }

    private Stage pins() {
        int moved = pinnedCandidates();
        int added = account.pinnedBy().size() - moved;
        return new Stage(Stage.Name.PINS, leftCandidates(), added, moved, ranked() + pinned(), List.of());
    }

    private Stage limits() {
        List<Dropped> dropped = new ArrayList<>();
        account.held()
                .forEach((item, limit) -> dropped.add(ranked(item, Cause.LIMITED, LimitWords.of(limits.get(limit)))));
        int came = ranked() + pinned();
        return new Stage(
                Stage.Name.LIMITS, came, 0, 0, listed() + account.left().size(), dropped);
    }

    private Stage list() {
        List<Dropped> dropped = account.left().stream()
                .map(item -> account.pinnedBy().containsKey(item) ? pinLeft(item) : ranked(item, Cause.NO_PLACE, ""))
                .toList();
        int came = ranked() + pinned() - account.held().size();
        return new Stage(Stage.Name.LIST, came, 0, 0, listed(), dropped);
    }

    private int listed() {
        return account.outcome().items().size();
    }

    private Dropped pinLeft(ItemId item) {
        Optional<RuleId> rule = Optional.ofNullable(account.pinnedBy().get(item));
        OptionalInt rank = rankOf.containsKey(item) ? OptionalInt.of(rank(item) + 1) : OptionalInt.empty();
        return new Dropped(item, Cause.PIN_NO_PLACE, rule, "", rank, score(item));
    }

    private Dropped ranked(ItemId item, Cause cause, String limit) {
        int place = places.getOrDefault(item, 0);
        RankedItem ranked = account.ranked().get(place);
        Optional<RuleId> rule = Optional.ofNullable(account.scaledBy().get(item));
        return new Dropped(item, cause, rule, limit, OptionalInt.of(place + 1), ranked.score());
    }

    private int rank(ItemId item) {
        return rankOf.getOrDefault(item, 0);
    }

    private double score(ItemId item) {
        return rankOf.containsKey(item) ? candidates.get(rank(item)).score() : 0;
    }

    private int ranked() {
        return account.ranked().size();
    }

    private int pinned() {
        return account.pinnedBy().size();
    }

    /// Neither excluded nor lost.
    private int leftCandidates() {
        return ranked() + pinnedCandidates();
    }

    private int pinnedCandidates() {
        return (int)
                account.pinnedBy().keySet().stream().filter(rankOf::containsKey).count();
    }
}
