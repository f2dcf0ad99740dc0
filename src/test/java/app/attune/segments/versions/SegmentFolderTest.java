package app.attune.segments.versions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.segments.AllOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import app.attune.segments.FakeSegmentStore;
import app.attune.segments.Mark;
import app.attune.segments.Marks;
import app.attune.segments.NoneOf;
import app.attune.segments.RandomPopulations;
import app.attune.segments.RandomTrees;
import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentCondition;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentFolderTest {
    private static final SegmentId VIP = new SegmentId("vip");
    private static final Condition GERMAN =
            new AttributeCondition("text0", Comparison.IS, List.of("Germany", "said \"no\"\n", "Ä"));
    private static final Population PEOPLE = new RandomPopulations(new SplittableRandom(5)).next();

    @TempDir
    private Path folder = Path.of(".");

    private static SegmentService workspace() {
        return new SegmentService(new FakeSegmentStore(), progress -> PEOPLE, Clock.systemUTC());
    }

    private static SegmentService filled() {
        SegmentService segments = workspace();
        SegmentAbout about =
                new SegmentAbout("Keep \u201cthem\u201d", SegmentAbout.Figure.CONVERSION, 12.5, "Ada", "a\nb");
        segments.save(new SegmentDraft(VIP, "VIP", new AllOf(List.of(GERMAN)), about), "Ada", "");
        segments.save(
                new SegmentDraft(new SegmentId("a-rest"), "Rest", new NoneOf(List.of(new SegmentCondition(VIP)))),
                "Ada",
                "");
        RandomTrees trees = new RandomTrees(new SplittableRandom(3));
        for (int i = 0; i < 40; i++) {
            segments.save(new SegmentDraft(new SegmentId("r" + i), "R " + i, trees.next()), "Ada", "");
        }
        return segments;
    }

    private static SegmentFolder.Taken take(SegmentService segments, Path folder) {
        SegmentFolder files = new SegmentFolder(segments);
        return files.take(files.plan(folder, Progress.none()), "Bob");
    }

    @Test
    void filesGoRoundByteForByteThroughAnyWorkspace() throws IOException {
        SegmentService here = filled();
        SegmentFolder files = new SegmentFolder(here);
        assertEquals(42, files.write(folder, Progress.none()).changed());
        assertEquals(0, files.write(folder, Progress.none()).changed(), "what says the same is not written again");
        assertEquals(List.of(), take(here, folder).saved());
        SegmentService there = workspace();
        assertEquals(42, take(there, folder).saved().size());
        Path again = folder.resolve("again");
        new SegmentFolder(there).write(again, Progress.none());
        for (var one : here.list()) {
            String name = SegmentFile.name(one.id());
            String text = Files.readString(folder.resolve(name));
            assertEquals(text, Files.readString(again.resolve(name)));
            assertTrue(text.endsWith("}\n"));
            assertEquals(SegmentDraft.of(one), SegmentDraft.of(there.require(one.id())));
        }
        assertEquals(1, there.require(VIP).version());
    }

    @Test
    void onlyWhatDiffersBecomesAVersion() throws IOException {
        SegmentService here = filled();
        new SegmentFolder(here).write(folder, Progress.none());
        Path vip = folder.resolve("vip.segment.json");
        Files.writeString(vip, Files.readString(vip).replace("Germany", "Austria"));
        SegmentFolder.Taken taken = take(here, folder);
        assertEquals(1, taken.saved().size());
        assertEquals(2, here.require(VIP).version());
        assertEquals("1 new version, 41 files as saved here.", taken.sentence());
    }

    private Problem problem(SegmentService segments) {
        SegmentFolder files = new SegmentFolder(segments);
        SegmentFolder.Plan plan = files.plan(folder, Progress.none());
        assertEquals(1, plan.problems().size(), plan.problems().toString());
        int before = segments.list().stream().mapToInt(one -> one.version()).sum();
        assertThrows(ProblemException.class, () -> files.take(plan, "Bob"));
        assertEquals(
                before, segments.list().stream().mapToInt(one -> one.version()).sum(), "all or nothing");
        return plan.problems().getFirst();
    }

    private void edit(String from, String to) throws IOException {
        Path vip = folder.resolve("vip.segment.json");
        String text = Files.readString(vip);
        assertTrue(text.contains(from), text);
        Files.writeString(vip, text.replace(from, to));
    }

    @Test
    void problemsNameFileAndLine() throws IOException {
        SegmentService here = filled();
        SegmentFolder files = new SegmentFolder(here);
        List<List<String>> cases = List.of(
                List.of(
                        "text0",
                        "text0 is a \\\"b\\\" c",
                        "segments.file-unreadable",
                        "vip.segment.json, line 14, column "),
                List.of("\"owner\"", "\"owners\"", "segments.file-unreadable", "vip.segment.json, line 9: "),
                List.of(
                        "\"vip\"",
                        "\"pip\"",
                        "segments.file-unreadable",
                        "vip.segment.json, line 4: the id is \"pip\""),
                List.of("12.5", "\"much\"", "segments.file-unreadable", "vip.segment.json, line 8: the target"),
                List.of("12.5", "1e999", "segments.file-unreadable", "vip.segment.json, line 8: the target"),
                List.of(
                        "12.5",
                        "160",
                        "segments.file-refused",
                        "vip.segment.json, line 8: A conversion of 160% cannot be reached"),
                List.of("conversion", "luck", "segments.file-unreadable", "vip.segment.json, line 7: "),
                List.of("  \"owner\"", "<<<<<<< ours\n  \"owner\"", "segments.file-conflict", "line 9: Git"),
                List.of("\"VIP\",", "\"VIP\"", "json.unreadable", "line 6"));
        for (List<String> one : cases) {
            files.replace(folder, Progress.none());
            edit(one.get(0), one.get(1));
            Problem problem = problem(here);
            assertEquals(one.get(2), problem.code(), problem.message());
            assertTrue(problem.message().contains("vip.segment.json"), problem.message());
            assertTrue(problem.message().contains(one.get(3)), problem.message());
        }
    }

    @Test
    void referenceToASegmentThatIsGoneIsRefusedWithItsLine() throws IOException {
        SegmentService here = filled();
        new SegmentFolder(here).write(folder, Progress.none());
        SegmentService there = workspace();
        Files.delete(folder.resolve("vip.segment.json"));
        Problem problem = problem(there);
        assertEquals("segments.file-refused", problem.code());
        assertEquals(
                "a-rest.segment.json, line 13: it refers to the segment \"vip\", which is neither here nor in the"
                        + " folder.",
                problem.message());
    }

    @Test
    void fileFromBeforeTheLastSaveIsAConflictOnceItIsEdited() throws IOException {
        SegmentService here = filled();
        new SegmentFolder(here).write(folder, Progress.none());
        here.save(SegmentDraft.of(here.require(VIP)).named("Very important"), "Bob", "");
        edit("Ada", "Cleo");
        Problem problem = problem(here);
        assertEquals("segments.file-conflict", problem.code());
        assertTrue(
                problem.message().contains("line 11: the file was written from version 1, and version 2"),
                problem.message());
    }

    @Test
    void editsThatNoVersionSaysAreOverwrittenOnlyKnowingly() throws IOException {
        SegmentService here = filled();
        SegmentFolder files = new SegmentFolder(here);
        files.write(folder, Progress.none());
        Path first = folder.resolve("a-rest.segment.json");
        Files.delete(first);
        edit("Germany", "Austria");
        Path vip = folder.resolve("vip.segment.json");
        String edited = Files.readString(vip);
        assertEquals(List.of("vip.segment.json"), files.edited(folder, Progress.none()));
        assertFalse(Files.exists(first), "nothing is written by asking");
        Problem problem = assertThrows(ProblemException.class, () -> files.write(folder, Progress.none()))
                .problem();
        assertEquals("segments.files-edited", problem.code());
        assertEquals(
                "Nothing was exported: in " + folder + ", 1 file has edits that are not saved here: vip.segment.json.",
                problem.message());
        assertTrue(problem.remedy().contains("Import them first"), problem.remedy());
        assertTrue(problem.remedy().contains("--replace"), problem.remedy());
        assertEquals(edited, Files.readString(vip));
        assertFalse(Files.exists(first), "nothing is written before all is looked at");
        assertEquals(2, files.replace(folder, Progress.none()).changed());
        assertTrue(Files.readString(vip).contains("Germany"));
    }

    @Test
    void filesOfAnyVersionAreWrittenAnewHoweverTheyAreFormatted() throws IOException {
        SegmentService here = filled();
        SegmentFolder files = new SegmentFolder(here);
        files.write(folder, Progress.none());
        edit("\n", "\r\n");
        here.save(SegmentDraft.of(here.require(VIP)).named("Very important"), "Bob", "");
        assertEquals(1, files.write(folder, Progress.none()).changed());
        edit("Ada", "Cleo");
        take(here, folder);
        here.save(SegmentDraft.of(here.require(VIP)).named("Most important"), "Bob", "");
        assertEquals(1, files.write(folder, Progress.none()).changed(), "imported edits are known");
    }

    @Test
    void refusedFileIsAdvisedToGoAroundTheEditsNotOverThem() throws IOException {
        SegmentService here = filled();
        SegmentFolder files = new SegmentFolder(here);
        files.write(folder, Progress.none());
        here.save(SegmentDraft.of(here.require(VIP)).named("Very important"), "Bob", "");
        edit("Ada", "Cleo");
        assertEquals(
                "Export into another folder, make the edits in the file there, and import that folder.",
                problem(here).remedy());
    }

    private static SegmentDraft draft(String id, Condition condition) {
        return new SegmentDraft(new SegmentId(id), id, condition);
    }

    private static Condition in(String id) {
        return new SegmentCondition(new SegmentId(id));
    }

    private void file(SegmentDraft draft) throws IOException {
        Files.writeString(folder.resolve(SegmentFile.name(draft.id())), SegmentFile.write(draft));
    }

    @Test
    void circleThroughASegmentThatStaysAsItIsIsRefusedWithItsLineAndNothingIsSaved() throws IOException {
        SegmentService here = workspace();
        here.save(draft("a", GERMAN), "Ada", "");
        here.save(draft("b", in("a")), "Ada", "");
        new SegmentFolder(here).write(folder, Progress.none());
        file(draft("a", new AllOf(List.of(GERMAN, in("b")))));
        file(draft("0-other", GERMAN));
        assertEquals(
                "a.segment.json, line 14: The segment would refer to itself: a -> b -> a.",
                problem(here).message());
        List<SegmentDraft> both = List.of(draft("0-other", GERMAN), draft("a", in("b")));
        assertThrows(ProblemException.class, () -> here.saveAll(both, "Bob", ""));
        assertEquals(2, here.list().size(), "all or nothing");
    }

    @Test
    void rowThatStopsEveryCountIsRefusedBesidesAReferenceToo() throws IOException {
        Condition number = new AttributeCondition("number0", Comparison.AT_LEAST, List.of("abc"));
        file(draft("vip", GERMAN));
        file(draft("rich", new AllOf(List.of(in("vip"), number))));
        file(draft("richer", in("rich")));
        Problem problem = problem(workspace());
        assertTrue(problem.message().startsWith("rich.segment.json, line 1: "), problem.message());
        assertTrue(problem.message().contains("abc"), problem.message());
    }

    @Test
    void mutedReferencesAreNoCircle() throws IOException {
        SegmentService here = workspace();
        here.save(draft("a", new AllOf(List.of(GERMAN, Marks.with(in("b"), Mark.MUTED)))), "Ada", "");
        here.save(draft("b", in("a")), "Ada", "");
        new SegmentFolder(here).write(folder, Progress.none());
        assertEquals(2, take(workspace(), folder).saved().size());
    }

    @Test
    void fileThatCannotBeReadIsAProblemOfItsOwn() throws IOException {
        SegmentService here = filled();
        SegmentFolder files = new SegmentFolder(here);
        files.write(folder, Progress.none());
        Path vip = folder.resolve("vip.segment.json");
        String whole = Files.readString(vip);
        Files.writeString(vip, "\uFEFF" + whole);
        assertEquals(42, files.plan(folder, Progress.none()).unchanged(), "a byte order mark says nothing");
        Files.write(vip, new byte[] {'{', (byte) 0xFF});
        assertTrue(problem(here).message().contains("UTF-8"));
        Files.writeString(vip, " ".repeat(10_000_001));
        assertTrue(problem(here).message().contains("larger than 10 MB"));
        assertEquals(1, files.replace(folder, Progress.none()).changed());
        assertEquals(whole, Files.readString(vip));
        Files.createDirectory(folder.resolve("x.segment.json"));
        assertEquals(
                "x.segment.json, line 1: this is no file you may read.",
                problem(here).message());
    }

    @Test
    void aTargetStoredBeforeSuchWereRefusedHindersNoOtherEditOfItsFile() throws IOException {
        FakeSegmentStore store = new FakeSegmentStore();
        SegmentService segments = new SegmentService(store, progress -> PEOPLE, Clock.systemUTC());
        SegmentAbout about =
                SegmentAbout.NONE.withFigure(SegmentAbout.Figure.CONVERSION).withTarget(160);
        store.addAll(List.of(new SegmentDefinition(
                VIP,
                1,
                "VIP",
                new AllOf(List.of(GERMAN)),
                "Ada",
                "",
                Clock.systemUTC().instant(),
                about)));
        new SegmentFolder(segments).write(folder, Progress.none());
        edit("\"owner\" : \"\"", "\"owner\" : \"Bob\"");
        take(segments, folder);
        assertEquals("Bob", segments.require(VIP).about().owner());
        assertEquals(160, segments.require(VIP).about().target());
    }
}
