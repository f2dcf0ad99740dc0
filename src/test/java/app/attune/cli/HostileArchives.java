package app.attune.cli;

import static app.attune.cli.ArchiveEntries.bytes;
import static app.attune.cli.ArchiveEntries.changed;
import static app.attune.cli.ArchiveEntries.content;
import static app.attune.cli.ArchiveEntries.entries;
import static app.attune.cli.ArchiveEntries.flip;
import static app.attune.cli.ArchiveEntries.manifest;
import static app.attune.cli.Terminal.problem;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Archives that are not as Attune makes them.
///
/// @param folder where they are made, with the events file that is none
/// @param archive a good one
record HostileArchives(Path folder, Path archive) {
    /// What is done to the entries of a good archive, by what it is then refused for.
    static Map<String, Consumer<Map<String, byte[]>>> traps() {
        Map<String, Consumer<Map<String, byte[]>>> traps = new LinkedHashMap<>();
        traps.put("unsafe: out of the folder", entries -> entries.put("../evil.txt", bytes("x")));
        traps.put("unsafe: out of the models", entries -> entries.put("models/a/../../evil.txt", bytes("x")));
        traps.put("unsafe: absolute", entries -> entries.put("/tmp/evil.txt", bytes("x")));
        traps.put("unsafe: backslashes", entries -> entries.put("models\\a\\evil.json", bytes("x")));
        traps.put("unsafe: a store", entries -> entries.put("store.mv.db", bytes("H:2")));
        traps.put("unsafe: an entry nobody lists", entries -> entries.put("tables/extra.jsonl", bytes("{}")));
        traps.put("damaged: an entry is gone", entries -> entries.remove("tables/segment.jsonl"));
        traps.put("damaged: another length", entries -> entries.put("tables/segment.jsonl", bytes("{}\n")));
        traps.put("damaged: a letter changed", entries -> flip(content(entries, "tables/rule_set.jsonl")));
        traps.put("damaged: a model changed", entries -> flip(content(entries, "models/popularity-1/model.json")));
        traps.put("unreadable: no manifest", entries -> entries.remove("manifest.json"));
        traps.put("unreadable: another format", entries -> manifest(entries, node -> node.put("format", "other")));
        traps.put("unreadable: incomplete", entries -> manifest(entries, node -> node.remove("tables")));
        traps.put("unreadable: no name", entries -> manifest(entries, node -> node.remove("workspace")));
        traps.put(
                "unreadable: a table without a name",
                entries -> manifest(
                        entries, node -> ((ObjectNode) node.withArray("tables").path(0)).putNull("name")));
        traps.put("newer: of the archive", entries -> manifest(entries, node -> node.put("version", 99)));
        traps.put("newer: of the store", entries -> manifest(entries, node -> node.put("storeStep", 99)));
        traps.put("damaged: fewer tables", entries -> manifest(entries, node -> node.put("storeStep", 3)));
        traps.put(
                "bad name",
                entries ->
                        manifest(entries, node -> node.withObject("/workspace").put("name", "a\u0000b")));
        traps.put(
                "damaged: a row more than the sum says",
                entries -> changed(entries, "setting", old -> old + "{\"name\":\"x\",\"value_json\":\"1\"}\n"));
        traps.put(
                "store does not take: another column",
                entries -> changed(entries, "setting", old -> "{\"name\":\"x\",\"value\":\"1\"}\n"));
        traps.put(
                "store does not take: another kind",
                entries -> changed(entries, "segment", old -> "{\"id\":7,\"deleted\":\"no\"}\n"));
        traps.put("store does not take: a key twice", entries -> changed(entries, "segment", old -> old + old));
        traps.put("damaged: no JSON", entries -> changed(entries, "segment", old -> "{{{\n"));
        traps.put("damaged: no row", entries -> changed(entries, "segment", old -> "[1]\n"));
        traps.put("damaged: deep", entries -> changed(entries, "segment", old -> "[".repeat(5_000) + "\n"));
        return traps;
    }

    /// Archives that are wrong below the names and contents of their entries.
    List<Path> brokenFiles() throws IOException {
        byte[] whole = Files.readAllBytes(archive);
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Path empty = Files.write(folder.resolve("empty.zip"), new byte[0]);
        byte[] noise = whole.clone();
        noise[firstContent(noise) + 2] ^= 1;
        Path flipped = Files.write(folder.resolve("flipped.zip"), noise);
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("tables/setting.jsonl"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 40; i++) {
                zip.write(zeros);
            }
        }
        Path many = folder.resolve("many.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(many))) {
            for (int i = 0; i < 6_000; i++) {
                zip.putNextEntry(new ZipEntry("models/m-" + i + "/model.json"));
            }
        }
        return List.of(
                cut,
                empty,
                flipped,
                bomb,
                manyBombs(),
                many,
                folder.resolve("events.csv"),
                folder.resolve("nowhere.zip"));
    }

    /// Where what the first file of a ZIP holds begins, behind its header, name and extra field.
    private static int firstContent(byte[] zip) {
        return 30 + (zip[26] & 0xff) + (zip[28] & 0xff);
    }

    /// Entries that are each just small enough.
    private Path manyBombs() throws IOException {
        Path file = folder.resolve("bombs.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 4; i++) {
                zip.putNextEntry(new ZipEntry("models/m-" + i + "/model.json"));
                zip.write(new byte[16 << 20]);
            }
        }
        assertTrue(problem("unarchive", file, folder.resolve("from-bombs"))
                .getFirst()
                .contains("all of it would grow"));
        return file;
    }
}
