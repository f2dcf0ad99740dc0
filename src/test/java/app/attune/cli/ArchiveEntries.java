package app.attune.cli;

import static app.attune.cli.Terminal.text;

import app.attune.core.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// What is in an archive, to be looked at and changed.
final class ArchiveEntries {
    private ArchiveEntries() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static void flip(byte[] bytes) {
        bytes[bytes.length / 2] ^= 1;
    }

    static byte[] content(Map<String, byte[]> entries, String name) {
        return java.util.Objects.requireNonNull(entries.get(name), name);
    }

    static ObjectNode manifest(Map<String, byte[]> entries) {
        return (ObjectNode)
                Json.read(new String(content(entries, "manifest.json"), StandardCharsets.UTF_8), "manifest");
    }

    static void manifest(Map<String, byte[]> entries, Consumer<ObjectNode> change) {
        ObjectNode node = manifest(entries);
        change.accept(node);
        entries.put("manifest.json", bytes(Json.writePretty(node)));
    }

    /// A table changed by somebody who knows how to write its checksum, too.
    static void changed(Map<String, byte[]> entries, String table, java.util.function.UnaryOperator<String> change) {
        String path = "tables/" + table + ".jsonl";
        byte[] content = bytes(change.apply(new String(content(entries, path), StandardCharsets.UTF_8)));
        entries.put(path, content);
        manifest(
                entries,
                node -> node.withArray("entries").forEach(entry -> {
                    if (entry.path("path").asText().equals(path)) {
                        ((ObjectNode) entry).put("bytes", content.length).put("sha256", sha256(content));
                    }
                }));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    static Path write(Path file, Map<String, byte[]> entries, ObjectNode manifest) throws IOException {
        entries.put("manifest.json", bytes(Json.writePretty(manifest)));
        return write(file, entries);
    }

    static Path write(Path file, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
