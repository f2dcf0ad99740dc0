package app.attune.events.ui;

import app.attune.events.ImportOutcome;
import app.attune.events.ImportService;
import app.attune.events.RejectedRows;

/// What an import did, and what became of the rows it kept aside.
record ImportResult(ImportOutcome outcome, RejectedRows rejected) {
    static ImportResult of(ImportService imports, ImportOutcome outcome) {
        return new ImportResult(outcome, imports.rejected(outcome.importIds(), RejectedPane.SHOWN));
    }
}
