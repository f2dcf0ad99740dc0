package app.attune.recommend.tune;

import java.util.List;
import java.util.Optional;

/// Where searches are kept, trial by trial, so that none is lost when a search is stopped.
public interface SearchStore {
    /// Gives a new search the next number of its kind and keeps it, without trials.
    Search add(SearchRequest request, Search.Ground ground);

    /// Keeps one more trial of a search.
    void append(SearchId id, Trial trial);

    /// Keeps a look of a search at the test part.
    void append(SearchId id, TestLook look);

    /// Names of all that are kept, newest first within a kind.
    List<SearchId> list();

    /// Empty if there is none of that name.
    ///
    /// @throws app.attune.core.ProblemException `tune.damaged`
    Optional<Search> find(SearchId id);
}
