package app.attune.cli;

import static app.attune.cli.Terminal.problem;
import static app.attune.cli.Terminal.run;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.cli.Terminal.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// What an import tells whoever sees a file for the first time.
final class ImportWordsTest extends FirstImport {
    @Test
    void aFileWithoutUsersIsToldWithItsColumnsAndTheCommandsToGoOnWith() throws IOException {
        Path file = write("rooms.csv", "room,colour\n1,red\n2,blue\n");
        Ran ran = run("import", workspace, file);
        assertEquals(ExitCode.PROBLEM, ran.code());
        assertEquals("", ran.out());
        String start = "  attune import " + workspace + " " + file + " ";
        assertTrue(ran.err().startsWith("No column is mapped to 'User'.\n"), ran::err);
        assertTrue(ran.err().contains("\nColumns found: room, colour.\nMapping, guessed:\n"), ran::err);
        assertTrue(
                ran.err().contains(start + "--as users --user room\n" + start + "--as items --item room\n"), ran::err);
        assertTrue(ran.err().contains(start + "--save-mapping mapping.json\n"), ran::err);
        assertTrue(ran.err().contains(start + "--mapping mapping.json\n"), ran::err);
        assertFalse(ran.err().contains("--entry"), ran::err);
    }

    @Test
    void whatAPresetSaysOfItselfIsSaidWhateverTheEncoding() throws IOException {
        Path file = write("ratings.csv", "userId,movieId,rating,timestamp\n1,2,3.5,1141415820\n");
        String plain = text("import", workspace, file, "--preset", "movielens", "--dry-run");
        String encoded =
                text("import", workspace, file, "--preset", "movielens", "--dry-run", "--encoding", "windows-1252");
        List<String> words =
                plain.lines().dropWhile(line -> !line.startsWith("Mapping")).toList();
        assertEquals(
                words,
                encoded.lines().dropWhile(line -> !line.startsWith("Mapping")).toList());
    }

    @Test
    void everyCommandThatIsAdvisedForAFileWithoutUsersImportsIt() throws IOException {
        Path file = write("tickets.csv", "time,event,order_no,amount\n2026-01-01,sale,7,2\n2026-01-02,sale,8,3\n");
        Ran ran = run("import", workspace, file);
        assertTrue(ran.err().contains("Without any, only an export that names users"), ran::err);
        List<String> advised = ran.err()
                .lines()
                .filter(line -> line.contains(" --user ") || line.contains(" --as "))
                .map(line -> line.substring(
                        line.indexOf(file.toString()) + file.toString().length() + 1))
                .toList();
        assertEquals(
                List.of(
                        "--as users --user order_no",
                        "--as items --item order_no",
                        "--user order_no",
                        "--user \"(line)\""),
                advised);
        for (String options : advised) {
            List<Object> words = new ArrayList<>(List.of("import", workspace, file, "--dry-run"));
            words.addAll(List.of(options.replace("\"", "").split(" ")));
            assertTrue(text(words.toArray()).contains("2 accepted"), options);
        }
        assertEquals(
                "Use one of: time, event, order_no, amount.",
                problem("import", workspace, file, "--user", "customer").getLast());
    }

    @Test
    void theMappingSavedByAnImportThatFailsCanBeChangedAndUsed() throws IOException {
        Path file = write("rooms.csv", "room,colour\n1,red\n2,blue\n");
        Path mapping = folder.resolve("mapping.json");
        Ran ran = run("import", workspace, file, "--as", "items", "--save-mapping", mapping);
        assertTrue(ran.err().contains("Then change the roles of the columns in " + mapping), ran::err);
        Files.writeString(mapping, Files.readString(mapping).replaceFirst("ATTRIBUTE", "ITEM"));
        String done = text("import", workspace, file, "--mapping", mapping);
        assertTrue(done.contains("2 accepted"), done);
    }

    @Test
    void anArchiveNamesTheEntryThatWasReadAndTheOthers() throws IOException {
        Path zip = folder.resolve("two files.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(out, "rooms.csv", "room,colour\n1,red\n2,blue\n".repeat(20));
            entry(out, "Readme.txt", "Ask us.\n");
            entry(out, "users.csv", "user_id,city\nu1,Graz\n");
        }
        Ran ran = run("import", workspace, zip);
        assertTrue(ran.err().contains("Read: two files.zip/rooms.csv.\nNot read: Readme.txt, users.csv.\n"), ran::err);
        assertTrue(ran.err().contains("\"" + zip + "\" --entry users.csv\n"), ran::err);
    }

    @Test
    void rowsAreLeftOutInTheWordsOfTheWindow() throws IOException {
        String head = "user_id,user,time,event,ip\n";
        Path file = write(
                "visits.csv",
                head + "ann@Ours.com,is,2026-01-01,view,203.0.113.9\nbo@x.org,is not,2026-01-01,view,10.1.2.3\n"
                        + "cy@x.org,,2026-01-01,empty bottle,203.0.113.9\ndee@x.org,x,2026-01-01,view,203.0.113.9\n");
        String done = text(
                "import",
                workspace,
                file,
                "--remember",
                "visits",
                "--leave-out",
                "user_id ends with @ours.com",
                "--leave-out",
                "ip is in the address range 10.0.0.0/8",
                "--leave-out",
                "Event is empty bottle",
                "--leave-out",
                "user IS EMPTY");
        assertTrue(done.contains("1 accepted + 0 duplicates dropped + 0 already here + 3 filtered"), done);
        assertTrue(done.contains("  1 user_id ends with @ours.com\n"), done);
        assertTrue(done.contains("  1 event is empty bottle\n"), done);
        assertTrue(text("mapping", workspace, "show", "visits").contains("Left out when user is empty."));
        String filled = text("import", workspace, file, "--guess", "--dry-run", "--leave-out", "user is not empty");
        assertTrue(filled.contains("1 accepted + 0 duplicates dropped + 0 already here + 3 filtered"), filled);
        assertEquals(
                List.of(
                        "--leave-out: \"mail is x\" does not begin with a column of the file.",
                        "The columns are: user_id, user, time, event, ip."
                                + " Write for example --leave-out \"email ends with @ours.com\"."),
                problem("import", workspace, file, "--leave-out", "mail is x"));
        assertEquals(
                "--leave-out: \"was x\", after the column user, does not begin with a test.",
                problem("import", workspace, file, "--leave-out", "user was x").getFirst());
        assertEquals(
                "The filter of user has nothing to compare with.",
                problem("import", workspace, file, "--leave-out", "user contains")
                        .getFirst());
    }

    @Test
    void whatHappenedIsReadFromTheColumnOfKnownWordsSoThatViewsAreNoPurchases() throws IOException {
        String first = "v1,2026-01-01T00:00:00Z,view,s1,10\n";
        String second = "v1,2026-01-02T00:00:00Z,purchase,s1,10\n";
        String third = "v2,2026-01-02T00:00:00Z,view,s1,20\n";
        Path file = write("w.csv", "visitor_id,timestamp,what,sku,amount\n" + first + second + third);
        String done = text("import", workspace, file);
        assertTrue(done.contains("Event type: what;"), done);
        assertFalse(done.contains("Event type of"), done);
        assertFalse(done.contains("event type is a guess"), done);
        assertTrue(done.contains("Times are written as ISO 8601."), done);
        String sum = text("sql", workspace, "SELECT SUM(value) FROM events WHERE type = 'purchase'");
        assertTrue(sum.contains("10"), sum);
        assertTrue(sum.endsWith("1 row." + System.lineSeparator()), sum);
        assertFalse(sum.contains("40"), sum);
        String guessed = text("import", workspace, write("s.csv", "user,time,amount\nu1,2026-01-01,4\n"), "--dry-run");
        assertTrue(guessed.contains("No column seems to name what happened, so the event type is a guess."), guessed);
    }

    @Test
    void filesOfAFolderAreChosenByAPattern() throws IOException {
        Path exports = Files.createDirectory(folder.resolve("exports"));
        Files.writeString(exports.resolve("2025-a.csv"), "user_id,time,event\nu1,2025-01-01,view\n");
        Files.writeString(exports.resolve("2026-a.csv"), "user_id,time,event\nu1,2026-01-01,view\n");
        Files.writeString(exports.resolve("2026-b.csv"), "user_id,time,event\nu2,2026-01-01,view\n");
        String done = text("import", workspace, exports, "--files", "2026-*.csv");
        assertTrue(done.contains("2 accepted"), done);
        assertTrue(done.contains("2026-b.csv"), done);
    }

    @Test
    void repeatedRowsAreSaidToBeKeptOnlyWhereTheyCouldBeUsed() throws IOException {
        String good = "u1,2026-01-01,view\n".repeat(2);
        String bad = ",2026-01-01,view\n".repeat(2);
        String done = text("import", workspace, write("e.csv", "user_id,time,event\n" + good + bad));
        assertTrue(done.contains("2 rows repeat an earlier row exactly; those that could be used are kept"), done);
        assertTrue(done.contains("and the file has a column that identifies events, map it"), done);
    }

    @Test
    void nestedListsThatAreLeftOutPointToThePresetThatReadsThem() throws IOException {
        String row = "{\"user_id\":\"u1\",\"event_timestamp\":1767225600000000,\"event_name\":\"view\","
                + "\"user_pseudo_id\":\"p1\",\"event_params\":[{\"key\":\"a\"}],\"items\":[{\"item_id\":\"i1\"}]}\n";
        Path file = write("ga4.jsonl", row);
        String done = text("import", workspace, file, "--guess");
        assertTrue(done.contains("Nested lists were left out: event_params, items."), done);
        assertTrue(done.contains("--preset ga4-bigquery-items"), done);
        assertFalse(text("import", workspace, file).contains("Nested lists"), done);
    }

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
