package app.attune.rules.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.attune.core.ProblemException;
import app.attune.core.UserId;
import app.attune.core.json.Json;
import app.attune.core.sql.Database;
import app.attune.core.sql.Migrations;
import app.attune.rules.DecisionTest;
import app.attune.rules.Holdout;
import app.attune.rules.RequestContext;
import app.attune.rules.Rule;
import app.attune.rules.RuleBranch;
import app.attune.rules.RuleBranches;
import app.attune.rules.RuleJson;
import app.attune.rules.RuleOrigin;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import app.attune.rules.Rulebook;
import app.attune.rules.VersionName;
import app.attune.rules.versions.RuleReview;
import app.attune.rules.versions.RuleTag;
import java.nio.file.Path;
import java.sql.PreparedStatement;
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

    @Test
    void versionsMadeBeforeThereWereBranchesAreOnMain() {
        try (Database older = Database.inMemory("older rules")) {
            Migrations.bundled().first(9).apply(older);
            String rules = Json.write(RuleJson.write(List.of(pin)));
            older.execute(connection -> {
                try (PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO rule_set (version, rules, author, note, saved_at) VALUES (?, ?, 'Ada', '', 0)")) {
                    for (int version = 1; version <= 2; version++) {
                        insert.setInt(1, version);
                        insert.setString(2, rules);
                        insert.executeUpdate();
                    }
                }
            });
            Migrations.bundled().apply(older);
            H2RuleStore upgraded = new H2RuleStore(older);
            assertEquals(
                    List.of(RuleOrigin.onMain(2), RuleOrigin.onMain(1)),
                    upgraded.versions().stream().map(RuleSet::origin).toList());
            assertEquals(2, upgraded.branches().current().head());
            assertEquals(2, upgraded.newest().map(RuleSet::version).orElse(0));
            upgraded.add(set(3, offer));
            assertEquals(Optional.of(set(3, offer)), upgraded.newest());
        }
    }

    @Test
    void everyBranchHasItsNewestVersion() {
        VersionName side = new VersionName("side");
        store.add(set(1, pin));
        store.addBranch(new RuleBranch(side, 1));
        assertEquals(RuleBranches.MAIN, store.branches().chosen());
        store.choose(side);
        assertEquals(Optional.of(set(1, pin)), store.newest());
        RuleOrigin origin = new RuleOrigin(side, List.of(1));
        RuleSet second = new RuleSet(2, RuleProgram.of(List.of(offer)), "Bo", "", SAVED, origin);
        store.add(second);
        assertEquals(Optional.of(second), store.newest());
        RuleSet merged =
                new RuleSet(3, second.program(), "Bo", "", SAVED, new RuleOrigin(RuleBranches.MAIN, List.of(1, 2)));
        store.add(merged);
        assertEquals(Optional.of(second), store.newest());
        store.choose(RuleBranches.MAIN);
        assertEquals(Optional.of(merged), store.newest());
        assertEquals(List.of(merged, second, set(1, pin)), store.versions());
        var twice = assertThrows(ProblemException.class, () -> store.addBranch(new RuleBranch(side, 1)));
        assertEquals("rules.branch-exists", twice.problem().code());
        RuleSet late = new RuleSet(4, second.program(), "Bo", "", SAVED, new RuleOrigin(side, List.of(1)));
        var stale = assertThrows(ProblemException.class, () -> store.add(late));
        assertEquals("rules.not-next-version", stale.problem().code());
    }

    @Test
    void aRenamedBranchGoesOnAndADeletedOneLeavesItsVersions() {
        VersionName side = new VersionName("side");
        VersionName winter = new VersionName("winter");
        store.add(set(1, pin));
        store.addBranch(new RuleBranch(side, 1));
        RuleProgram program = RuleProgram.of(List.of(offer));
        store.add(new RuleSet(2, program, "Bo", "", SAVED, new RuleOrigin(side, List.of(1))));
        store.choose(side);
        store.renameBranch(side, winter);
        assertEquals(winter, store.branches().chosen());
        assertEquals(2, store.branches().current().head());
        assertEquals(winter, store.newest().orElseThrow().origin().branch());
        store.add(new RuleSet(3, program, "Bo", "", SAVED, new RuleOrigin(winter, List.of(2))));
        var taken = assertThrows(ProblemException.class, () -> store.renameBranch(winter, RuleBranches.MAIN));
        assertEquals("rules.branch-exists", taken.problem().code());
        store.choose(RuleBranches.MAIN);
        store.removeBranch(winter);
        assertEquals(Optional.empty(), store.branches().find(winter));
        assertEquals(3, store.versions().size());
        assertEquals(Optional.of(set(1, pin)), store.newest());
    }

    @Test
    void tagsReviewsAndTestsAreKept() {
        H2MarkStore marks = new H2MarkStore(database);
        RuleTag tag = new RuleTag(new VersionName("black-friday-2026"), 1, "Ada", SAVED);
        marks.add(tag);
        assertEquals(List.of(tag), marks.tags());
        var twice = assertThrows(ProblemException.class, () -> marks.add(tag));
        assertEquals("rules.tag-exists", twice.problem().code());
        marks.removeTag(tag.name());
        assertEquals(List.of(), marks.tags());
        RuleReview asked = new RuleReview(1, RuleReview.Word.ASKED, "Ada", "", SAVED);
        RuleReview approved = new RuleReview(1, RuleReview.Word.APPROVED, "Bo", "L'été '; DROP TABLE", SAVED);
        marks.add(asked);
        marks.add(approved);
        assertEquals(List.of(asked, approved), marks.reviews());
        H2RuleTestStore tests = new H2RuleTestStore(database);
        List<DecisionTest> kept = List.of(test("b"), test("a"));
        tests.replace(kept);
        assertEquals(kept, tests.tests());
        tests.replace(List.of(test("c")));
        assertEquals(List.of(test("c")), tests.tests());
    }

    private static DecisionTest test(String name) {
        return new DecisionTest(
                name,
                new DecisionTest.Asked(
                        new DecisionTest.Who.Known(new UserId("u1")), Optional.empty(), RequestContext.none()),
                new DecisionTest.Wanted(
                        new DecisionTest.WantedOffer.None(), List.of(), List.of(), List.of(), List.of()));
    }
}
