package app.attune.recommend.tune;

import app.attune.core.ProblemException;
import app.attune.core.Require;

/// A stored search's name: the kind of recommender and a number counted up per kind, written `ease-search-2`.
///
/// @param number from 1
public record SearchId(String kind, int number) {
    private static final String MIDDLE = "-search-";

    public SearchId {
        Require.that(kind.matches("[a-z][a-z0-9-]*"), "A recommender's kind is kebab-case");
        Require.that(number >= 1, "A search's number starts at 1");
    }

    /// @throws ProblemException `tune.bad-id`
    public static SearchId of(String text) {
        int at = text.lastIndexOf(MIDDLE);
        if (!text.matches("[a-z][a-z0-9-]*-search-[1-9][0-9]{0,8}")) {
            throw ProblemException.of(
                    "tune.bad-id", "Not a search's name: " + text + ".", "Use a name such as ease-search-1.");
        }
        return new SearchId(text.substring(0, at), Integer.parseInt(text.substring(at + MIDDLE.length())));
    }

    @Override
    public String toString() {
        return kind + MIDDLE + number;
    }
}
