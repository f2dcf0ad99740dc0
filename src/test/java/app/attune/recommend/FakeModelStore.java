package app.attune.recommend;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Models in memory. Thread-safe.
public final class FakeModelStore implements ModelStore {
    private final Map<ModelId, Draft> drafts = new LinkedHashMap<>();
    private final List<ModelCard> cards = new ArrayList<>();
    private final Map<String, Champion> champions = new TreeMap<>();

    @Override
    public synchronized ModelCard save(Draft draft) {
        int number = 1
                + (int) drafts.keySet().stream()
                        .filter(id -> id.kind().equals(draft.model().kind()))
                        .count();
        ModelId id = new ModelId(draft.model().kind(), number);
        drafts.put(id, draft);
        ModelCard card =
                new ModelCard(id, draft.model().provenance(), draft.interactions(), draft.size(), draft.evaluation());
        cards.addFirst(card);
        return card;
    }

    /// As if all models had been measured by an earlier version.
    public synchronized void forgetMoreMeasures() {
        cards.replaceAll(card -> new ModelCard(
                card.id(), card.provenance(), card.interactions(), card.size(), without(card.evaluation())));
    }

    private static Evaluation without(Evaluation evaluation) {
        List<EvaluationRow> rows = evaluation.rows().stream()
                .map(row -> new EvaluationRow(
                        row.name(),
                        row.kind(),
                        row.options(),
                        row.trainSeconds(),
                        row.recall10(),
                        row.recall20(),
                        row.ndcg10(),
                        row.ndcg20(),
                        row.hit10(),
                        row.coverage10(),
                        MoreMeasures.NONE))
                .toList();
        return new Evaluation(evaluation.split(), evaluation.testHash(), rows, evaluation.differences());
    }

    @Override
    public synchronized List<ModelCard> list() {
        return List.copyOf(cards);
    }

    @Override
    public synchronized Optional<ModelCard> card(ModelId id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<CatalogueModel> load(ModelId id) {
        return card(id).map(
                        card -> java.util.Objects.requireNonNull(drafts.get(id)).model());
    }

    @Override
    public synchronized UserNdcg ndcg10(ModelId id) {
        return java.util.Objects.requireNonNull(drafts.get(id)).ndcg10();
    }

    @Override
    public synchronized void delete(ModelId id, Instant at) {
        cards.removeIf(card -> card.id().equals(id));
    }

    @Override
    public synchronized List<Champion> champions() {
        return champions.values().stream()
                .filter(one -> card(one.model()).isPresent())
                .toList();
    }

    @Override
    public synchronized void crown(Champion champion) {
        champions.put(champion.purpose(), champion);
    }

    @Override
    public synchronized void release(String purpose) {
        champions.remove(purpose);
    }
}
