package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.core.Require;

/// A saved model's name: its kind and a number counted up per kind, written `item-knn-3`.
///
/// @param kind   lower-case letters, digits and hyphens
/// @param number from 1
public record ModelId(String kind, int number) {
    public ModelId {
        Require.that(kind.matches("[a-z][a-z0-9-]*"), "A model's kind is kebab-case");
        Require.that(number >= 1, "A model's number starts at 1");
    }

    /// @throws ProblemException `model.bad-id`
    public static ModelId of(String text) {
        int hyphen = text.lastIndexOf('-');
        if (!text.matches("[a-z][a-z0-9-]*-[1-9][0-9]{0,8}")) {
            throw ProblemException.of(
                    "model.bad-id",
                    "Not a model's name: " + text + ".",
                    "Use a name from the list of models, such as item-knn-1.");
        }
        return new ModelId(text.substring(0, hyphen), Integer.parseInt(text.substring(hyphen + 1)));
    }

    @Override
    public String toString() {
        return kind + "-" + number;
    }
}
