package app.attune.recommend;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.stats.Bootstrap;
import app.attune.stats.BootstrapOptions;
import app.attune.stats.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// How alike the lists are that models give the same users now: of the users with a history for every model at most
/// [#USERS], evenly spaced among them.
final class ListOverlap {
    static final int USERS = 2000;

    private static final int K = 10;

    private final Population population;
    private final List<Asked> asked = new ArrayList<>();
    private final Map<ItemId, Integer> items = new HashMap<>();

    /// A model with what its histories are made by.
    private record Asked(ModelId id, CatalogueModel model, Histories histories) {
        boolean knows(int userIdx, Instant asOf) {
            return histories.of(userIdx, asOf).stream()
                    .anyMatch(entry -> model.catalogue().position(entry.item()) >= 0);
        }
    }

    ListOverlap(Population population) {
        this.population = population;
    }

    void add(ModelCard card, CatalogueModel model) {
        asked.add(new Asked(card.id(), model, new Histories(population, card.interactions())));
    }

    /// Of each pair; empty if nobody has a history.
    List<ModelComparison.Overlap> overlaps(Progress progress) {
        List<int[][]> lists = lists(progress);
        List<ModelComparison.Overlap> overlaps = new ArrayList<>();
        for (int one = 0; one < asked.size() && !lists.isEmpty(); one++) {
            for (int other = one + 1; other < asked.size(); other++) {
                overlaps.add(overlap(lists, one, other, progress));
            }
        }
        return overlaps;
    }

    private ModelComparison.Overlap overlap(List<int[][]> lists, int one, int other, Progress progress) {
        double[] jaccard = new double[lists.size()];
        double[] biased = new double[lists.size()];
        for (int user = 0; user < jaccard.length; user++) {
            int[][] ofUser = lists.get(user);
            jaccard[user] = RankOverlap.jaccard(ofUser[one], ofUser[other], K);
            biased[user] = RankOverlap.biased(ofUser[one], ofUser[other], K, RankOverlap.RBO_PERSISTENCE);
        }
        List<Interval> means = Bootstrap.means(List.of(jaccard, biased), BootstrapOptions.of(1), progress);
        return new ModelComparison.Overlap(asked.get(one).id(), asked.get(other).id(), means.get(0), means.get(1));
    }

    private List<int[][]> lists(Progress progress) {
        List<int[][]> lists = new ArrayList<>();
        Instant asOf = population.defaultAsOf();
        int[] known = known(asOf, progress);
        for (int at : HybridTrainer.spread(known.length, USERS)) {
            progress.report("Asking models for lists", at, known.length);
            progress.checkpoint();
            lists.add(lists(known[at], asOf));
        }
        return lists;
    }

    /// Users with a history for every model.
    private int[] known(Instant asOf, Progress progress) {
        return IntStream.range(0, population.size())
                .filter(userIdx -> {
                    progress.checkpoint();
                    return asked.stream().allMatch(one -> one.knows(userIdx, asOf));
                })
                .toArray();
    }

    private int[][] lists(int userIdx, Instant asOf) {
        int[][] lists = new int[asked.size()][];
        for (int which = 0; which < lists.length; which++) {
            Asked one = asked.get(which);
            Catalogue catalogue = one.model().catalogue();
            int[] top = one.model()
                    .top(
                            catalogue.index(one.histories().of(userIdx, asOf)),
                            K,
                            new int[0],
                            new double[catalogue.size()])
                    .positions();
            for (int rank = 0; rank < top.length; rank++) {
                int next = items.size();
                top[rank] = items.computeIfAbsent(catalogue.item(top[rank]), ignored -> next);
            }
            lists[which] = top;
        }
        return lists;
    }
}
