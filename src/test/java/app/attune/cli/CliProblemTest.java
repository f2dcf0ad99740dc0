package app.attune.cli;

import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.problem;
import static app.attune.cli.Terminal.refused;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.cli.Terminal.Ran;
import app.attune.core.Progress;
import app.attune.core.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What commands say when they cannot: one line for what happened, one for what to do, and the exit code.
final class CliProblemTest extends ShopTest {
    private static final Progress CANCELLED = new Progress() {
        @Override
        public void report(String stage, long done, long total) {}

        @Override
        public boolean isCancelled() {
            return true;
        }
    };

    private static final Progress EXHAUSTED = new Progress() {
        @Override
        public void report(String stage, long done, long total) {
            throw new OutOfMemoryError("Java heap space");
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"count", "members", "sql", "show", "versions", "delete"})
    void anIdThatCannotBeIsToldPlainly(String verb) {
        List<String> said = problem("segment", workspace, verb, "Not An Id");
        assertEquals("\"Not An Id\" is no segment's id.", said.getFirst());
        assertTrue(said.getLast().contains("attune segment WORKSPACE list"), said.getLast());
    }

    @Test
    void idsThatCannotBeAreToldByEveryCommand() {
        problem("segment", workspace, "explain", "Not An Id", "u01");
        problem("chart", workspace, "segment-size", "Not An Id", "--out", shop.file("x.png"));
        problem("preview", workspace, "--random", "--segment", "Not An Id");
        misused("preview", workspace, " ");
        misused("segment", workspace, "save", " ", "--template", "vip");
    }

    @Test
    void whatDiscoverDoesNotHeedIsRefused() {
        assertTrue(misused("discover", workspace, "--baskets", "--rows", "2")
                .getFirst()
                .contains("--rows is of --like, --users and --groups."));
        assertTrue(misused("discover", workspace, "--baskets", "--share", "0.1")
                .getFirst()
                .contains("--share is of habits"));
        assertTrue(misused("discover", workspace, "--groups", "2", "--share", "0.1")
                .getFirst()
                .contains("--share is of habits"));
        assertTrue(misused("discover", workspace, "--rows", "2").getFirst().contains("--rows is of"));
        assertTrue(misused("discover", workspace, "--orders", "2").getFirst().contains("are of --baskets."));
        assertTrue(misused("discover", workspace, "--baskets", "--orders", "1")
                .getFirst()
                .contains("2 or more orders"));
    }

    @Test
    void unknownThingsAreNamed() {
        assertTrue(problem("segment", workspace, "count", "nobody").getFirst().contains("nobody"));
        assertTrue(problem("preview", workspace, "u99").getFirst().contains("u99"));
        assertTrue(misused("segment", workspace, "dance").getLast().contains("templates"));
        assertTrue(problem("segment", workspace, "save", "X", "--template", "none")
                .getFirst()
                .contains("none"));
        assertTrue(misused("train", workspace, "oracle").getLast().contains("item-knn"));
        assertTrue(misused("chart", workspace, "pie", "--out", shop.file("x.png"))
                .getLast()
                .contains("active-users"));
        assertTrue(misused("import", workspace, shop.file("events.csv"), "--as", "cats")
                .getLast()
                .contains("users"));
    }

    @Test
    void anIdWrittenAsANumberWithDecimalsNamesTheStoredOne() throws IOException {
        Path other = folder.resolve("numbers");
        text("new", other);
        text("import", other, shop.write("numbers.csv", """
                user_id,time,event,item_id
                17850,2026-10-01T00:00:00Z,view,i1
                13047,2026-10-02T00:00:00Z,view,i2
                """));
        text("segment", other, "save", "All", "--condition", shop.write("all.json", "{\"all\":[]}"));
        for (List<String> said :
                List.of(problem("segment", other, "explain", "all", "17850.0"), problem("preview", other, "17850.0"))) {
            assertEquals("There is no user 17850.0 in the data; the user is stored as 17850.", said.getFirst());
            assertEquals("Ask for 17850.", said.getLast());
        }
    }

    @Test
    void aWordTheRulesDoNotKnowIsToldWithTheOnesTheyDo() throws IOException {
        String rules = "{\"format\":1,\"rules\":[{\"id\":\"a\",\"name\":\"A\",\"segment\":\"s\",\"status\":\"%s\","
                + "\"%s\":\"\",\"then\":{\"do\":\"%s\",\"code\":\"X\",\"text\":\"x\"}}]}";
        List<String> status =
                problem("rule", workspace, "save", shop.write("r.json", rules.formatted("actve", "intent", "offer")));
        assertEquals(
                "Can't read r.json, rule 1: the status \"actve\" is not known here; known are draft, review, active, paused, retired.",
                status.getFirst());
        assertEquals("Did you mean \"active\"?", status.getLast());
        List<String> field =
                problem("rule", workspace, "save", shop.write("r.json", rules.formatted("active", "intnet", "offer")));
        assertTrue(field.getFirst().contains("the field \"intnet\""), field.getFirst());
        assertEquals("Did you mean \"intent\"?", field.getLast());
        assertEquals(
                "Did you mean \"offer\"?",
                problem("rule", workspace, "save", shop.write("r.json", rules.formatted("active", "intent", "ofer")))
                        .getLast());
    }

    private static List<String> misused(Object... words) {
        return refused(ExitCode.USAGE, words);
    }

    @Test
    void whatCannotBeCutOrExpectedIsToldWithWhatThereIs() {
        List<String> column = problem("quality", workspace, "expect", "E", "--filled", "valeu=90");
        assertEquals("There is no column valeu.", column.getFirst());
        assertTrue(column.getLast().contains("value"), column.getLast());
        assertTrue(problem("identity", workspace, "cut", "u01").getFirst().startsWith("u01 is linked with nothing"));
        text("identity", workspace, "rules", "--link", "order_id");
        List<String> pair = problem("identity", workspace, "cut", "u01", "order_id:none");
        assertEquals("u01 and order_id:none are not linked, so there is nothing to cut.", pair.getFirst());
        assertTrue(pair.getLast().startsWith("Linked are "), pair.getLast());
        String shown = text("identity", workspace, "show", "u01");
        assertTrue(shown.contains(", first in events.csv, lines "), shown);
        text("identity", workspace, "restore", "0");
    }

    @Test
    void whatIsMissingIsAskedFor() {
        misused("segment", workspace, "count", "--as-of", "soon");
        misused("segment", workspace, "save", "X");
        misused("segment", workspace, "show");
        misused("segment", workspace, "members", "x", "--purpose", "personalisation");
        misused("segment", workspace, "count", "--out", shop.file("x.csv"));
        misused("segment", workspace, "explain", "x", "u01", "u02");
        misused("rule", workspace, "save");
        misused("preview", workspace);
        misused("chart", workspace, "segment-size", "--out", shop.file("x.png"));
        problem("chart", workspace, "recommenders", "--out", shop.file("x.png"));
        misused("chart", workspace, "active-users", "--out", shop.file("x.gif"));
    }

    @Test
    void optionsOutOfRangeAreToldPlainly() {
        misused("preview", workspace, "u01", "--length", "0");
        misused("recommend-all", workspace, "--out", "lists.csv", "--length", "0");
        misused("model-onnx", workspace, "ials-1", "--out", "onnx", "--length", "0");
        misused("recommend-all", workspace, "--out", "lists.xlsx");
        misused("recommend-all", workspace, "--out", "lists.resp", "--name", "My lists");
        misused("segment", workspace, "rfm", "--times", "often");
        misused("train", workspace, "item-knn", "--neighbours", "0");
        misused("train", workspace, "item-knn", "--half-life", "0");
        misused("train", workspace, "item-knn", "--split", "1.5");
        misused("train", workspace, "item-knn", "--split", "half");
        misused("train", workspace, "popularity", "--weight", "purchase=-1");
        misused("import", workspace, shop.file("events.csv"), "--dry-run", "--rejected", shop.file("x.csv"));
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        assertTrue(
                problem("import", workspace, shop.file("gone.csv")).getFirst().contains("gone.csv"));
        assertTrue(problem("import", workspace, shop.events(), "--mapping", shop.file("gone.json"))
                .getFirst()
                .contains("gone.json"));
        problem("segment", workspace, "save", "X", "--condition", shop.file("gone.json"));
        assertEquals(
                "There is no file " + shop.file("gone.json") + ".",
                problem("rule", workspace, "save", shop.file("gone.json")).getFirst());
        assertEquals(
                "There is no segment \"vipp\".",
                problem("preview", workspace, "--random", "--segment", "vipp").getFirst());
        problem("rule", workspace, "save", shop.write("bad.json", "{\"format\":1,"));
        problem("segment", workspace, "save", "X", "--condition", shop.write("bad.json", "{}"));
        problem("import", workspace, shop.events(), "--mapping", shop.write("bad.json", "{\"version\":9}"));
        problem("import", workspace, shop.write("empty.csv", ""));
    }

    @Test
    void aFolderThatIsNoWorkspaceIsToldAndLeftAlone() throws IOException {
        assertTrue(problem("segment", folder.resolve("nowhere"), "count")
                .getFirst()
                .contains("nowhere"));
        assertFalse(Files.exists(folder.resolve("nowhere")));
        Path plain = Files.createDirectories(folder.resolve("plain"));
        Files.writeString(plain.resolve("letter.txt"), "Dear shop");
        problem("train", plain, "popularity");
        problem("new", plain);
        problem("new", workspace);
        assertEquals("Dear shop", Files.readString(plain.resolve("letter.txt")));
    }

    @Test
    void aWorkspaceSomebodyHasOpenIsNotTouched() {
        Path held = folder.resolve("held");
        text("new", held);
        try (Workspace open = Workspace.open(held, Terminal.CLOCK)) {
            List<String> said = problem("segment", open.folder(), "count");
            assertTrue(said.getFirst().contains("already open"), said.getFirst());
        }
        assertEquals(0, json("segment", held, "count").size());
    }

    @Test
    void anEmptyWorkspaceAnswersWithoutFailing() {
        Path empty = folder.resolve("empty");
        text("new", empty);
        assertTrue(text("segment", empty, "count").contains("No segments yet"));
        assertTrue(text("rule", empty, "list").contains("No rules"));
        problem("train", empty, "popularity");
        problem("preview", empty, "--random");
        problem("preview", empty, "u01");
        text("segment", empty, "templates");
    }

    @Test
    void wordsNotUnderstoodEndWithTwoAndPointToTheHelp() {
        assertTrue(refused(ExitCode.USAGE, "dance").getLast().contains("attune --help"));
        assertTrue(refused(ExitCode.USAGE, "improt", workspace).getLast().contains("import"));
        assertTrue(refused(ExitCode.USAGE, "import", workspace).getLast().contains("attune import --help"));
        refused(ExitCode.USAGE, "chart", workspace, "active-users");
        refused(ExitCode.USAGE, "train", workspace, "popularity", "--seed", "seven");
        refused(ExitCode.USAGE, "segment", workspace, "count", "--jsno");
        assertEquals(ExitCode.USAGE, run().code());
    }

    @Test
    void cancellingEndsWith130AndKeepsNothing() throws IOException {
        Path fresh = folder.resolve("cancelled");
        text("new", fresh);
        Ran ran = run(CANCELLED, "import", fresh, shop.events());
        assertEquals(ExitCode.CANCELLED, ran.code(), ran::toString);
        assertEquals("", ran.out());
        assertTrue(ran.err().startsWith("Cancelled."));
        assertEquals(
                SmallShop.EVENTS,
                json("import", fresh, shop.events()).get("accepted").asInt());
    }

    @Test
    void runningOutOfMemoryIsToldInTwoLinesAndLeavesNothing() throws IOException {
        Path fresh = folder.resolve("small-memory");
        text("new", fresh);
        Ran ran = run(EXHAUSTED, "import", fresh, shop.events());
        assertEquals(ExitCode.PROBLEM, ran.code(), ran::toString);
        assertEquals(2, ran.err().lines().count(), ran.err());
        assertTrue(ran.err().startsWith("Attune ran out of memory: it may use "), ran.err());
        assertEquals(
                SmallShop.EVENTS,
                json("import", fresh, shop.events()).get("accepted").asInt());
    }

    @Test
    void aFileThatIsNoArchiveIsToldInOurWords() throws IOException {
        String said = problem("unarchive", shop.write("no.zip", "Dear shop"), folder.resolve("never"))
                .getFirst();
        assertTrue(said.startsWith("The file is not an Attune archive: "), said);
        assertTrue(said.endsWith("(it is no ZIP file, or not all of one)."), said);
    }

    @Test
    void aBundleThatIsNotThereIsAProblemNotADifference() {
        problem("verify", folder.resolve("no-bundle"));
    }
}
