package app.attune.rules.versions;

import static app.attune.rules.Rulebook.boost;
import static app.attune.rules.Rulebook.exclude;
import static app.attune.rules.Rulebook.offer;
import static app.attune.rules.Rulebook.pin;
import static app.attune.rules.Rulebook.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.rules.DecisionTest;
import app.attune.rules.DecisionTest.Asked;
import app.attune.rules.DecisionTest.Wanted;
import app.attune.rules.DecisionTest.WantedOffer;
import app.attune.rules.DecisionTest.Who;
import app.attune.rules.FakeRuleStore;
import app.attune.rules.FakeRuleTestStore;
import app.attune.rules.Holdout;
import app.attune.rules.RequestContext;
import app.attune.rules.Rollout;
import app.attune.rules.Rule;
import app.attune.rules.RuleAbout;
import app.attune.rules.RuleId;
import app.attune.rules.RulePolicy;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleService;
import app.attune.segments.SegmentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RuleFolderTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);

    /// A workspace of its own.
    private static final class Workspace {
        private final RuleService rules = new RuleService(new FakeRuleStore(), CLOCK);
        private final FakeRuleTestStore tests = new FakeRuleTestStore();
        private final RuleFolder folder = new RuleFolder(rules, tests);

        RuleFolder.Plan plan(Path from) {
            return folder.plan(from, segment -> !segment.value().equals("unknown"), Progress.none());
        }

        RuleFolder.Taken take(Path from) {
            return folder.take(plan(from), "me");
        }

        void write(Path to) {
            folder.write(to, Progress.none());
        }

        List<String> problems(Path from) {
            return plan(from).problems().stream().map(Problem::message).toList();
        }
    }

    @TempDir
    private Path folder;

    private final Workspace here = new Workspace();

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }

    private void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.contains(from), text);
        Files.writeString(folder.resolve(file), text.replace(from, to));
    }

    @Test
    void randomProgramsComeBackAsTheyWereAndAreWrittenTheSameAgain() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RuleProgram program = program(random);
            here.rules.save(program, "me", "");
            here.tests.replace(random.nextBoolean() ? List.of() : List.of(test("T" + seed)));
            here.folder.replace(folder, Progress.none());
            Map<String, String> first = files();
            Workspace there = new Workspace();
            there.take(folder);
            assertEquals(program, there.rules.program(), "seed " + seed);
            RuleFolder.Written again = there.folder.write(folder, Progress.none());
            assertEquals(0, again.written(), "seed " + seed);
            assertEquals(first, files(), "seed " + seed);
        }
    }

    private static RuleProgram program(SplittableRandom random) {
        List<Rule> rules = new ArrayList<>();
        int n = random.nextInt(6);
        for (int i = 0; i < n; i++) {
            Rule rule = switch (random.nextInt(4)) {
                case 0 -> rule("r" + i, boost(2 + random.nextInt(5), "x", "\u00fc\"\\{}"));
                case 1 -> rule("r" + i, offer("C" + random.nextInt(9)));
                case 2 -> rule("r" + i, pin("x", 1 + random.nextInt(4)));
                default -> rule("r" + i, exclude("y\n"));
            };
            RuleAbout.Example example = new RuleAbout.Example(new UserId("u" + i), RuleAbout.Expected.APPLIES);
            rules.add(
                    random.nextInt(rules.size() + 1),
                    rule.withStatus(List.of(Rule.Status.values()).get(random.nextInt(Rule.Status.values().length)))
                            .withAbout(RuleAbout.intent("why")
                                    .withExamples(random.nextBoolean() ? List.of() : List.of(example)))
                            .withLimits(rule.limits().withRollout(new Rollout(random.nextInt(101), "s"))));
        }
        return new RuleProgram(
                new RulePolicy(
                        new Holdout(random.nextInt(20), "salt"),
                        List.of(RulePolicy.KillSwitch.values()).get(random.nextInt(2))),
                rules);
    }

    private static DecisionTest test(String name) {
        return new DecisionTest(
                name,
                new Asked(
                        new Who.Invented(new UserId("nobody"), List.of(new SegmentId("vip"))),
                        Optional.of(CLOCK.instant()),
                        new RequestContext(Optional.of("cart"), Optional.empty(), Optional.empty())),
                new Wanted(new WantedOffer.Code("X"), List.of(), List.of(), List.of(new RuleId("a")), List.of()));
    }

    @Test
    void everyFieldStandsOnALineOfItsOwn() throws IOException {
        here.rules.save(List.of(rule("a", offer("X"))), "me", "");
        here.write(folder);
        assertEquals(List.of("a.rule.json", "program.json"), List.copyOf(files().keySet()));
        String text = Files.readString(folder.resolve("a.rule.json"));
        assertTrue(text.contains("\n  \"segment\" : \"all\",\n"), text);
        assertTrue(text.endsWith("}\n"), text);
    }

    @Test
    void editsAreNotOverwrittenUnlessThatIsWanted() throws IOException {
        here.rules.save(List.of(rule("a", offer("X")), rule("b", offer("Y"))), "me", "");
        here.write(folder);
        edit("a.rule.json", "\"X\"", "\"EDITED\"");
        var thrown = assertThrows(ProblemException.class, () -> here.write(folder));
        assertEquals("rules.files-edited", thrown.problem().code());
        assertTrue(
                thrown.problem().message().contains("a.rule.json"),
                thrown.problem().message());
        here.folder.replace(folder, Progress.none());
        here.write(folder);
        assertFalse(files().toString().contains("EDITED"));
    }

    @Test
    void filesOfRulesThatAreNoMoreGo() throws IOException {
        here.rules.save(List.of(rule("a", offer("X")), rule("b", offer("Y"))), "me", "");
        here.write(folder);
        here.rules.save(List.of(rule("b", offer("Y"))), "me", "");
        here.write(folder);
        assertEquals(List.of("b.rule.json", "program.json"), List.copyOf(files().keySet()));
    }

    @Test
    void importedEditsMakeOneVersion() throws IOException {
        here.rules.save(List.of(rule("a", offer("X")), rule("b", offer("Y"))), "me", "");
        here.write(folder);
        edit("a.rule.json", "\"X\"", "\"EDITED\"");
        edit("program.json", "\"a\",\n    \"b\"", "\"b\",\n    \"a\"");
        RuleFolder.Taken taken = here.take(folder);
        assertTrue(taken.changed());
        assertEquals(2, taken.saved().version());
        assertEquals(
                List.of("b", "a"),
                here.rules.rules().stream().map(rule -> rule.id().value()).toList());
        assertFalse(here.take(folder).changed(), "importing again changes nothing");
    }

    @Test
    void filesWrittenFromAnOlderVersionAreNotTakenOverANewerOne() throws IOException {
        here.rules.save(List.of(rule("a", offer("X"))), "me", "");
        here.write(folder);
        here.rules.save(List.of(rule("a", offer("NEWER"))), "me", "");
        edit("a.rule.json", "\"X\"", "\"EDITED\"");
        assertTrue(
                here.problems(folder).getFirst().contains("written from version 1"), here.problems(folder)::toString);
        var thrown = assertThrows(ProblemException.class, () -> here.take(folder));
        assertEquals("rules.files-refused", thrown.problem().code());
    }

    @Test
    void problemsNameFileLineAndColumn() throws IOException {
        here.rules.save(List.of(rule("a", offer("X")), rule("b", offer("Y"))), "me", "");
        here.write(folder);
        edit("a.rule.json", "\"status\"", "\"stattus\"");
        edit("b.rule.json", "\"segment\" : \"all\",", "\"segment\" : \"all\"");
        List<String> problems = here.problems(folder);
        assertEquals(2, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("a.rule.json, line 7, column 3: "), problems::toString);
        assertTrue(problems.get(1).startsWith("b.rule.json cannot be read at line 7, column 3"), problems::toString);
    }

    @Test
    void orderAndFilesHaveToAgreeAndSegmentsToBeThere() throws IOException {
        here.rules.save(List.of(rule("a", offer("X")), rule("b", offer("Y"))), "me", "");
        here.write(folder);
        edit("program.json", "\"b\"", "\"gone\"");
        assertTrue(
                here.problems(folder).getFirst().startsWith("program.json, line 6, column 5: \"gone\""),
                here.problems(folder)::toString);
        edit("program.json", ",\n    \"gone\"", "");
        assertTrue(
                here.problems(folder).getFirst().contains("b.rule.json is not in the order"),
                here.problems(folder)::toString);
        edit("program.json", "\"a\"", "\"a\",\n    \"b\"");
        edit("b.rule.json", "\"all\"", "\"unknown\"");
        assertTrue(
                here.problems(folder).getFirst().startsWith("b.rule.json, line 6, column 3: there is no segment"),
                here.problems(folder)::toString);
        edit("b.rule.json", "{\n", "<<<<<<< ours\n{\n");
        assertTrue(here.problems(folder).getFirst().contains("Git has left a conflict"));
        Files.delete(folder.resolve("b.rule.json"));
        Files.delete(folder.resolve("program.json"));
        assertTrue(
                here.problems(folder).getFirst().startsWith("program.json, line 1"), here.problems(folder)::toString);
    }
}
