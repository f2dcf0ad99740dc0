package app.attune.cli;

import app.attune.core.sql.Database;
import app.attune.rules.RuleService;
import app.attune.rules.RuleTestStore;
import app.attune.rules.store.H2MarkStore;
import app.attune.rules.store.H2RuleStore;
import app.attune.rules.store.H2RuleTestStore;
import app.attune.rules.versions.VersionMarks;
import java.time.Clock;

/// The rules of a workspace with what is kept about their versions.
public record RuleDesk(RuleService rules, VersionMarks marks, RuleTestStore tests) {
    static RuleDesk of(Database database, Clock clock) {
        RuleService rules = new RuleService(new H2RuleStore(database), clock);
        return new RuleDesk(
                rules, new VersionMarks(new H2MarkStore(database), rules, clock), new H2RuleTestStore(database));
    }
}
