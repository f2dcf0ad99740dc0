package app.attune.rules.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ProblemException;
import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import app.attune.rules.Holdout;
import app.attune.rules.Rule;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import app.attune.rules.Rulebook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2RuleStoreTest {
    private static final Instant SAVED = Instant.parse("2026-11-21T09:30:00.123Z");
    private final Database database = Database.inMemory("rules");
    private final H2RuleStore store = new H2RuleStore(database);
    private final Rule pin = Rulebook.rule("pin", Rulebook.pin("a", 1));
    private final Rule offer = Rulebook.rule("offer", Rulebook.offer("L'été '; DROP TABLE rule_set"));

    @BeforeEach
    void migrate() {
        Migrations.bundled().apply(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static RuleSet set(int version, Rule... rules) {
        return new RuleSet(version, List.of(rules), "Ada", "Note of " + version, SAVED);
    }

    @Test
    void newWorkspaceHasNoRules() {
        assertEquals(Optional.empty(), store.newest());
        assertEquals(List.of(), store.versions());
    }

    @Test
    void everyVersionComesBackAsItWasSaved() {
        store.add(set(1, pin));
        store.add(set(2, offer, pin));
        assertEquals(Optional.of(set(2, offer, pin)), store.newest());
        assertEquals(Optional.of(set(1, pin)), store.version(1));
        assertEquals(List.of(set(2, offer, pin), set(1, pin)), store.versions());
        assertEquals(Optional.empty(), store.version(3));
    }

    @Test
    void whatHoldsForAllRulesComesBack() {
        RuleProgram program =
                new RuleProgram(new RulePolicy(new Holdout(5, "s"), RulePolicy.KillSwitch.PULLED), List.of(pin, offer));
        RuleSet set = new RuleSet(1, program, "Ada", "", SAVED);
        store.add(set);
        assertEquals(Optional.of(set), store.newest());
    }

    @Test
    void versionThatIsNotTheNextIsRefusedAndNothingChanges() {
        store.add(set(1, pin));
        for (int wrong : new int[] {1, 3}) {
            var thrown = assertThrows(ProblemException.class, () -> store.add(set(wrong, offer)));
            assertEquals("rules.not-next-version", thrown.problem().code());
        }
        assertEquals(List.of(set(1, pin)), store.versions());
    }

    @Test
    void savedRulesAreThereAfterReopening(@TempDir Path folder) {
        Path file = folder.resolve("store.mv.db");
        try (Database first = Database.open(file)) {
            Migrations.bundled().apply(first);
            new H2RuleStore(first).add(set(1, pin, offer));
        }
        try (Database again = Database.open(file)) {
            assertEquals(Optional.of(set(1, pin, offer)), new H2RuleStore(again).newest());
        }
    }
}
