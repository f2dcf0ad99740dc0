package app.attune.events;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.events.read.Encoding;
import app.attune.events.read.FileFormat;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.Packed;
import app.attune.events.read.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of every format, cut off, with flipped bits, zeros, huge cells and mixed line ends: an import ends with a sum
/// that holds or with a problem that can be read.
class MutationTest {
    private static final Path DATA =
            Path.of(System.getProperty("attune.shared", "../shared")).resolve("data");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void everyFormatSurvivesDamage() throws IOException {
        int tried = 0;
        for (Map.Entry<String, byte[]> file : samples().entrySet()) {
            for (long seed = 0; seed < 12; seed++) {
                SplittableRandom random = Seeds.stream(seed, file.getKey());
                check(mutated(file.getValue(), random), file.getKey() + " seed " + seed);
                tried++;
            }
        }
        assertEquals(13 * 12, tried);
    }

    @Test
    @Tag("conformance")
    void realFilesOfEveryFormatSurviveDamage() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(DATA.resolve("export-formats"))) {
            files = Stream.concat(
                            all.filter(Files::isRegularFile),
                            Stream.of(
                                            "bike-sharing/bike_sharing_dataset.zip",
                                            "german-credit/german.data",
                                            "cdnow/CDNOW_master.txt.gz",
                                            "gowalla/gowalla.valid.txt.gz")
                                    .map(DATA::resolve))
                    .sorted()
                    .toList();
        }
        int tried = 0;
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            byte[] start = Arrays.copyOf(whole, Math.min(whole.length, 300_000));
            for (long seed = 0; seed < 6; seed++) {
                check(mutated(start, Seeds.stream(seed, String.valueOf(file.getFileName()))), file + " seed " + seed);
                tried++;
            }
        }
        Logger.getLogger("attune.figures")
                .info("real files " + files.size() + ", damaged " + tried + ", crashes 0, hangs 0");
        assertTrue(tried > 200);
    }

    private void check(byte[] bytes, String what) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        assertTimeoutPreemptively(LIMIT, () -> tryImport(file, what), what);
    }

    private static void tryImport(Path file, String what) {
        try (EventsFixture events = new EventsFixture()) {
            Source source = Source.of(file);
            FileFormat format = events.service.detect(source);
            ImportPreview preview = events.service.preview(source, format);
            Mapping mapping = events.service.guess(preview);
            if (!mapping.problems(preview.columnNames()).isEmpty()) {
                mapping = Mapping.events(List.of(MappedColumn.of(Mapping.LINE, ColumnRole.USER)), "")
                        .withRows(RowKind.USERS);
            }
            ImportReport report = events.service.importSource(source, format, mapping, Progress.none());
            assertTrue(report.addsUp(), what);
            assertEquals(
                    report.read(),
                    report.files().stream().mapToLong(ImportedFile::read).sum(),
                    what);
            assertEquals(
                    mapping.rows() == RowKind.EVENTS ? report.accepted() : 0,
                    events.frame().eventCount(),
                    what);
        } catch (ProblemException e) {
            assertTrue(e.problem().code().matches("(import|mapping|store)\\..*"), what + ": " + e.problem());
        }
    }

    private static byte[] mutated(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(8); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            case 1 -> with(bytes, random, new byte[1 + random.nextInt(40)]);
            case 2 -> with(bytes, random, "x".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
            case 3 -> with(bytes, random, "\r\n\r\r\n\n\u2028\u0085".getBytes(StandardCharsets.UTF_8));
            case 4 -> with(bytes, random, "\",\"\"\\\"'[{(".getBytes(StandardCharsets.US_ASCII));
            default -> bytes;
        };
    }

    private static byte[] with(byte[] bytes, SplittableRandom random, byte[] added) {
        int at = random.nextInt(bytes.length + 1);
        byte[] all = Arrays.copyOf(bytes, bytes.length + added.length);
        System.arraycopy(added, 0, all, at, added.length);
        System.arraycopy(bytes, at, all, at + added.length, bytes.length - at);
        return all;
    }

    private static Map<String, byte[]> samples() {
        String csv = "user_id,time,event,item_id\n" + "ü1,2026-01-01,view,i1\n\"u,2\",2026-01-02,cart,i2\n".repeat(40);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("csv", csv.getBytes(StandardCharsets.UTF_8));
        files.put("utf-16", ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_16LE));
        files.put("big5", csv.replace("ü1", "客戶城市").getBytes(Encoding.of("Big5").charset()));
        files.put("gzip", Packed.gzip(csv));
        files.put("bzip2", Packed.bzip2(csv));
        files.put("zip", Packed.zip(Map.of("a.csv", csv, "b.csv", csv)));
        files.put("titled", ("Report\n\n# made today\n" + csv).getBytes(StandardCharsets.UTF_8));
        files.put(
                "aligned",
                (" customer_id  date  amount\n" + " 00001 20260101   11.77\n".repeat(60))
                        .getBytes(StandardCharsets.UTF_8));
        files.put(
                "fixed",
                ("id   name        city\n" + "7    Eva Berg    Ulm\n12   Jan         Bad Ems\n".repeat(40))
                        .getBytes(StandardCharsets.UTF_8));
        StringBuilder lists = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lists.append(i).append(" 7".repeat(1 + i % 9)).append('\n');
        }
        files.put("lists", lists.toString().getBytes(StandardCharsets.UTF_8));
        files.put(
                "log",
                "10.0.0.7 - - [03/Nov/2025:08:15:00 +0100] \"GET /a HTTP/1.1\" 200 5 \"-\" \"B/1\"\n"
                        .repeat(60)
                        .getBytes(StandardCharsets.UTF_8));
        files.put(
                "w3c",
                ("#Fields: date time c-ip cs-method cs-uri-stem sc-status\n"
                                + "2025-11-03 08:15:00 10.0.0.7 GET /a 200\n".repeat(60))
                        .getBytes(StandardCharsets.UTF_8));
        files.put(
                "json",
                "{\"user_id\":\"a\",\"time\":\"2026-01-01\",\"event\":\"view\"}\n"
                        .repeat(60)
                        .getBytes(StandardCharsets.UTF_8));
        return files;
    }
}
