package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.Encoding;
import app.attune.events.read.FileFormat;
import app.attune.events.read.TimeFormat;
import app.attune.events.read.TimeKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file in UTF-8, whose rows are mostly taken from bytes, gives the events that the same text in UTF-16 gives, whose
/// rows never are.
class PlainImportTest {
    private static final long SEED = 22;
    private static final int ROUNDS = 60;
    private static final List<String> USERS =
            List.of("u1", "u2", "u3", " u1", "u1 ", "", "ü", "\u3000u2", "\u00a0", "客");
    private static final List<String> TYPES = List.of("view", "view", "cart", "", " ", "Kauf €");
    private static final List<String> ITEMS = List.of("i1", "i2", "", "\"i,3\"", "\"i\"\"4\"", "i\t5", "\u0001");
    private static final List<String> DAYS = List.of(
            "2026-01-31",
            "2026-02-28",
            "2026-02-29",
            "2026-13-01",
            "2024-02-29",
            "20260101",
            "2027-01-01",
            "\u0432\u0447\u0435\u0440\u0430");
    private static final List<String> CLOCKS = List.of(
            "T09:30:00Z",
            "T09:30:00.1Z",
            " 23:59:59.9999",
            "T09:30:60Z",
            "T24:00:00Z",
            "T09:30",
            "T09:30:00+01:00",
            "T09:30:00.Z",
            "T09:30:00,5Z",
            "T9:30:00Z",
            "",
            "T09:30:00 UTC",
            "T09:30:00.12x");
    private static final List<String> NUMBERS = List.of(
            "1",
            "0",
            "-0",
            "19.99",
            "-3.5",
            ".5",
            "5.",
            ".",
            "-",
            "",
            " 7",
            "1e3",
            "+2",
            "1,234.50",
            "1.234,5",
            "x",
            "123456789012345",
            "1234567890123456789",
            "0.1234567890123456789",
            "--1",
            "1.2.3",
            "٣",
            "NaN");
    private static final List<String> DATES = List.of("2026-01-05", "", "never", "2026-01-05T01:00:00+02:00");

    @TempDir
    Path folder;

    @Test
    void bytesAndCharactersGiveTheSameEvents() throws IOException {
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            SplittableRandom random = Seeds.stream(SEED, "round " + round);
            String text = text(random);
            Mapping mapping = mapping(random);
            DecimalMark mark = random.nextBoolean() ? DecimalMark.POINT : DecimalMark.COMMA;
            List<String> bytes =
                    imported(text, mapping, FileFormat.csv().withDecimalMark(mark), StandardCharsets.UTF_8);
            List<String> chars = imported(
                    text,
                    mapping,
                    FileFormat.csv().withDecimalMark(mark).withEncoding(Encoding.UTF_16LE),
                    StandardCharsets.UTF_16LE);
            for (int i = 0; i < Math.min(chars.size(), bytes.size()); i++) {
                assertEquals(chars.get(i), bytes.get(i), "seed " + SEED + " round " + round + " " + mapping.columns());
            }
            assertEquals(chars.size(), bytes.size());
            accepted += bytes.size();
        }
        assertTrue(accepted > ROUNDS * 20, "accepted " + accepted);
    }

    /// What both imports of the file report, and the events.
    private List<String> imported(String text, Mapping mapping, FileFormat format, Charset charset) throws IOException {
        Path file = Files.write(folder.resolve("file.csv"), text.getBytes(charset));
        try (EventsFixture events = new EventsFixture()) {
            List<String> lines = new ArrayList<>();
            for (int time = 0; time < 2; time++) {
                ImportReport report = events.service.importFile(file, format, mapping, Progress.none());
                assertTrue(report.addsUp());
                lines.add(report.read() + " " + report.accepted() + " " + report.duplicatesDropped() + " "
                        + report.alreadyPresent() + " " + report.exactDuplicates() + " " + report.conflicting() + " "
                        + report.quarantinedByReason() + " " + report.findings());
                events.store.readRejections(report.importId(), rejection -> lines.add(rejection.toString()));
            }
            lines.addAll(EventsFixture.lines(events.frame()));
            return lines;
        }
    }

    private static Mapping mapping(SplittableRandom random) {
        TimeFormat time = TimeFormat.iso().withZone(random.nextInt(3) == 0 ? "Europe/Berlin" : "UTC");
        List<MappedColumn> columns = new ArrayList<>(List.of(
                MappedColumn.of("user", ColumnRole.USER),
                MappedColumn.of("time", ColumnRole.TIME),
                MappedColumn.of("type", ColumnRole.TYPE),
                MappedColumn.of("item", ColumnRole.ITEM),
                MappedColumn.of("value", ColumnRole.VALUE)
                        .counting(unit(random))
                        .otherwise(otherwise(random)),
                new MappedColumn("count", ColumnRole.PROPERTY, "count", FieldType.NUMBER)
                        .counting(unit(random))
                        .otherwise(otherwise(random)),
                new MappedColumn("shipped", ColumnRole.PROPERTY, "shipped", FieldType.DATE),
                MappedColumn.of("note", random.nextBoolean() ? ColumnRole.ATTRIBUTE : ColumnRole.PROPERTY)));
        if (random.nextBoolean()) {
            columns.add(MappedColumn.of("id", ColumnRole.EVENT_ID));
        }
        return Mapping.events(columns, random.nextBoolean() ? "other" : "").withTime(time);
    }

    private static NotNumbers otherwise(SplittableRandom random) {
        return random.nextBoolean() ? NotNumbers.KEPT : NotNumbers.MISSING;
    }

    private static AmountUnit unit(SplittableRandom random) {
        AmountUnit[] units = AmountUnit.values();
        return units[random.nextInt(units.length)];
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder("id,user,time,type,item,value,count,shipped,note\n");
        List<String> rows = new ArrayList<>();
        boolean tame = random.nextBoolean();
        for (int i = 0; i < 120; i++) {
            if (!rows.isEmpty() && random.nextInt(8) == 0) {
                text.append(rows.get(random.nextInt(rows.size())));
                continue;
            }
            String row = String.join(
                            ",",
                            id(random),
                            one(USERS, random, tame),
                            one(DAYS, random, tame) + one(CLOCKS, random, tame),
                            one(TYPES, random, tame),
                            one(ITEMS, random, tame),
                            one(NUMBERS, random, tame),
                            one(NUMBERS, random, tame),
                            one(DATES, random, tame),
                            one(USERS, random, tame))
                    + (random.nextInt(20) == 0 ? "\r\n" : "\n");
            rows.add(row);
            text.append(row);
        }
        return text.toString();
    }

    private static String id(SplittableRandom random) {
        String uuid = "%08x-1234-4abc-8def-0123456789ab".formatted(random.nextInt(40));
        return switch (random.nextInt(6)) {
            case 0 -> uuid.toUpperCase(java.util.Locale.ROOT);
            case 1 -> "e" + random.nextInt(40);
            default -> uuid;
        };
    }

    private static String one(List<String> values, SplittableRandom random, boolean tame) {
        return values.get(tame && random.nextInt(30) > 0 ? random.nextInt(2) : random.nextInt(values.size()));
    }

    @Test
    void epochTimesAreReadFromBytesToo() throws IOException {
        String text = "user,time,type\na,1760000000,view\nb,1760000000.5,view\nc,x,view\nd,,view\n";
        Mapping mapping = Mapping.events(
                        List.of(MappedColumn.of("user", ColumnRole.USER), MappedColumn.of("time", ColumnRole.TIME)),
                        "view")
                .withTime(new TimeFormat(TimeKind.EPOCH_SECONDS, "", "UTC"));
        assertEquals(
                imported(text, mapping, FileFormat.csv().withEncoding(Encoding.UTF_16LE), StandardCharsets.UTF_16LE),
                imported(text, mapping, FileFormat.csv(), StandardCharsets.UTF_8));
    }
}
