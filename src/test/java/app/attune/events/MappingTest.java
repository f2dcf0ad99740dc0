package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FormatDetection;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.SourceFile;
import app.attune.events.read.TimeKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {
    private static final String INVOICES = """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,"A, B",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
            """;

    @TempDir
    Path folder;

    @Test
    void jsonRoundTripKeepsEverything() throws IOException {
        Mapping mapping = guess(INVOICES);
        assertEquals(mapping, Mapping.fromJson(mapping.toJson()));
    }

    @Test
    void unitsOfAmountsAreKeptAndMappingsOfBeforeHaveNone() throws IOException {
        Mapping mapping = guess("user_id,time,event,price_cents\na,2026-01-01,view,1999\n");
        MappedColumn price = mapping.column("price_cents").orElseThrow();
        assertEquals(AmountUnit.ONES, price.unit());
        Mapping cents = mapping.with(price.counting(AmountUnit.HUNDREDTHS));
        assertEquals(cents, Mapping.fromJson(cents.toJson()));
        assertTrue(MappingWords.of(cents).contains("Kept with the event: price_cents (number in hundredths)."));
        String before = cents.toJson().replaceAll(",\\s*\"(unit|notNumbers)\" : \"[A-Z]+\"", "");
        assertFalse(before.contains("unit") || before.contains("notNumbers"), before);
        assertEquals(mapping, Mapping.fromJson(before));
    }

    @Test
    void oddCellsArePointedOutWhereNinetyNineOfAHundredAreNumbersButNeverGuessedToBeMissing() throws IOException {
        assertEquals(List.of(1L), odd(99, 1));
        assertEquals(List.of(), odd(98, 2));
        assertEquals(List.of(), odd(20, 0));
    }

    @Test
    void oddCellsGoByAllRowsOnceTheyAreCounted() throws IOException {
        ImportPreview preview = preview(fees(200, 0));
        Mapping mapping = MappingGuess.of(preview);
        assertEquals(List.of(), OddCells.in(mapping, preview, List.of(new ColumnCount("fee", 1_000, 0, 800))));
        List<OddCells.Hint> found = OddCells.in(mapping, preview, List.of(new ColumnCount("fee", 1_000, 0, 7)));
        assertEquals(7, found.getFirst().count());
        Mapping chosen = mapping.with(found.getFirst().column().otherwise(NotNumbers.MISSING));
        assertEquals(List.of(), OddCells.in(chosen, preview, List.of(new ColumnCount("fee", 1_000, 0, 7))));
    }

    private List<Long> odd(int numbers, int others) throws IOException {
        ImportPreview preview = preview(fees(numbers, others));
        Mapping mapping = MappingGuess.of(preview);
        MappedColumn fee = mapping.column("fee").orElseThrow();
        assertEquals(FieldType.NUMBER, fee.type());
        assertEquals(NotNumbers.KEPT, fee.notNumbers());
        return OddCells.in(mapping, preview, List.of()).stream()
                .map(OddCells.Hint::count)
                .toList();
    }

    private static String fees(int numbers, int others) {
        return "user_id,time,event,fee\n" + "a,2026-01-01,view,1.5\n".repeat(numbers)
                + "a,2026-01-01,view,n/a\n".repeat(others);
    }

    @Test
    void onlyNamesOfAmountsSayInWhatTheyAre() {
        for (String name : List.of("price_cents", "amountCents", "amount_minor", "Total (pence)", "cents")) {
            assertEquals(Optional.of(AmountUnit.HUNDREDTHS), AmountUnit.namedBy(name), name);
        }
        assertEquals(Optional.of(AmountUnit.MILLIONTHS), AmountUnit.namedBy("price_micros"));
        for (String name : List.of("percent", "per_cent", "timestamp_micros", "price", "scents", "minority")) {
            assertEquals(Optional.empty(), AmountUnit.namedBy(name), name);
        }
    }

    @Test
    void partsOfAmountsBecomeWholeOnesWithoutLosingADigit() {
        assertEquals("19.99", AmountUnit.HUNDREDTHS.of("1999"));
        assertEquals("-0.05", AmountUnit.HUNDREDTHS.of("-5"));
        assertEquals("12345678901234567.89", AmountUnit.HUNDREDTHS.of("1234567890123456789"));
        assertEquals("20", AmountUnit.HUNDREDTHS.of("2000.00"));
        assertEquals("0", AmountUnit.MILLIONTHS.of("0.0"));
        assertEquals("0.000001", AmountUnit.MILLIONTHS.of("1"));
        assertEquals(10, Double.parseDouble(AmountUnit.HUNDREDTHS.of("1e3")));
        assertEquals(19.99, AmountUnit.HUNDREDTHS.of(1999));
    }

    @Test
    void aNameThatIsTooLongIsToldBeforeTheImport() throws IOException {
        Mapping mapping = guess("user_id,time,event," + "x".repeat(301) + "\na,2026-01-01,view,1\n");
        List<String> columns =
                mapping.columns().stream().map(MappedColumn::column).toList();
        assertEquals(
                List.of("mapping.long-name"),
                mapping.problems(columns).stream().map(Problem::code).toList());
    }

    @Test
    void invoiceLinesAreRecognised() throws IOException {
        Mapping mapping = guess(INVOICES);
        assertEquals("CustomerID", mapping.columnOf(ColumnRole.USER).orElse(""));
        assertEquals("StockCode", mapping.columnOf(ColumnRole.ITEM).orElse(""));
        assertEquals(List.of("Quantity", "UnitPrice"), mapping.valueFactors());
        assertEquals(
                List.of("return", "adjustment", "adjustment"),
                mapping.typeRules().stream().map(TypeRule::type).toList());
        assertEquals("purchase", mapping.constantType());
        assertEquals(UserIdForm.WHOLE_NUMBER, mapping.userIdForm());
    }

    @Test
    void aColumnThatStartsEmptyIsKeptSinceItMayBeFilledFurtherDown() throws IOException {
        Mapping mapping = guess("user_id,time,event,experiment,\na,2026-01-01,view,,\n");
        assertEquals(
                List.of("experiment"),
                mapping.withRole(ColumnRole.PROPERTY).stream()
                        .map(MappedColumn::name)
                        .toList());
        assertEquals(1, mapping.withRole(ColumnRole.IGNORED).size());
    }

    @Test
    void ratingsAreRecognised() throws IOException {
        Mapping mapping = guess("user\tmovie\trating\ttimestamp\n196\t242\t3\t881250949\n");
        assertEquals(RowKind.EVENTS, mapping.rows());
        assertEquals("rating", mapping.constantType());
        assertEquals("rating", mapping.columnOf(ColumnRole.VALUE).orElse(""));
        assertEquals(TimeKind.EPOCH_SECONDS, mapping.time().kind());
    }

    @Test
    void ourOwnSampleFilesAreRecognised() {
        Path samples = Path.of("sample-datasets");
        Mapping events = guess(samples.resolve("events.csv.gz"));
        assertEquals(RowKind.EVENTS, events.rows());
        assertEquals("event_id", events.columnOf(ColumnRole.EVENT_ID).orElse(""));
        assertEquals("loaded_at", events.columnOf(ColumnRole.LOAD_TIME).orElse(""));
        assertEquals("event", events.columnOf(ColumnRole.TYPE).orElse(""));
        assertEquals("value", events.columnOf(ColumnRole.VALUE).orElse(""));
        Mapping users = guess(samples.resolve("users.csv.gz"));
        assertEquals(RowKind.USERS, users.rows());
        assertEquals(
                List.of("consent_personalisation", "consent_marketing"),
                users.withRole(ColumnRole.CONSENT).stream()
                        .map(MappedColumn::keptName)
                        .toList());
        assertEquals(RowKind.ITEMS, guess(samples.resolve("items.csv.gz")).rows());
        Mapping messy = guess(samples.resolve("messy-events.csv"));
        assertEquals("Kunde", messy.columnOf(ColumnRole.USER).orElse(""));
        assertEquals("Zeitpunkt", messy.columnOf(ColumnRole.TIME).orElse(""));
        assertTrue(messy.problems(
                        messy.columns().stream().map(MappedColumn::column).toList())
                .isEmpty());
    }

    @Test
    void usersAreFoundByTheCommonNamesOfTheirColumns() throws IOException {
        for (String name :
                List.of("id", "ID", "customer", "client_id", "visitor", "Visitor ID", "account", "Kunden-Nr")) {
            assertEquals(
                    name,
                    guess(name + ",time,event\na,2026-01-01,view\na,2026-01-02,view\n")
                            .columnOf(ColumnRole.USER)
                            .orElse(""),
                    name);
        }
        Mapping both = guess("id,user_id,time,event\n1,a,2026-01-01,view\n");
        assertEquals("user_id", both.columnOf(ColumnRole.USER).orElse(""));
    }

    @Test
    void aColumnNamedIdBelongsToWhatTheRowsAre() throws IOException {
        StringBuilder events = new StringBuilder("id,time,event,email\n");
        for (int i = 0; i < 30; i++) {
            events.append(i).append(",2026-01-01,view,a@b.example\n");
        }
        Mapping numbered = guess(events.toString());
        assertEquals("id", numbered.columnOf(ColumnRole.EVENT_ID).orElse(""));
        assertEquals("email", numbered.columnOf(ColumnRole.USER).orElse(""));
        Mapping items = guess("id,title,price\n1,Tent,10\n");
        assertEquals(RowKind.ITEMS, items.rows());
        assertEquals("id", items.columnOf(ColumnRole.ITEM).orElse(""));
        Mapping users = guess("id,email,city\n1,a@b.example,Bonn\n");
        assertEquals(RowKind.USERS, users.rows());
        assertEquals("id", users.columnOf(ColumnRole.USER).orElse(""));
    }

    @Test
    void aColumnOfEventTypesIsKnownByItsValuesWhateverItsName() throws IOException {
        String head = "visitor_id,timestamp,%s,sku,amount\n";
        String row = "v1,2026-01-0%d,%s,s1,10\n";
        for (String words : List.of("view purchase view", "Ansicht Warenkorb Kauf", "page_view add_to_cart other")) {
            StringBuilder rows = new StringBuilder(head.formatted("what"));
            for (String word : words.split(" ")) {
                rows.append(row.formatted(rows.length() % 9 + 1, word));
            }
            Mapping mapping = guess(rows.toString());
            assertEquals("what", mapping.columnOf(ColumnRole.TYPE).orElse(""), words);
            assertEquals("", mapping.constantType());
        }
        for (String words : List.of("red green blue", "search e-mail social", "a lot of odd words")) {
            StringBuilder rows = new StringBuilder(head.formatted("what"));
            for (String word : words.split(" ")) {
                rows.append(row.formatted(1, word));
            }
            Mapping mapping = guess(rows.toString());
            assertEquals(Optional.empty(), mapping.columnOf(ColumnRole.TYPE), words);
            assertEquals("purchase", mapping.constantType());
        }
        assertEquals(
                Optional.empty(),
                guess(head.formatted("channel") + row.formatted(1, "search")).columnOf(ColumnRole.TYPE));
    }

    @Test
    void aConstantTypeIsNotSaidToBeOfAllRowsWhereAColumnNamesTypes() throws IOException {
        Mapping mapping = guess("user_id,time,event\na,2026-01-01,view\n").withConstantType("purchase");
        assertTrue(MappingWords.of(mapping).contains("Event type of rows where event is empty: purchase."));
    }

    @Test
    void theOnlyColumnOfTimesSaysWhenSomethingHappened() throws IOException {
        Mapping named = guess("visitor_id,moment,what,sku\nv1,2026-01-01T10:00:00Z,view,s1\n");
        assertEquals("moment", named.columnOf(ColumnRole.TIME).orElse(""));
        Mapping item = guess("user_id,bought_on,sku\nv1,2026-01-01,s1\n");
        assertEquals("bought_on", item.columnOf(ColumnRole.TIME).orElse(""));
        Mapping when = guess("user_id,when,shop\nv1,2026-01-01,Graz\n");
        assertEquals("when", when.columnOf(ColumnRole.TIME).orElse(""));
        Mapping two = guess("user_id,from_day,to_day,sku\nv1,2026-01-01,2026-01-02,s1\n");
        assertEquals(Optional.empty(), two.columnOf(ColumnRole.TIME));
        Mapping users = guess("user_id,type,member_since\nv1,gold,2026-01-01\n");
        assertEquals(RowKind.USERS, users.rows());
        Mapping items = guess("item_id,title,added_on\ni1,Tent,2026-01-01\n");
        assertEquals(RowKind.ITEMS, items.rows());
    }

    @Test
    void problemsNameTheMissingRole() throws IOException {
        Mapping mapping = guess("user_id,time,event\na,2026-01-01,view\n").withRole("user_id", ColumnRole.IGNORED);
        List<Problem> problems = mapping.problems(List.of("user_id", "time", "event"));
        assertEquals(
                List.of("mapping.no-user-column"),
                problems.stream().map(Problem::code).toList());
    }

    @Test
    void whatIsKeptMovesToTheUserWhenARowIsOneAndBack() throws IOException {
        Mapping events = guess("user_id,time,event,city\na,2026-01-01,view,Graz\n");
        assertEquals(ColumnRole.PROPERTY, events.column("city").orElseThrow().role());
        Mapping users = events.withRows(RowKind.USERS);
        assertEquals(ColumnRole.ATTRIBUTE, users.column("city").orElseThrow().role());
        assertEquals(users, users.withRows(RowKind.ITEMS).withRows(RowKind.USERS));
        assertEquals(events, users.withRows(RowKind.EVENTS));
    }

    @Test
    void aSingleRoleMovesFromOneColumnToAnother() throws IOException {
        Mapping mapping = guess("user_id,time,event\na,2026-01-01,view\n").withRole("event", ColumnRole.USER);
        assertEquals("event", mapping.columnOf(ColumnRole.USER).orElse(""));
        assertEquals(1, mapping.withRole(ColumnRole.USER).size());
    }

    @Test
    void aColumnThatTheFileLacksIsNamed() throws IOException {
        Mapping mapping = guess("user_id,time,event\na,2026-01-01,view\n");
        assertEquals(
                "mapping.column-not-in-file",
                mapping.problems(List.of("user_id", "event")).getFirst().code());
    }

    private Mapping guess(String text) throws IOException {
        return MappingGuess.of(preview(text));
    }

    private ImportPreview preview(String text) throws IOException {
        return preview(Files.writeString(folder.resolve("f.csv"), text, Charset.forName("UTF-8")));
    }

    private static Mapping guess(Path path) {
        return MappingGuess.of(preview(path));
    }

    private static ImportPreview preview(Path path) {
        SourceFile file = new SourceFile(path);
        FileFormat format = FormatDetection.detect(file.head(FormatDetection.HEAD_BYTES));
        return ImportPreview.of(file, format);
    }
}
