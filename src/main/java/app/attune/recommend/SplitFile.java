package app.attune.recommend;

import app.attune.core.Problem;
import java.util.List;

/// Which pairs of a user and an item train and test, as somebody wrote it down.
///
/// @param name       of the file
/// @param namesParts whether it has a column of parts; if not, its pairs test and all others train
/// @param problems   the first lines that could not be used
/// @param unusable   lines that could not be used
public record SplitFile(String name, List<Row> rows, boolean namesParts, List<Problem> problems, long unusable) {
    /// Lines that are told one by one; the others are counted.
    public static final int MOST_PROBLEMS = 20;

    public SplitFile {
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /// What a pair is for; validation is for choosing options and neither trains nor tests.
    public enum Part {
        TRAIN,
        TEST,
        VALIDATION
    }

    /// One line.
    ///
    /// @param line of the file, from 1
    public record Row(String user, String item, Part part, long line) {}
}
