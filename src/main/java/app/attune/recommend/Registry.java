package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.stats.BootstrapOptions;
import app.attune.stats.Interval;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Which saved models are champions, and how their settings do on the data of today.
public final class Registry {
    private static final double MOST_SHARE = 0.99;
    private static final double LEAST_SHARE = 0.01;

    /// Rounded down, the share then gives as many training interactions as were counted.
    private static final double HALF = 0.5;

    private final RecommendService models;
    private final ModelStore store;
    private final Clock clock;

    Registry(RecommendService models, ModelStore store, Clock clock) {
        this.models = models;
        this.store = store;
        this.clock = clock;
    }

    /// By purpose.
    public List<Champion> champions() {
        return store.champions();
    }

    public Optional<Champion> champion(String purpose) {
        return champions().stream().filter(one -> one.purpose().equals(purpose)).findFirst();
    }

    /// Makes the model the champion of a purpose; who was so far becomes a challenger.
    ///
    /// @throws ProblemException `model.unknown`, `model.bad-purpose`
    public Champion crown(String purpose, ModelId model) {
        if (!Champion.isPurpose(purpose)) {
            throw ProblemException.of(
                    "model.bad-purpose",
                    "\"" + purpose + "\" is no purpose.",
                    "Write a word of lower-case letters, digits and hyphens, such as home.");
        }
        Champion champion =
                new Champion(purpose, require(model).id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.crown(champion);
        return champion;
    }

    /// Leaves a purpose without a champion.
    public void release(String purpose) {
        store.release(purpose);
    }

    /// The settings of a model by months: trained anew before each of the last months, tested in it.
    ///
    /// @throws ProblemException `model.unknown`, `recommend.too-few-months`, and as [RecommendService#train]
    public RollingEvaluation drift(ModelId model, Population population, int months, Progress progress) {
        Protocol protocol = new Protocol(
                new SplitWay.ByMonth(months),
                require(model).evaluation().split().details().core().least());
        return switch (models.measuring().again(List.of(model), population, protocol, List.of(), progress)) {
            case Measured.Rolling rolling -> rolling.evaluation();
            case Measured.Once once -> throw new IllegalStateException("Months are measured one by one");
        };
    }

    /// A model and what its settings make of the data of today, kept as another model.
    ///
    /// @param change of NDCG@10 from then to now, with its 95 % interval
    /// @param paired whether both were measured on the same test users
    public record Refit(ModelCard then, ModelCard now, Interval change, boolean paired) {}

    /// Trains the settings of a model on the data of today, with the same share for training, and keeps it as a
    /// challenger.
    ///
    /// @throws ProblemException `model.unknown`, and as [RecommendService#train]
    public Refit refit(ModelId model, Population population, Progress progress) {
        ModelCard then = require(model);
        ModelCard now = models.train(population, request(then), progress);
        boolean paired = then.evaluation().testHash().equals(now.evaluation().testHash());
        return new Refit(then, now, change(then, now, paired, progress), paired);
    }

    private static TrainingRequest request(ModelCard card) {
        SplitFacts split = card.evaluation().split();
        CoreFacts core = split.details().core();
        double before = split.trainEvents() + core.interactions();
        double share = (before + HALF) / Math.max(1, before + split.testEvents());
        return new TrainingRequest(
                card.options(),
                card.interactions(),
                new SplitPoint.Share(Math.clamp(share, LEAST_SHARE, MOST_SHARE)),
                card.provenance().seed(),
                core.least());
    }

    /// Of the same users, user by user; of different ones as of two samples.
    private Interval change(ModelCard then, ModelCard now, boolean paired, Progress progress) {
        double[] first = store.ndcg10(then.id()).model();
        double[] second = store.ndcg10(now.id()).model();
        int[] users = IntStream.range(0, first.length).toArray();
        int apart = paired ? 0 : first.length;
        int[] others = IntStream.range(apart, apart + second.length).toArray();
        PeriodScores both = new PeriodScores(
                2, List.of(new PeriodScores.Period(0, users, first), new PeriodScores.Period(1, others, second)));
        return both.slope(BootstrapOptions.of(now.provenance().seed()), progress);
    }

    private ModelCard require(ModelId model) {
        return store.card(model)
                .orElseThrow(() -> ProblemException.of(
                        "model.unknown", "There is no model " + model + ".", "Choose one from the list of models."));
    }
}
