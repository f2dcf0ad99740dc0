package app.attune.rules;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One item for each way in which items differ to treatments: all items that the same treatments are about are alike.
public final class ItemPatterns {
    private ItemPatterns() {}

    /// By the positions of the treatments that are about it, in the order of the catalogue. Cost: items x treatments.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public static Map<BitSet, ItemId> of(List<Treatment> treatments, ItemCatalogue catalogue, Progress progress) {
        Map<BitSet, ItemId> byPattern = new LinkedHashMap<>();
        for (ItemId item : catalogue.items()) {
            progress.checkpoint();
            BitSet pattern = new BitSet(treatments.size());
            for (int i = 0; i < treatments.size(); i++) {
                pattern.set(i, treatments.get(i).isAbout(item, catalogue));
            }
            byPattern.putIfAbsent(pattern, item);
        }
        return byPattern;
    }

    /// As candidates of equal score.
    ///
    /// @throws java.util.concurrent.CancellationException if nobody wants the answer any more
    public static List<Candidate> representatives(List<Rule> rules, ItemCatalogue catalogue, Progress progress) {
        return of(rules.stream().map(Rule::treatment).toList(), catalogue, progress).values().stream()
                .map(item -> new Candidate(item, 1))
                .toList();
    }
}
