package app.attune.recommend.rerank;

import app.attune.core.Require;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What is done to the first candidates of a model's list before its first n are shown.
///
/// Steps work in this order, however they are written: conditions, popularity, calibration, diversity, limits; those of
/// one kind as written. Each works on the list that the one before left, whose places keep their relevance: whatever
/// stands second has the second highest score. Limits are met together, by the first list in the order of candidates
/// that meets them all.
///
/// @param candidates how many of the model's list are looked at
public record Reranking(int candidates, List<Step> steps) {
    public static final int USUAL = 100;
    public static final int MOST = 1000;

    public Reranking {
        Require.that(candidates >= 1 && candidates <= MOST, "From 1 to 1,000 candidates, not " + candidates);
        steps = steps.stream().sorted(Comparator.comparingInt(Reranking::turn)).toList();
    }

    /// Of the usual number of candidates.
    public Reranking(List<Step> steps) {
        this(USUAL, steps);
    }

    private static int turn(Step step) {
        return switch (step) {
            case Step.Only ignored -> 0;
            case Step.Popularity ignored -> 1;
            case Step.Calibration ignored -> 2;
            case Step.Diversity ignored -> 3;
            case Step.Limit ignored -> 4;
        };
    }

    /// The same without the step at a place.
    public Reranking without(int step) {
        List<Step> left = new ArrayList<>(steps);
        left.remove(step);
        return new Reranking(candidates, left);
    }

    /// The same with the step at a place in place of that.
    public Reranking with(int step, Step other) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(step, other);
        return new Reranking(candidates, changed);
    }

    /// Such as "diversity 0.3, at most 2 per category".
    public String words() {
        return steps.stream().map(Step::words).collect(Collectors.joining(", "));
    }
}
