package app.attune.cli;

import static app.attune.cli.ArchiveEntries.bytes;
import static app.attune.cli.ArchiveEntries.content;
import static app.attune.cli.ArchiveEntries.entries;
import static app.attune.cli.ArchiveEntries.manifest;
import static app.attune.cli.ArchiveEntries.write;
import static app.attune.cli.Terminal.json;
import static app.attune.cli.Terminal.problem;
import static app.attune.cli.Terminal.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.sql.TableSum;
import app.attune.core.sql.TableSums;
import app.attune.core.workspace.Workspace;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A workspace goes through an archive and comes back the same; an archive that is not as Attune makes it makes
/// nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchiveTest {
    private static final String HOSTILE = "Käufer 🙂 \u202e \" ' ; =cmd|' /C calc'!A0 </script>";

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    private Path workspace;

    @SuppressWarnings("NullAway.Init") // Set once before all tests.
    private Path archive;

    private SortedMap<String, TableSum> archived = new java.util.TreeMap<>();

    @BeforeAll
    void archiveTheShop() throws IOException {
        SmallShop shop = new SmallShop(folder).filled();
        workspace = shop.workspace();
        shop.write("germans.json", "{\"attribute\":\"country\",\"comparison\":\"is\",\"values\":[\"DE\"]}");
        shop.write("austrians.json", "{\"attribute\":\"country\",\"comparison\":\"is\",\"values\":[\"AT\"]}");
        shop.write("rules.json", """
                {"format":1,"rules":[{"id":"offer","name":"Offer","segment":"germans","status":"active","intent":"",
                 "then":{"do":"offer","code":"FIVE","text":"5 % off"}}]}
                """);
        text("segment", workspace, "save", "Germans", "--condition", shop.file("germans.json"));
        text("segment", workspace, "save", HOSTILE, "--condition", shop.file("austrians.json"));
        text("rule", workspace, "save", shop.file("rules.json"));
        text("rule", workspace, "save", shop.file("rules.json"));
        text("quality", workspace, "expect", "Fresh", "--fresh", "48");
        text("train", workspace, "popularity");
        archive = folder.resolve("shop.zip");
        text("archive", workspace, archive);
        archived = sums(workspace);
    }

    private static SortedMap<String, TableSum> sums(Path home) {
        try (Workspace opened = Workspace.open(home, Terminal.CLOCK)) {
            return TableSums.kept(opened.database());
        }
    }

    @Test
    void whatComesBackIsTheSame() {
        Path back = folder.resolve("back");
        JsonNode said = json("unarchive", archive, back);
        assertEquals(SmallShop.EVENTS, said.path("events").asLong());
        assertEquals(archived, sums(back));
        for (List<String> question : List.of(
                List.of("segment", "list"),
                List.of("segment", "count", "germans"),
                List.of("segment", "versions", "germans"),
                List.of("rule", "versions"),
                List.of("rule", "show"),
                List.of("consent", "status"),
                List.of("identity", "people"),
                List.of("preview", "u02"),
                List.of("events", "--where", "type=view"))) {
            assertEquals(ask(workspace, question), ask(back, question), question.toString());
        }
        assertEquals("Small shop", said.path("name").asText());
        assertTrue(text("check", back).startsWith("Whole: "));
    }

    private static JsonNode ask(Path home, List<String> question) {
        List<Object> words = new java.util.ArrayList<>(question);
        words.add(1, home);
        return json(words.toArray());
    }

    /// Signed by one key, which archives leave out.
    @Test
    void bundlesOfBothAreTheSameByteForByte() throws IOException {
        Path back = folder.resolve("back-for-bundle");
        text("unarchive", archive, back);
        String here = hash(workspace, "bundle-here");
        assertFalse(Files.exists(back.resolve("keys")));
        Files.createDirectory(back.resolve("keys"));
        try (Stream<Path> keys = Files.list(workspace.resolve("keys"))) {
            for (Path key : keys.toList()) {
                Files.copy(key, back.resolve("keys").resolve(key.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        String there = hash(back, "bundle-there");
        assertFalse(here.isEmpty());
        assertEquals(here, there);
    }

    private static String hash(Path home, String bundle) {
        return json("export", home, "--out", folder.resolve(bundle), "--min-segment", "1")
                .path("hash")
                .asText();
    }

    @Test
    void theSameWorkspaceGivesTheSameArchiveAndNoStoreIsInIt() throws IOException {
        Path back = folder.resolve("back-again");
        text("unarchive", archive, back);
        text("archive", back, folder.resolve("again.zip"));
        Map<String, byte[]> first = entries(archive);
        Map<String, byte[]> second = entries(folder.resolve("again.zip"));
        assertEquals(List.copyOf(first.keySet()), List.copyOf(second.keySet()));
        first.forEach((name, bytes) -> assertTrue(java.util.Arrays.equals(bytes, second.get(name)), name));
        assertTrue(first.keySet().stream().noneMatch(name -> name.contains(".db")));
        String segments = new String(content(first, "tables/segment_version.jsonl"), StandardCharsets.UTF_8);
        assertTrue(segments.contains("\"condition\":{\"attribute\":\"country\""), segments);
        assertTrue(new String(content(first, "README.txt"), StandardCharsets.UTF_8).contains("packed numbers"));
    }

    /// Made of the released one: later steps also add columns to the tables of earlier ones.
    @Test
    void anArchiveOfAnEarlierStoreIsReadAndBroughtUpToDate() throws IOException {
        Path released = Path.of("src/test/resources/archive/version-1.zip");
        Map<String, byte[]> entries = entries(released);
        ObjectNode manifest = manifest(entries);
        int newest = manifest.path("storeStep").asInt();
        manifest.put("storeStep", 7);
        // Tables that step 8 and later ones added.
        List<String> later = tablesAfter(7, newest);
        drop(manifest.withArray("tables"), "name", later);
        drop(
                manifest.withArray("entries"),
                "path",
                later.stream().map(table -> "tables/" + table + ".jsonl").toList());
        later.forEach(table -> entries.remove("tables/" + table + ".jsonl"));
        Path old = write(folder.resolve("step-7.zip"), entries, manifest);
        Path back = folder.resolve("back-from-7");
        text("unarchive", old, back);
        Path whole = folder.resolve("back-from-8");
        text("unarchive", released, whole);
        assertEquals(ask(whole, List.of("rule", "versions")), ask(back, List.of("rule", "versions")));
        assertEquals(ask(whole, List.of("segment", "list")), ask(back, List.of("segment", "list")));
        assertTrue(later.contains("expectation_set"), later.toString());
    }

    @Test
    void anArchiveOfVersionOneAsItWasReleasedIsRead() {
        Path back = folder.resolve("back-from-version-1");
        JsonNode said = json("unarchive", Path.of("src/test/resources/archive/version-1.zip"), back);
        assertEquals(SmallShop.EVENTS, said.path("events").asLong());
        assertEquals(6, json("segment", back, "count", "germans").path("exact").asInt(6));
        assertTrue(json("segment", back, "list").toString().contains("Germans"));
    }

    private static void drop(com.fasterxml.jackson.databind.node.ArrayNode array, String field, List<String> names) {
        for (int i = array.size() - 1; i >= 0; i--) {
            if (names.contains(array.path(i).path(field).asText())) {
                array.remove(i);
            }
        }
    }

    private static List<String> tablesAfter(int step, int newest) throws IOException {
        List<String> tables = new java.util.ArrayList<>();
        String index = resource("/db/index.txt");
        for (String file : index.lines().filter(line -> !line.isBlank()).toList()) {
            int number = Integer.parseInt(file.substring(0, 3));
            if (number > step && number <= newest) {
                java.util.regex.Matcher made =
                        java.util.regex.Pattern.compile("CREATE TABLE (\\w+)").matcher(resource("/db/" + file));
                while (made.find()) {
                    tables.add(made.group(1));
                }
            }
        }
        return tables;
    }

    private static String resource(String path) throws IOException {
        try (var in = ArchiveTest.class.getResourceAsStream(path)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anArchiveThatIsNotAsAttuneMakesItMakesNothing() throws IOException {
        HostileArchives hostile = new HostileArchives(folder, archive);
        int tried = 0;
        for (Map.Entry<String, Consumer<Map<String, byte[]>>> trap :
                HostileArchives.traps().entrySet()) {
            Map<String, byte[]> entries = entries(archive);
            trap.getValue().accept(entries);
            refused(trap.getKey(), write(folder.resolve("trap-" + tried++ + ".zip"), entries));
        }
        for (Path broken : hostile.brokenFiles()) {
            refused(broken.getFileName().toString(), broken);
            tried++;
        }
        assertFalse(Files.exists(folder.resolve("evil.txt")));
        Logger.getLogger("attune.figures")
                .info("hostile archives tried " + tried + ", refused " + tried + ", written outside 0");
    }

    private static void refused(String trap, Path file) throws IOException {
        Path target = folder.resolve("from-" + file.getFileName());
        List<String> said = problem("unarchive", file, target);
        assertFalse(said.getLast().isBlank(), trap);
        int colon = trap.indexOf(':');
        if (colon > 0) {
            String expected = switch (trap.substring(0, colon)) {
                case "unsafe" -> "not how Attune makes an archive";
                case "damaged" -> "archive is damaged";
                case "unreadable" -> "not an Attune archive";
                case "newer" -> "newer Attune";
                default -> trap.substring(0, colon);
            };
            assertTrue(said.getFirst().contains(expected), trap + " -> " + said);
        }
        assertFalse(Files.exists(target), trap);
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(path -> path.getFileName().toString().endsWith(".part")), trap);
        }
    }
}
