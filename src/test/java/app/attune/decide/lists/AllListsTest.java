package app.attune.decide.lists;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.decide.DecisionDesk;
import app.attune.decide.FixedModel;
import app.attune.decide.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Lists of the small shop: anna, ben and dan agreed, cora did not.
final class AllListsTest {
    private static final DecisionDesk DESK =
            Shop.desk(List.of(FixedModel.popularity("3", "1"), FixedModel.similar("=2+3", "5\u00e9", "3")), List.of());

    @TempDir
    private Path folder = Path.of(".");

    private ListsFile write(String name) {
        return AllLists.ofDecisions(DESK).write(ListsRequest.of(folder.resolve(name)), Progress.none());
    }

    private String text(String name) throws IOException {
        write(name);
        return Files.readString(folder.resolve(name));
    }

    @Test
    void csvHasARowPerUserAndItemAndNoFormula() throws IOException {
        assertEquals("""
                user_id,rank,item_id,score
                anna,1,'=2+3,3.0
                anna,2,5\u00e9,2.0
                anna,3,3,1.0
                ben,1,'=2+3,2.0
                ben,2,5\u00e9,1.0
                dan,1,3,2.0
                dan,2,1,1.0
                """, text("lists.csv").replace("\r\n", "\n"));
    }

    @Test
    void whoDidNotAgreeIsLeftOutAndCounted() {
        ListsFile written = write("lists.jsonl");
        assertEquals(3, written.users());
        assertEquals(7, written.items());
        assertEquals(1, written.withheld());
        assertEquals(0, written.without());
        assertTrue(written.sentence().contains("Wrote lists of 3 users with 7 items as JSON Lines"), written::sentence);
        assertTrue(written.sentence().contains("1 user who did not agree"), written::sentence);
    }

    @Test
    void jsonLinesHaveAnObjectPerUser() throws IOException {
        assertEquals(
                "{\"user\":\"dan\",\"items\":[{\"item\":\"3\",\"score\":2.0},{\"item\":\"1\",\"score\":1.0}]}",
                text("lists.jsonl").lines().toList().getLast());
    }

    @Test
    void redisGetsAListPerUserInPlaceOfTheOldWithLengthsInBytes() throws IOException {
        String key = "recommendations:anna";
        List<String> words = new ArrayList<>(List.of("*2", "$3", "DEL", "$20", key));
        words.addAll(List.of("*5", "$5", "RPUSH", "$20", key, "$4", "=2+3", "$3", "5\u00e9", "$1", "3", ""));
        String anna = String.join("\r\n", words);
        String text = text("lists.resp");
        assertTrue(text.startsWith(anna));
        assertTrue(text.contains("$20\r\nrecommendations:cora\r\n*2\r\n"), "nothing is pushed for who did not agree");
    }

    @Test
    void elasticsearchGetsAnActionAndADocumentPerUser() throws IOException {
        List<String> lines = text("lists.ndjson").lines().toList();
        assertEquals(7, lines.size());
        assertEquals("{\"delete\":{\"_index\":\"recommendations\",\"_id\":\"cora\"}}", lines.get(4));
        assertEquals("{\"index\":{\"_index\":\"recommendations\",\"_id\":\"anna\"}}", lines.getFirst());
        assertTrue(lines.get(1).startsWith("{\"user\":\"anna\",\"items\":[{\"item\":\"=2+3\",\"score\":3.0}"));
    }

    @Test
    void parquetHasTheSameRows() throws IOException {
        write("lists.parquet");
        var builder =
                new ParquetReader.Builder<Group>(
                        new LocalInputFile(folder.resolve("lists.parquet")), new PlainParquetConfiguration()) {
                    @Override
                    protected ReadSupport<Group> getReadSupport() {
                        return new GroupReadSupport();
                    }
                };
        StringBuilder rows = new StringBuilder();
        try (ParquetReader<Group> reader = builder.build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.append(row.getString("user_id", 0)).append(row.getInteger("rank", 0));
                rows.append(row.getString("item_id", 0))
                        .append(row.getDouble("score", 0))
                        .append(' ');
            }
        }
        assertEquals(
                "anna1=2+33.0 anna25\u00e92.0 anna333.0 ".replace("333.0", "331.0"),
                rows.substring(0, rows.indexOf("ben")));
        assertEquals(7, rows.toString().split(" ").length);
    }

    @ParameterizedTest
    @EnumSource
    void theSameListsAreTheSameBytesWithTheirChecksumBeside(ListFormat format) throws Exception {
        ListsFile one = write("one." + format.extension());
        ListsFile two = write("two." + format.extension());
        byte[] bytes = Files.readAllBytes(one.request().file());
        assertArrayEquals(bytes, Files.readAllBytes(two.request().file()));
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertEquals(sha256, one.sha256());
        assertEquals(sha256 + "  one." + format.extension() + "\n", Files.readString(one.checksum()));
        assertEquals(format, one.request().format());
        try (var files = Files.list(folder)) {
            assertEquals(4, files.count());
        }
    }

    @Test
    void idsBehindAnApostropheAreCountedInCsvOnly() {
        assertTrue(
                write("lists.csv").sentence().contains("1 id that would be a formula in a spreadsheet stands behind"));
        assertFalse(write("lists.jsonl").sentence().contains("apostrophe"));
    }

    @Test
    void whatAnEndedRunLeftIsWrittenOver() throws IOException {
        for (ListFormat format : ListFormat.values()) {
            Path file = folder.resolve("again." + format.extension());
            Files.writeString(file.resolveSibling(file.getFileName() + ".part"), "left behind");
            write(file.getFileName().toString());
            assertFalse(Files.exists(file.resolveSibling(file.getFileName() + ".part")), format::title);
        }
    }

    @Test
    void neitherListNorChecksumIsReplacedWhereOneCannotBe() throws IOException {
        Path checksum = folder.resolve("lists.csv.sha256");
        Files.createDirectories(checksum.resolveSibling("lists.csv.sha256.part").resolve("full"));
        Files.writeString(folder.resolve("lists.csv"), "old");
        assertThrows(ProblemException.class, () -> write("lists.csv"));
        assertEquals("old", Files.readString(folder.resolve("lists.csv")));
    }

    @Test
    void aModelAloneGivesListsWithoutFallback() {
        ListsFile written = AllLists.ofModel(FixedModel.similar("2", "5"), Shop.histories(), DESK)
                .write(ListsRequest.of(folder.resolve("model.csv")), Progress.none());
        assertEquals(2, written.users());
        assertEquals(1, written.without());
    }

    @Test
    void aCancelledFileIsNotThere() throws IOException {
        Progress cancelled = new Progress() {
            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        ListsRequest request = ListsRequest.of(folder.resolve("lists.csv"));
        assertThrows(
                CancellationException.class, () -> AllLists.ofDecisions(DESK).write(request, cancelled));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aNameThatSaysNoFormatIsAProblem() {
        Path file = folder.resolve("lists.xlsx");
        var thrown = assertThrows(ProblemException.class, () -> ListsRequest.of(file));
        assertEquals("decide.unknown-list-format", thrown.problem().code());
        assertFalse(Files.exists(file));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ListsRequest(folder.resolve("lists.resp"), ListFormat.REDIS, "a b"));
    }
}
