package app.attune.decide;

import app.attune.profiles.Population;
import app.attune.recommend.Histories;
import app.attune.recommend.HistoryItem;
import app.attune.recommend.InteractionOptions;
import java.time.Instant;
import java.util.List;

/// Histories weighed as a model was trained.
public final class WeighedHistories implements HistoryReader {
    private final Histories histories;
    private final InteractionOptions options;

    public WeighedHistories(Population population, InteractionOptions options) {
        this.histories = new Histories(population, options);
        this.options = options;
    }

    @Override
    public List<HistoryItem> history(int userIdx, Instant asOf) {
        return histories.of(userIdx, asOf);
    }

    @Override
    public HistoryReader on(Population other) {
        return new WeighedHistories(other, options);
    }
}
