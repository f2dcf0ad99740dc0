package app.attune.recommend.rerank;

/// How unlike two items are, from 0 (alike) to 1; symmetric.
@FunctionalInterface
public interface Unlikeness {
    double between(int oneIdx, int otherIdx);
}
