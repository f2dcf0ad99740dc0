package app.attune.fuzz;

import app.attune.core.sql.Database;
import app.attune.core.sql.SchemaGate;
import app.attune.core.workspace.WorkspaceFile;
import app.attune.decider.BundleVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders that others sent, made of one input.
final class FuzzFolder {
    private static final String MARK = "@@ ";
    private static final String BELOW = "recommendations/";

    private FuzzFolder() {}

    /// Reads a folder made of some bytes.
    interface Reading {
        void of(byte[] input, Path folder) throws IOException;
    }

    /// In an empty folder, which is gone afterwards.
    static void with(Path file, Reading reading) throws IOException {
        Path folder = Files.createTempDirectory("attune-fuzz");
        try {
            reading.of(Files.readAllBytes(file), folder);
        } finally {
            delete(folder);
        }
    }

    static void verify(byte[] input, Path folder) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        String name = "manifest.json";
        for (String line : new String(input, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)) {
            if (line.startsWith(MARK)) {
                write(folder, name, content);
                content.reset();
                name = line.substring(MARK.length()).strip();
            } else {
                content.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        write(folder, name, content);
        BundleVerifier.verify(folder).isSound();
    }

    /// In the folder or in that of the recommendations, whatever the name says.
    private static void write(Path folder, String name, ByteArrayOutputStream content) throws IOException {
        Path home = folder.resolve(name.startsWith(BELOW) ? "recommendations" : ".");
        String plain = name.replace(BELOW, "").replaceAll("[^A-Za-z0-9.-]", "").replaceAll("^\\.+", "");
        String used = plain.substring(0, Math.min(plain.length(), 100));
        Path file = Files.createDirectories(home).resolve(used.isEmpty() ? "unnamed" : used);
        if (!Files.isDirectory(file)) {
            Files.write(file, content.toByteArray());
        }
    }

    static void open(byte[] input, Path folder) throws IOException {
        if (input.length > 0 && input[0] == '{') {
            Files.write(folder.resolve(WorkspaceFile.NAME), input);
            WorkspaceFile.read(folder).name();
            return;
        }
        Path store = Files.write(folder.resolve("store.mv.db"), input);
        Gate.OURS.check(store);
        Database.openToLook(store).close();
    }

    /// Made once: it takes as long as opening hundreds of stores.
    private static final class Gate {
        static final SchemaGate OURS = SchemaGate.bundled();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
