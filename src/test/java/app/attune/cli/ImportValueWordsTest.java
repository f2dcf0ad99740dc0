package app.attune.cli;

import static app.attune.cli.Terminal.problem;
import static app.attune.cli.Terminal.refused;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What an import tells of numbers, amounts, dates and times it sees for the first time.
final class ImportValueWordsTest extends FirstImport {
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
}
