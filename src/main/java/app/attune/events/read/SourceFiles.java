package app.attune.events.read;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/// The files a path or pattern stands for, archives taken apart, in the order of their names.
///
/// @param place what to call them together
record SourceFiles(String place, List<SourceFile> files) {
    /// Folders with more files are refused.
    static final int MAX_FILES = 5_000;

    private static final int MAX_DEPTH = 16;

    SourceFiles {
        files = List.copyOf(files);
    }

    static SourceFiles in(Path path) {
        String place = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        return Files.isDirectory(path)
                ? new SourceFiles(place, unpacked(place, files(path, 1, file -> true)))
                : new SourceFiles(place, unpacked(place, List.of(path)));
    }

    static SourceFiles matching(String pathOrPattern) {
        int wild = firstWild(pathOrPattern);
        if (wild < 0 || new File(pathOrPattern).exists()) {
            return in(Path.of(pathOrPattern));
        }
        int cut = Math.max(pathOrPattern.lastIndexOf('/', wild), pathOrPattern.lastIndexOf(File.separatorChar, wild));
        Path folder = Path.of(cut < 0 ? "." : pathOrPattern.substring(0, cut + 1));
        String pattern = pathOrPattern.substring(cut + 1).replace('\\', '/');
        PathMatcher matcher = matcher(pattern);
        int depth = pattern.contains("**")
                ? MAX_DEPTH
                : (int) pattern.chars().filter(c -> c == '/').count() + 1;
        List<Path> found = files(folder, depth, file -> matcher.matches(folder.relativize(file)));
        if (found.isEmpty()) {
            throw ProblemException.of(
                    "import.no-files", "No file fits " + pathOrPattern + ".", "Check the folder and the pattern.");
        }
        return new SourceFiles(pattern, unpacked(pattern, found));
    }

    private static int firstWild(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[{".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static PathMatcher matcher(String pattern) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        } catch (PatternSyntaxException e) {
            throw ProblemException.of(
                    "import.bad-pattern",
                    "'" + pattern + "' is no pattern for files: " + e.getDescription() + ".",
                    "Use * for any characters, ** for any folders, ? for one character.");
        }
    }

    private static List<Path> files(Path folder, int depth, Predicate<Path> wanted) {
        try (Stream<Path> walk = Files.walk(folder, depth)) {
            List<Path> files = walk.filter(file -> Files.isRegularFile(file) && !isHidden(folder.relativize(file)))
                    .filter(wanted)
                    .limit(MAX_FILES + 1L)
                    .sorted()
                    .toList();
            refuseMany(String.valueOf(folder.getFileName()), files.size());
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new ProblemException(
                    new Problem(
                            "import.unreadable",
                            "Can't list " + folder + ": " + e.getMessage() + ".",
                            "Check that the folder exists and may be read."),
                    e);
        }
    }

    private static List<SourceFile> unpacked(String place, List<Path> paths) {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : paths) {
            SourceFile file = new SourceFile(path);
            boolean zip = Container.of(file.storedHead(Container.HEAD_BYTES)) == Container.ZIP;
            files.addAll(zip ? entries(file, path) : List.of(file));
            refuseMany(place, files.size());
        }
        if (files.isEmpty()) {
            throw ProblemException.of(
                    "import.empty", "There are no files in " + place + ".", "Choose a file or folder that has some.");
        }
        return files;
    }

    private static List<SourceFile> entries(SourceFile archive, Path path) {
        try (ZipEntries zip = ZipEntries.open(path)) {
            return zip.isWorkbook()
                    ? List.of(archive)
                    : zip.sources().stream()
                            .filter(entry -> !isHidden(entry.shortName()))
                            .toList();
        } catch (IOException e) {
            throw new ProblemException(
                    new Problem(
                            "import.truncated",
                            path.getFileName() + " is no complete ZIP archive.",
                            "Copy or download the file again, then import it."),
                    e);
        }
    }

    private static boolean isHidden(Path relative) {
        return isHidden(relative.toString().replace(File.separatorChar, '/'));
    }

    /// What systems put beside the files of people: names that begin with a dot, and `__MACOSX`.
    private static boolean isHidden(String name) {
        return Stream.of(name.split("/", -1))
                .anyMatch(part -> part.equals("__MACOSX") || (part.startsWith(".") && !part.matches("\\.+")));
    }

    private static void refuseMany(String place, int count) {
        if (count > MAX_FILES) {
            throw ProblemException.of(
                    "import.too-many-entries",
                    String.format(Locale.ROOT, "%s has more than %,d files.", place, MAX_FILES),
                    "Import them folder by folder, or name fewer with a pattern such as 2026-11-*.csv.gz.");
        }
    }
}
