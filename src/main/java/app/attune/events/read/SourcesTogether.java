package app.attune.events.read;

import app.attune.core.ProblemException;
import app.attune.core.Require;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Puts files that were chosen together into sources: what is written alike and has the same columns is one.
final class SourcesTogether {
    private final List<Alike> groups = new ArrayList<>();
    private final List<Source.LeftOut> refused = new ArrayList<>();

    private SourcesTogether() {}

    /// @throws ProblemException what is wrong with the first of them, if none can be read
    static List<Source> of(List<Path> paths) {
        Require.that(!paths.isEmpty(), "Files were chosen");
        SourcesTogether together = new SourcesTogether();
        List<ProblemException> problems = new ArrayList<>();
        for (Path path : paths) {
            try {
                together.add(Source.of(path));
            } catch (ProblemException e) {
                problems.add(e);
                together.refused.add(new Source.LeftOut(
                        String.valueOf(path.getFileName()), e.problem().message()));
            }
        }
        if (together.groups.isEmpty()) {
            throw problems.getFirst();
        }
        return together.sources();
    }

    private void add(Source source) {
        Looks looks = Looks.of(source.first());
        groups.stream()
                .filter(group -> group.looks().areThoseOf(looks))
                .findFirst()
                .orElseGet(() -> {
                    Alike made = new Alike(looks, new ArrayList<>());
                    groups.add(made);
                    return made;
                })
                .sources()
                .add(source);
    }

    /// What could not be read is told with the first source.
    private List<Source> sources() {
        List<Source> all = new ArrayList<>();
        for (Alike group : groups) {
            all.add(group.joined(all.isEmpty() ? refused : List.of()));
        }
        return List.copyOf(all);
    }

    /// Sources that look alike.
    private record Alike(Looks looks, List<Source> sources) {
        Source joined(List<Source.LeftOut> more) {
            List<SourceFile> files = sources.stream()
                    .flatMap(source -> source.files().stream())
                    .sorted(Comparator.comparing(SourceFile::name))
                    .toList();
            List<Source.LeftOut> leftOut = new ArrayList<>();
            sources.forEach(source -> leftOut.addAll(source.leftOut()));
            leftOut.addAll(more);
            String name = sources.getFirst().name();
            int others = sources.size() - 1;
            return new Source(others == 0 ? name : name + " and " + others + " more", files, leftOut);
        }
    }

    /// What has to be the same for files to be read as one.
    private record Looks(FileFormat format, Set<String> columns) {
        static Looks of(SourceFile file) {
            FileFormat format = FormatDetection.detect(file.head(FormatDetection.HEAD_BYTES));
            try (RowReader reader = RowReaders.open(file, file.open(), format)) {
                return new Looks(format, Set.copyOf(reader.columns()));
            }
        }

        /// Records name their values and may leave some out, so half of the names are enough for them.
        boolean areThoseOf(Looks other) {
            if (format.kind() != other.format.kind()
                    || format.delimiter() != other.format.delimiter()
                    || !format.encoding().equals(other.format.encoding())) {
                return false;
            }
            if (!format.kind().namesEachValue()) {
                return columns.equals(other.columns);
            }
            Set<String> shared = new HashSet<>(columns);
            shared.retainAll(other.columns);
            return shared.size() * 2 >= Math.min(columns.size(), other.columns.size());
        }
    }
}
