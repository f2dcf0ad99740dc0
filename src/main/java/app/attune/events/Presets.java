package app.attune.events;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.read.FileKind;
import app.attune.events.read.ImportPreview;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The presets that come with the application, and files of the analyst's own.
public final class Presets {
    private static final String INDEX = "/presets/index.txt";
    private static final String ANY_LOG = "server-log";
    private static final long MAX_BYTES = 1 << 20;

    private final List<Preset> presets;

    private Presets(List<Preset> presets) {
        this.presets =
                presets.stream().sorted(Comparator.comparing(Preset::name)).toList();
    }

    /// From the files that `presets/index.txt` lists.
    public static Presets bundled() {
        return Bundled.ALL;
    }

    /// In order of their names.
    public List<Preset> list() {
        return presets;
    }

    /// The preset of this id, or in the file of this path.
    ///
    /// @throws ProblemException `preset.unknown` listing the ids there are, `preset.unreadable`
    public Preset require(String idOrFile) {
        return presets.stream()
                .filter(preset -> preset.id().equals(idOrFile.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> fromFile(idOrFile));
    }

    /// Lines of a server log, in whatever pattern the analyst gave, are mapped as the preset for any log says.
    static Optional<Mapping> ofLog(ImportPreview preview) {
        FileKind kind = preview.format().kind();
        return kind == FileKind.LOG || kind == FileKind.W3C_LOG
                ? Optional.of(bundled().require(ANY_LOG).mapping(preview))
                : Optional.empty();
    }

    private Preset fromFile(String idOrFile) {
        try {
            Path path = Path.of(idOrFile);
            if (Files.isRegularFile(path) && Files.size(path) <= MAX_BYTES) {
                return Preset.fromJson(Files.readString(path), idOrFile);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "preset.unreadable",
                            "Can't read the preset " + idOrFile + ": " + e.getMessage() + ".",
                            "Check that the file may be read and is UTF-8 text."),
                    e);
        } catch (java.nio.file.InvalidPathException e) {
            throw unknown(idOrFile);
        }
        throw unknown(idOrFile);
    }

    private ProblemException unknown(String id) {
        return ProblemException.of(
                "preset.unknown",
                "There is no preset and no file '" + id + "'.",
                "Use one of "
                        + String.join(
                                ", ", presets.stream().map(Preset::id).sorted().toList())
                        + ", or the path of a preset's file.");
    }

    private static final class Bundled {
        static final Presets ALL = new Presets(resource(INDEX)
                .lines()
                .filter(line -> !line.isBlank())
                .map(file -> Preset.fromJson(resource("/presets/" + file), file))
                .toList());

        private static String resource(String path) {
            try (InputStream in = Presets.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("Missing from the application: " + path);
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
