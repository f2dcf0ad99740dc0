package app.attune.core.workspace;

import app.attune.core.Problem;
import app.attune.core.sql.Database;
import java.util.List;

/// A store ready for use, and what opening it noticed.
record OpenedStore(Database database, List<Problem> findings) {
    OpenedStore {
        findings = List.copyOf(findings);
    }
}
