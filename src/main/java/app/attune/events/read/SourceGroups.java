package app.attune.events.read;

import app.attune.core.ProblemException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts files with the same columns together.
final class SourceGroups {
    private static final Pattern WILD = Pattern.compile("\\*|\\?|\\[[!^]?[\\w ._-]+]");

    private SourceGroups() {}

    /// The set of files with the same columns that has the most bytes; of equal ones the first.
    static Source largest(SourceFiles found) {
        List<SourceFile> files = found.files();
        if (files.size() == 1) {
            RefusedFiles.check(files.getFirst());
            return Source.of(files.getFirst());
        }
        Map<Shape, List<SourceFile>> groups = new LinkedHashMap<>();
        List<Source.LeftOut> leftOut = new ArrayList<>();
        ProblemException[] first = new ProblemException[1];
        for (SourceFile file : files) {
            try {
                groups.computeIfAbsent(shape(file), shape -> new ArrayList<>()).add(file);
            } catch (ProblemException e) {
                first[0] = first[0] == null ? e : first[0];
                leftOut.add(new Source.LeftOut(file.shortName(), e.problem().message()));
            }
        }
        if (groups.isEmpty()) {
            throw first[0];
        }
        List<SourceFile> best = groups.values().stream()
                .max(Comparator.comparingLong(SourceGroups::bytes))
                .orElseThrow();
        groups.values().stream()
                .filter(group -> !group.equals(best))
                .flatMap(List::stream)
                .forEach(file -> leftOut.add(otherThan(best.getFirst(), file)));
        return Source.of(found.place(), best, leftOut);
    }

    private static Source.LeftOut otherThan(SourceFile best, SourceFile file) {
        return new Source.LeftOut(file.shortName(), "It has other columns than " + best.shortName() + ".");
    }

    /// The files with one of these names or patterns, whatever their columns.
    static Source chosen(SourceFiles found, List<String> names) {
        List<SourceFile> chosen = found.files().stream()
                .filter(file -> names.stream().anyMatch(name -> fits(file.shortName(), name)))
                .toList();
        if (chosen.isEmpty()) {
            List<String> there =
                    found.files().stream().map(SourceFile::shortName).limit(10).toList();
            throw ProblemException.of(
                    "import.no-files",
                    "Nothing in " + found.place() + " is called " + String.join(" or ", names) + ".",
                    "There are: " + String.join(", ", there) + (found.files().size() > 10 ? ", …" : "")
                            + ". In a name * stands for any characters, ? for one, [12] for one of these.");
        }
        chosen.forEach(RefusedFiles::check);
        return Source.of(found.place(), chosen, List.of());
    }

    /// The same files, those with the same columns together.
    static List<Source> each(SourceFiles found, List<String> names) {
        Map<Shape, List<SourceFile>> groups = new LinkedHashMap<>();
        for (SourceFile file : chosen(found, names).files()) {
            groups.computeIfAbsent(shape(file), shape -> new ArrayList<>()).add(file);
        }
        return groups.values().stream()
                .map(files -> Source.of(found.place(), files, List.of()))
                .toList();
    }

    static boolean fits(String name, String pattern) {
        return name.equals(pattern) || name.matches(regex(pattern));
    }

    /// An asterisk is any characters, a question mark is one, and what stands in brackets is one of these.
    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        Matcher wild = WILD.matcher(pattern);
        int at = 0;
        while (wild.find()) {
            regex.append(Pattern.quote(pattern.substring(at, wild.start()))).append(one(wild.group()));
            at = wild.end();
        }
        return regex.append(Pattern.quote(pattern.substring(at))).toString();
    }

    private static String one(String wild) {
        return switch (wild.charAt(0)) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> {
                boolean not = wild.charAt(1) == '!' || wild.charAt(1) == '^';
                String among = wild.substring(not ? 2 : 1, wild.length() - 1);
                yield (not ? "[^" : "[")
                        + among.replace("\\", "\\\\").replace("[", "\\[").replace("&", "\\&") + "]";
            }
        };
    }

    private static long bytes(List<SourceFile> files) {
        return files.stream().mapToLong(SourceFile::size).sum();
    }

    private static Shape shape(SourceFile file) {
        RefusedFiles.check(file);
        FileFormat format = FormatDetection.detect(file.head(FormatDetection.HEAD_BYTES));
        try (RowReader reader = RowReaders.open(file, file.open(), format)) {
            boolean named = !format.kind().namesEachValue();
            return new Shape(format.kind(), encoding(format), format.delimiter(), named ? reader.columns() : List.of());
        }
    }

    /// Plain ASCII is read alike as UTF-8; every other encoding is one of its own.
    private static String encoding(FileFormat format) {
        return format.kind().isText() ? format.encoding().label() : "";
    }

    private record Shape(FileKind kind, String encoding, char delimiter, List<String> columns) {}
}
