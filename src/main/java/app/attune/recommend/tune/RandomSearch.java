package app.attune.recommend.tune;

import java.util.List;
import java.util.Optional;

/// [Strategy#RANDOM].
record RandomSearch(SearchPlan plan) implements Searcher {
    @Override
    public Optional<Proposal> next(List<Trial> past) {
        if (past.size() >= plan.trials()) {
            return Optional.empty();
        }
        return new Draws(plan).next(past).map(options -> new Proposal(options, 1));
    }
}
