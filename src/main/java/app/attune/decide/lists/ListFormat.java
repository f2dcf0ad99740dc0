package app.attune.decide.lists;

import app.attune.core.ProblemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// What files of lists can be.
public enum ListFormat {
    /// A line per user and item; texts that a spreadsheet would run stand behind an apostrophe.
    CSV("csv", "CSV"),
    /// A JSON object per user and line.
    JSON_LINES("jsonl", "JSON Lines"),
    /// A row per user and item, without compression.
    PARQUET("parquet", "Parquet"),
    /// Commands for `redis-cli --pipe`: a list per user, the best item first, in place of what was there; who
    /// has no list now loses what was there.
    REDIS("resp", "Redis protocol"),
    /// Lines for the bulk interface of Elasticsearch and OpenSearch: a document per user, none for
    /// who has no list now.
    ELASTICSEARCH("ndjson", "Elasticsearch bulk");

    private final String extension;
    private final String title;

    ListFormat(String extension, String title) {
        this.extension = extension;
        this.title = title;
    }

    /// What files of it end with, behind the dot.
    public String extension() {
        return extension;
    }

    public String title() {
        return title;
    }

    /// Whether loading it takes away what was there for users who have no list now.
    public boolean takesBack() {
        return this == REDIS || this == ELASTICSEARCH;
    }

    /// By how the file's name ends.
    ///
    /// @throws ProblemException `decide.unknown-list-format`
    public static ListFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith("." + format.extension))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "decide.unknown-list-format",
                        "The name " + name + " does not say what the file is to be.",
                        "Let it end in "
                                + Arrays.stream(values())
                                        .map(format -> "." + format.extension + " (" + format.title + ")")
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
