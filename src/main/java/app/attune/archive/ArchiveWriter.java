package app.attune.archive;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Version;
import app.attune.core.json.Json;
import app.attune.core.sql.TableSum;
import app.attune.core.workspace.Workspace;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a workspace as an archive: data and definitions in open formats, never a store. The same workspace at the
/// same
/// time gives the same bytes.
public final class ArchiveWriter {
    private static final ObjectWriter LINES = Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    private static final LocalDateTime TIME = LocalDateTime.of(2020, 1, 1, 0, 0);

    private final Workspace workspace;
    private final TableStore tables;
    private final Clock clock;
    private final List<ArchiveManifest.Entry> entries = new ArrayList<>();

    public ArchiveWriter(Workspace workspace, TableStore tables, Clock clock) {
        this.workspace = workspace;
        this.tables = tables;
        this.clock = clock;
    }

    /// The file has its name only when it is complete; one that was there is replaced then.
    ///
    /// @return how many files are in it
    /// @throws ProblemException `archive.unwritable`
    public int write(Path file, Progress progress) {
        entries.clear();
        Path target = file.toAbsolutePath().normalize();
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                writeInto(zip, progress);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return entries.size() + 1;
        } catch (IOException | UncheckedIOException e) {
            throw unwritable(target, e);
        } finally {
            delete(part);
        }
    }

    private void writeInto(ZipOutputStream zip, Progress progress) throws IOException {
        SortedMap<String, TableSum> sums =
                tables.read((name, rows) -> table(zip, name, out -> rows.accept(row -> line(row, out))), progress);
        models(zip, progress);
        try (InputStream readme = ArchiveWriter.class.getResourceAsStream("/archive/" + ArchiveManifest.README)) {
            if (readme == null) {
                throw new IllegalStateException("The application comes without the archive's readme");
            }
            entry(zip, ArchiveManifest.README, readme::transferTo);
        }
        ArchiveManifest manifest = manifest(sums);
        zip.putNextEntry(entry(ArchiveManifest.NAME));
        zip.write(Json.writePretty(manifest).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private ArchiveManifest manifest(SortedMap<String, TableSum> sums) {
        return new ArchiveManifest(
                ArchiveManifest.FORMAT,
                ArchiveManifest.VERSION,
                Version.current(),
                clock.instant().toString(),
                new ArchiveManifest.Described(
                        workspace.name(),
                        workspace.file().created(),
                        workspace.file().settings()),
                tables.step(),
                sums.entrySet().stream()
                        .map(table -> new ArchiveManifest.Table(
                                table.getKey(),
                                table.getValue().rows(),
                                HexFormat.of().toHexDigits(table.getValue().total())))
                        .toList(),
                entries);
    }

    private void table(ZipOutputStream zip, String name, Content content) {
        try {
            entry(zip, ArchiveManifest.entryOf(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void line(ObjectNode row, OutputStream out) {
        try {
            out.write((LINES.writeValueAsString(row) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void models(ZipOutputStream zip, Progress progress) throws IOException {
        Path folder = workspace.modelsFolder();
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            progress.checkpoint();
            String path = "models/" + folder.relativize(file).toString().replace('\\', '/');
            if (ArchiveNames.isModelFile(path)) {
                entry(zip, path, out -> Files.copy(file, out));
            }
        }
    }

    private void entry(ZipOutputStream zip, String path, Content content) throws IOException {
        zip.putNextEntry(entry(path));
        Digest digest = new Digest(zip);
        content.writeTo(digest);
        zip.closeEntry();
        entries.add(digest.entry(path));
    }

    private static ZipEntry entry(String path) {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(TIME);
        return entry;
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw unwritable(part, e);
        }
    }

    private static ProblemException unwritable(Path file, Exception cause) {
        return new ProblemException(
                new Problem(
                        "archive.unwritable",
                        "The archive cannot be written: " + file + " (" + cause.getMessage() + ").",
                        "Choose a folder that you may write in, on a disk with space."),
                cause);
    }

    @FunctionalInterface
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }
}
