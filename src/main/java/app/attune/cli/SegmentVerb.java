package app.attune.cli;

import java.util.Arrays;
import java.util.Optional;

/// What `attune segment` can do; [SegmentHelp] says it in words.
enum SegmentVerb {
    LIST,
    TEMPLATES,
    SAVE,
    COUNT,
    MEMBERS,
    EXPLAIN,
    OVERLAP,
    PROFILE,
    KPI,
    FLOWS,
    DROPOFF,
    SQL,
    SHOW,
    TRUTH,
    GRAMMAR,
    HELP,
    VERSIONS,
    DIFF,
    ABOUT,
    RFM,
    HEALTH,
    EXPORT,
    IMPORT,
    DELETE;

    static Optional<SegmentVerb> find(String word) {
        return Arrays.stream(values())
                .filter(one -> Words.code(one).equals(word))
                .findFirst();
    }

    /// Whether it says the same of every workspace.
    boolean needsNoWorkspace() {
        return this == TRUTH || this == GRAMMAR || this == HELP;
    }
}
