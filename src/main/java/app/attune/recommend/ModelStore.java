package app.attune.recommend;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where trained models are kept. A model is there completely or not at all.
public interface ModelStore {
    /// A model ready to be saved.
    ///
    record Draft(
            CatalogueModel model,
            InteractionOptions interactions,
            ModelCard.TrainingSize size,
            Evaluation evaluation,
            UserNdcg ndcg10) {}

    /// NDCG@10 per test user, in the order of the test set, of a model and of the popularity baseline beside it.
    @SuppressWarnings("ArrayRecordComponent") // A carrier to and from the store, never compared.
    record UserNdcg(double[] popularity, double[] model) {}

    /// Gives the model the next number of its kind and keeps it.
    ModelCard save(Draft draft);

    /// All that are not deleted, newest first.
    List<ModelCard> list();

    Optional<ModelCard> card(ModelId id);

    /// Empty if there is no such model or it was deleted.
    ///
    /// @throws app.attune.core.ProblemException `model.unreadable`, `model.damaged`
    Optional<CatalogueModel> load(ModelId id);

    /// What comparisons with other models need; empty arrays if there is no such model.
    UserNdcg ndcg10(ModelId id);

    /// Marks the model as deleted; its files stay for the time being.
    void delete(ModelId id, Instant at);

    /// Of all purposes that have one, by purpose; models that were deleted are none.
    List<Champion> champions();

    /// Puts it in the place of the one of its purpose.
    void crown(Champion champion);

    /// Leaves the purpose without a champion.
    void release(String purpose);
}
