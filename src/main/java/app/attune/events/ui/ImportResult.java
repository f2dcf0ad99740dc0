package app.attune.events.ui;

import app.attune.events.ImportOutcome;
import app.attune.events.ImportService;
import app.attune.events.RejectedRow;
import java.util.List;

/// What an import did, with the first of the rows it kept aside.
record ImportResult(ImportOutcome outcome, List<RejectedRow> rejected) {
    private static final int SHOWN = 1_000;

    static ImportResult of(ImportService imports, ImportOutcome outcome) {
        return new ImportResult(
                outcome,
                outcome.importIds().stream()
                        .flatMap(id -> imports.rejected(id, SHOWN).stream())
                        .toList());
    }
}
