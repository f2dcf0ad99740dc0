package app.attune.events.read;

import app.attune.core.Require;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What one import reads: a file, or several files with the same columns that are read as one, in this order.
///
/// @param name    such as `events.csv.gz`, `export.zip/hour.csv` or `exports (31 files)`
/// @param files   at least one
/// @param leftOut files beside them that are not read, and why
public record Source(String name, List<SourceFile> files, List<LeftOut> leftOut) {
    public Source {
        Require.that(!files.isEmpty(), "A source has a file");
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /// The files a path stands for: itself, the entries of an archive, or the files of a folder. Where they do not
    /// all have the same columns, the largest set that does is taken.
    ///
    /// @throws ProblemException `import.…` if there is nothing to read
    public static Source of(Path path) {
        return SourceGroups.largest(SourceFiles.in(path));
    }

    /// Files chosen together, archives and folders among them: those with the same columns as one source, in the order
    /// of their first files.
    ///
    /// @throws ProblemException `import.…` if none of them can be read
    public static List<Source> together(List<Path> paths) {
        return paths.size() == 1 ? List.of(of(paths.getFirst())) : SourcesTogether.of(paths);
    }

    /// As [#of(Path)], or all files a pattern such as `exports/*.csv.gz` or `logs/**` fits.
    public static Source of(String pathOrPattern) {
        return SourceGroups.largest(SourceFiles.matching(pathOrPattern));
    }

    /// Those among the candidates of a path or pattern whose short name fits one of `names`, which may have `*`.
    public static Source choose(String pathOrPattern, List<String> names) {
        return SourceGroups.chosen(SourceFiles.matching(pathOrPattern), names);
    }

    /// The short names of all files a path or pattern stands for.
    public static List<String> names(String pathOrPattern) {
        return SourceFiles.matching(pathOrPattern).files().stream()
                .map(SourceFile::shortName)
                .toList();
    }

    /// As [#choose], those with the same columns as one source each, in the order of their first files.
    public static List<Source> among(String pathOrPattern, List<String> names) {
        return SourceGroups.each(SourceFiles.matching(pathOrPattern), names);
    }

    /// Whether a file's short name is that name or fits that pattern, which may have `*`.
    public static boolean fits(String name, String pattern) {
        return SourceGroups.fits(name, pattern);
    }

    /// One file, read as it is.
    public static Source of(SourceFile file) {
        return new Source(file.name(), List.of(file), List.of());
    }

    static Source of(String place, List<SourceFile> files, List<LeftOut> leftOut) {
        String name = files.size() == 1
                ? files.getFirst().name()
                : String.format(Locale.ROOT, "%s (%,d files)", place, files.size());
        return new Source(name, files, leftOut);
    }

    /// The file whose start tells the format.
    public SourceFile first() {
        return files.getFirst();
    }

    /// Bytes on disk of all files together.
    public long size() {
        return files.stream().mapToLong(SourceFile::size).sum();
    }

    /// About how many bytes of plain text the files stand for.
    public long plainSize() {
        return files.stream().mapToLong(SourceFile::plainSize).sum();
    }

    /// A file that is not read.
    ///
    /// @param why a sentence
    public record LeftOut(String name, String why) {}
}
