package app.attune.cli;

import static app.attune.cli.Terminal.problem;
import static app.attune.cli.Terminal.refused;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an import tells whoever sees a file for the first time.
final class ImportWordsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Path workspace;

    @BeforeEach
    void makeAWorkspace() {
        workspace = folder.resolve("shop");
        text("new", workspace);
    }

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
    void amountsInCentsAreSuggestedAndReadAsToldOnly() throws IOException {
        Path file = write("till.csv", "user_id,time,event,price_cents\nu1,2026-01-01,purchase,1999\n");
        String guessed = text("import", workspace, file, "--dry-run");
        assertTrue(
                guessed.contains("price_cents seems to be in hundredths by its name: 1999 would be 19.99."
                        + " If they are, add --amounts price_cents=hundredths."),
                guessed);
        assertTrue(
                guessed.contains("No column is the value of events, so revenue will be 0. It may be 'price_cents'."
                        + " If it is, choose Value for it in the step Columns, or add --value price_cents --amounts"),
                guessed);
        String told = text("import", workspace, file, "--amounts", "price_cents=hundredths");
        assertTrue(told.contains("price_cents is in hundredths: 1999 is 19.99."), told);
        assertFalse(told.contains("seems to be"), told);
        String kept = text("sql", workspace, "SELECT price_cents FROM events");
        assertTrue(kept.contains("19.99"), kept);
        assertEquals(
                List.of("--amounts: the file has no column 'price'.", "Use one of: user_id, time, event, price_cents."),
                problem("import", workspace, file, "--amounts", "price=hundredths"));
        assertEquals(
                "Use ones, hundredths, thousandths, millionths.",
                refused(ExitCode.USAGE, "import", workspace, file, "--amounts", "price_cents=cents")
                        .getLast());
        assertEquals(
                "--amounts: the column 'event' is mapped to 'Event type', so no numbers are read of it.",
                problem("import", workspace, file, "--amounts", "event=hundredths")
                        .getFirst());
    }

    @Test
    void theOnlyColumnOfAmountsIsTheValueAndSeveralAreAskedFor() throws IOException {
        Path one = write("eur.csv", "user;what;when;preis\nu1;kauf;01.02.2026;12,50 €\nu2;kauf;13.02.2026;-3,50 €\n");
        String guessed = text("import", workspace, one);
        assertTrue(guessed.contains("Value: preis."), guessed);
        assertTrue(guessed.contains("preis is the value of events, as the only column of amounts"), guessed);
        assertTrue(text("sql", workspace, "SELECT SUM(value) FROM events").contains("9"));
        String none = text("import", workspace, one, "--value", "(none)", "--numbers", "preis", "--dry-run");
        assertTrue(
                none.contains(
                        "It may be 'preis'. If it is, choose Value for it in the step Columns, or add --value preis to the command"),
                none);
        assertFalse(none.contains("is no number") || none.contains("are no numbers and"), none);
        Path two = write("two.csv", "user,what,when,usd,tax_usd\nu1,buy,2026-01-01,12.5,1\nu1,view,2026-01-02,,\n");
        String asked = text("import", workspace, two, "--dry-run");
        assertTrue(asked.contains("It may be 'usd' or 'tax_usd'."), asked);
        String told = text("import", workspace, two, "--value", "usd", "--dry-run");
        assertTrue(told.contains("Value: usd."), told);
        assertFalse(told.contains("No column is the value"), told);
        String views = "user,what,when,usd\nu1,view,2026-01-01,12.5\n";
        String viewed = text("import", workspace, write("views.csv", views), "--dry-run");
        assertTrue(viewed.contains("It may be 'usd'."), viewed);
        assertEquals(
                "--value: the file has no column 'x'.",
                problem("import", workspace, two, "--value", "x").getFirst());
    }

    @Test
    void aNumberColumnKeptAsTextIsNotCalledANumberBelow() throws IOException {
        String rows = "i1,1995,3\n" + "i1,,3\n".repeat(249) + "i2,soon,4\n";
        String done = text("import", workspace, write("items.csv", "item_id,release_year,size\n" + rows));
        assertTrue(done.contains("1 value of 'release_year' does not fit its type"), done);
        assertFalse(done.contains("release_year (number)"), done);
        assertTrue(done.contains("size (number)"), done);
        assertTrue(done.contains("Encoding: UTF-8, assumed: the first bytes are all ASCII."), done);
    }

    @Test
    void oddCellsOfAColumnOfNumbersAreMissingAndToldWithTheirLines() throws IOException {
        StringBuilder rows = new StringBuilder("user_id,time,event,amount,fee\n");
        for (int i = 0; i < 1_200; i++) {
            String fee = i == 30 ? "n/a" : i >= 1_000 && i % 10 == 0 ? "free" : "2.5";
            rows.append("u1,2026-01-01,view,").append(i == 7 ? "?" : "3").append(',');
            rows.append(fee).append('\n');
        }
        Path file = write("views.csv", rows.toString());
        String asWords = text("import", workspace, file, "--dry-run", "--words", "fee", "--numbers", "amount");
        assertTrue(asWords.contains("1,200 accepted"), asWords);
        assertTrue(
                asWords.contains("1 value of 'amount' is no number and is taken as missing: '?' in line 9."), asWords);
        assertTrue(asWords.contains("Kept with the event: fee."), asWords);
        assertFalse(asWords.contains("of 'fee'"), asWords);
        String done = text("import", workspace, file, "--numbers", "fee");
        assertTrue(done.contains("1,199 accepted"), done);
        assertTrue(
                done.contains("21 values of 'fee' are no numbers and are taken as missing: 'n/a' in line 32,"
                        + " 'free' in line 1002, "),
                done);
        assertTrue(done.contains(" in line 1082 and 11 more. The rest of their rows is kept."), done);
        assertTrue(done.contains("Values that are no numbers are taken as missing and counted: fee."), done);
        String items = text(
                "import",
                workspace,
                write("items.csv", "item_id,size\n" + "i1,3\n".repeat(30) + "i2,large\n"),
                "--numbers",
                "size");
        assertTrue(items.contains("+ 0 rejected"), items);
        assertTrue(
                items.contains("1 value of 'size' is no number and is taken as missing: 'large' in line 32."), items);
        String sum = text("sql", workspace, "SELECT SUM(fee) FROM events");
        assertTrue(sum.contains("2945"), sum);
        assertEquals(
                "--words: the column 'amount' is mapped to 'Value', so it is not kept under its name.",
                problem("import", workspace, file, "--words", "amount").getFirst());
    }

    @Test
    void aColumnThatOnlyStartsWithNumbersIsKeptWholeUnlessToldOtherwise() throws IOException {
        StringBuilder rows = new StringBuilder("user_id,time,event,order\n");
        for (int i = 0; i < 1_000; i++) {
            rows.append("u1,2026-01-01,view,")
                    .append(i < 200 ? "" : "A-")
                    .append(i)
                    .append('\n');
        }
        Path file = write("orders.csv", rows.toString());
        String done = text("import", workspace, file);
        assertTrue(
                done.contains("800 values of 'order' do not fit its type, so the whole column is understood as text."),
                done);
        assertTrue(done.contains("import again with --numbers order, or with 'Numbers, else missing'"), done);
        assertTrue(
                text("sql", workspace, "SELECT COUNT(\"order\") FROM events").contains("1000"),
                () -> text("sql", workspace, "SELECT COUNT(\"order\") FROM events"));
        String again = text("import", workspace, file, "--words", "order");
        assertTrue(again.contains("0 accepted"), again);
    }

    @Test
    void leadingZerosAndLongNumbersAreKeptAsWordsUnlessNumbersAreAskedFor() throws IOException {
        String rows = "u1,01067,12345678901234567,5\nu2,80331,2,6\n" + "u3,10115,3,7\n".repeat(240) + "u3,10115,3,07\n";
        Path file = write("people.csv", "user_id,area,card,late\n" + rows);
        String done = text("import", workspace, file, "--as", "users");
        assertTrue(done.contains("area is kept as words: as a number 01067 would be 1067."), done);
        assertTrue(done.contains("the last digits of 12345678901234567 would be lost."), done);
        assertTrue(done.contains("understood as text. As a number 07 would be 7."), done);
        String kept = text("sql", workspace, "SELECT area, card, late FROM users ORDER BY user_id");
        assertTrue(kept.contains("01067"), kept);
        assertTrue(kept.contains("12345678901234567"), kept);
        assertTrue(kept.contains("07"), kept);
        Path other = folder.resolve("asked");
        text("new", other);
        String asked = text("import", other, file, "--as", "users", "--numbers", "area");
        assertFalse(asked.contains("area is kept as words"), asked);
        String sum = text("sql", other, "SELECT SUM(area) FROM users WHERE user_id = 'u1'");
        assertTrue(sum.contains("1067") && !sum.contains("01067"), sum);
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
    void datesOfEitherOrderAreDoubtedUntilTheirFormatIsChosen() throws IOException {
        Path file = write("us.csv", "user_id,state,moment,day\nu1,basket,03/04/2026,01/02/2026\n");
        String columns = "Use one of: user_id, state, moment, day.";
        assertEquals(
                List.of("--time: the file has no column 'then'.", columns),
                problem("import", workspace, file, "--time", "then"));
        assertEquals(
                List.of("--type: the file has no column 'what'.", columns),
                problem("import", workspace, file, "--type", "what"));
        assertTrue(problem("import", workspace, file, "--time", "moment", "--time-format", "MM/DD/yyyy")
                .getFirst()
                .contains("has DD, which is the day of the year"));
        String doubted = text("import", workspace, file, "--dry-run", "--time", "moment", "--type", "state");
        assertTrue(doubted.contains("Times are written as dd/MM/yyyy: 03/04/2026 is read as 3 April 2026."), doubted);
        assertTrue(doubted.contains("All times fit both dd/MM/yyyy and MM/dd/yyyy"), doubted);
        assertTrue(doubted.contains("(--time-format MM/dd/yyyy)."), doubted);
        assertTrue(text("import", workspace, file, "--dry-run", "--time", "moment", "--json")
                .contains("import.ambiguous-dates"));
        for (String format : List.of("dd/MM/yyyy", "MM/dd/yyyy")) {
            String chosen = text("import", workspace, file, "--time", "moment", "--time-format", format);
            assertTrue(chosen.contains("Times are written as " + format + ": 03/04/2026 is read as "), chosen);
            assertFalse(chosen.contains("fit both"), chosen);
        }
        String times = text("sql", workspace, "SELECT time FROM events ORDER BY time");
        assertTrue(times.indexOf("2026-03-04") > 0 && times.indexOf("2026-03-04") < times.indexOf("2026-04-03"), times);
    }

    @Test
    void theTimeOfDayIsReadFromAnotherColumnWhenToldTo() throws IOException {
        Path file =
                write("calls.csv", "user_id,date,began,what\nu1,10/29/2026,08:59am,call\nu1,10/30/2026,1:05pm,call\n");
        assertTrue(text("import", workspace, file, "--dry-run").contains("or add --time-of-day began to the command"));
        String done = text("import", workspace, file, "--time-of-day", "began");
        assertTrue(done.contains("from 2026-10-29T08:59:00Z to 2026-10-30T13:05:00Z"), done);
        assertFalse(done.contains("midnight"), done);
        String told = text(
                "import", workspace, file, "--dry-run", "--time-of-day", "began", "--time-format", "M/d/yyyy h:mma");
        assertTrue(told.contains("2 already here"), told);
        assertEquals(
                "--time-of-day: it is not clear how the times with 'what' are written, such as 10/29/2026 call.",
                problem("import", workspace, file, "--time-of-day", "what").getFirst());
    }

    @Test
    void otherMarksOtherDatesAndRecordsFurtherDownAreReadOrNamed() throws IOException {
        Path calls = write(
                "min.csv", "user_id,time,event,minutes\nu1,2026-01-01,call,\"13,3\"\nu1,2026-01-02,call,\"2,5\"\n");
        String told = text("import", workspace, calls, "--dry-run", "--numbers", "minutes");
        assertTrue(
                told.contains(
                        "They seem to have a decimal comma: forget this import and read the file with --decimal comma"),
                told);
        assertFalse(text("import", workspace, calls, "--dry-run", "--numbers", "minutes", "--decimal", "comma")
                .contains("decimal comma:"));
        Path people = write("crm.csv", "user_id;geburtsdatum\nu1;20.09.1976\nu2;1.3.1986\n");
        String born = text("import", workspace, people, "--as", "users");
        assertTrue(born.contains("geburtsdatum (date)"), born);
        assertFalse(born.contains("do not fit its type"), born);
        assertTrue(text("sql", workspace, "SELECT geburtsdatum FROM users").contains("1976-09-20"));
        String row = "{\"user_id\": \"u%d\",\n \"time\": \"2026-01-01\",\n \"event\": \"view\"}";
        Path json = write(
                "orders.json",
                "{\n \"meta\": {\"n\": 2},\n \"orders\": [\n" + row.formatted(1) + ",\n" + row.formatted(2) + "\n]}\n");
        String read = text("import", workspace, json, "--dry-run");
        assertTrue(read.contains("2 rows read = 2 accepted"), read);
        assertTrue(read.contains("The records are those at /orders; --layout takes others."), read);
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

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
