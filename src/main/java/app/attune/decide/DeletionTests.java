package app.attune.decide;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.decide.DecisionDesk.Listing;
import app.attune.recommend.HistoryItem;
import app.attune.recommend.Recommendation;
import app.attune.recommend.Recommendation.Evidence;
import app.attune.recommend.RecommenderModel;
import app.attune.rules.RuledItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Takes cited items out of one user's history and has the list made again: by the same model, asked and not trained
/// again, and the same rules. Cost: one list for each different set of items taken out.
final class DeletionTests {
    private final DecisionDesk desk;
    private final Listing listing;
    private final Ranks before;
    private final Map<Set<ItemId>, Ranks> without = new HashMap<>();

    DeletionTests(DecisionDesk desk, Listing listing) {
        this.desk = desk;
        this.listing = listing;
        this.before = ranks(listing.source().list(), listing.account().outcome().items());
    }

    /// Where items stand.
    ///
    /// @param places on the list
    /// @param ranks  among the candidates
    private record Ranks(Map<ItemId, Integer> places, Map<ItemId, Integer> ranks) {
        OptionalInt place(ItemId item) {
            return of(places, item);
        }

        OptionalInt rank(ItemId item) {
            return of(ranks, item);
        }

        private static OptionalInt of(Map<ItemId, Integer> numbers, ItemId item) {
            Integer found = numbers.get(item);
            return found == null ? OptionalInt.empty() : OptionalInt.of(found);
        }
    }

    /// Of every item of the list that the model cites something for, in order.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants them any more
    List<DeletionTest> all(Progress progress) {
        List<DeletionTest> tests = new ArrayList<>();
        List<RuledItem> items = listing.account().outcome().items();
        Optional<RecommenderModel> model =
                listing.source().kind().flatMap(kind -> desk.setup().models().model(kind));
        for (RuledItem item : items) {
            progress.report("Testing reasons", item.place() - 1, items.size());
            List<ItemId> cited =
                    model
                            .map(asked -> asked.evidence(listing.source().history(), item.item()))
                            .orElse(List.of())
                            .stream()
                            .map(Evidence::item)
                            .toList();
            if (before.rank(item.item()).isPresent() && !cited.isEmpty()) {
                tests.add(test(item, cited, model.orElseThrow(), progress));
            }
        }
        return tests;
    }

    private DeletionTest test(RuledItem item, List<ItemId> cited, RecommenderModel model, Progress progress) {
        List<DeletionTest.Without> cases = new ArrayList<>();
        cited.forEach(one -> cases.add(remove(item, List.of(one), model, progress)));
        if (cited.size() > 1) {
            cases.add(remove(item, cited, model, progress));
        }
        return new DeletionTest(item.item(), item.place(), before.rank(item.item()), cases);
    }

    private DeletionTest.Without remove(
            RuledItem item, List<ItemId> removed, RecommenderModel model, Progress progress) {
        progress.checkpoint();
        Ranks after = without.computeIfAbsent(Set.copyOf(removed), gone -> again(gone, model));
        return new DeletionTest.Without(removed, after.place(item.item()), after.rank(item.item()));
    }

    private Ranks again(Set<ItemId> gone, RecommenderModel model) {
        List<HistoryItem> left = listing.source().history().stream()
                .filter(had -> !gone.contains(had.item()))
                .toList();
        List<Recommendation> list = model.rank(left, desk.candidates(), gone);
        return ranks(
                list,
                desk.account(listing.plan(), listing.source(), list).outcome().items());
    }

    /// Of the items that are on the list before, which are those asked for.
    private Ranks ranks(List<Recommendation> candidates, List<RuledItem> items) {
        Set<ItemId> wanted = new HashSet<>();
        listing.account().outcome().items().forEach(item -> wanted.add(item.item()));
        Map<ItemId, Integer> places = new HashMap<>();
        items.forEach(item -> places.put(item.item(), item.place()));
        Map<ItemId, Integer> ranks = new HashMap<>();
        for (int at = 0; at < candidates.size(); at++) {
            if (wanted.contains(candidates.get(at).item())) {
                ranks.put(candidates.get(at).item(), at + 1);
            }
        }
        return new Ranks(places, ranks);
    }
}
