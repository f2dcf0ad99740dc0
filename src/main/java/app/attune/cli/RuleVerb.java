package app.attune.cli;

import app.attune.core.ProblemException;
import java.util.List;

/// What `attune rule` can do.
enum RuleVerb {
    LIST,
    EXAMPLE,
    SHOW,
    SAVE,
    CHECK,
    MATRIX,
    VERSIONS,
    DIFF,
    ROLLBACK,
    TAG,
    UNTAG,
    REVIEW,
    BRANCHES,
    BRANCH,
    RENAME_BRANCH,
    DELETE_BRANCH,
    SWITCH,
    MERGE,
    TEST,
    TESTS,
    REMOVE_TEST,
    EXPORT,
    IMPORT;

    /// @throws ProblemException `cli.bad-option` if more words follow the verb than it has a use for
    void refuse(List<String> words) {
        if (words.size() > most()) {
            throw ProblemException.of(
                    "cli.bad-option",
                    "Nothing is known to do with " + String.join(", ", words.subList(most(), words.size())) + ".",
                    "See attune rule --help for examples.");
        }
    }

    private int most() {
        return switch (this) {
            case DIFF, TAG, RENAME_BRANCH -> 2;
            case SAVE,
                    ROLLBACK,
                    UNTAG,
                    REVIEW,
                    BRANCH,
                    DELETE_BRANCH,
                    SWITCH,
                    MERGE,
                    TEST,
                    REMOVE_TEST,
                    EXPORT,
                    IMPORT -> 1;
            case LIST, EXAMPLE, SHOW, CHECK, MATRIX, VERSIONS, BRANCHES, TESTS -> 0;
        };
    }
}
