package app.attune.cli;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What to tell whoever imports a file that its mapping does not fit: what was read, how it was understood, and the
/// commands to go on with.
///
/// @param words of the command so far: workspace, file, and the options that choose what of it is read
/// @param saved where the mapping has been written
record MappingAdvice(List<String> words, Source source, ImportPreview preview, UsedMapping used, Optional<Path> saved) {
    private static final int SHOWN = 10;

    /// @throws ProblemException the first of the mapping's problems, if it has any
    void check() {
        used.mapping().problems(preview.columnNames()).stream().findFirst().ifPresent(problem -> {
            List<String> lines = new ArrayList<>(List.of(problem.remedy()));
            lines.addAll(found());
            lines.addAll(used.lines(preview));
            lines.addAll(commands());
            throw new ProblemException(new Problem(problem.code(), problem.message(), String.join("\n", lines)));
        });
    }

    private List<String> found() {
        List<String> lines = new ArrayList<>();
        lines.add("Read: " + source.name() + ".");
        if (!others().isEmpty()) {
            lines.add("Not read: " + shown(others()) + ".");
        }
        lines.add("Columns found: " + String.join(", ", preview.columnNames()) + ".");
        return lines;
    }

    private List<String> commands() {
        List<String> lines = new ArrayList<>();
        lines.add("If each row is a user or an item:");
        lines.add(command("--as", "users"));
        lines.add(command("--as", "items"));
        String file = saved.map(Path::toString).orElse("mapping.json");
        if (saved.isEmpty()) {
            lines.add("To say what the columns mean, write the mapping to a file (this imports nothing yet):");
            lines.add(command("--save-mapping", file));
        }
        lines.add("Then change the roles of the columns in " + file + " and import with it:");
        lines.add(command("--mapping", file));
        if (!others().isEmpty()) {
            lines.add("To read another file of those that were not read:");
            lines.add(command("--entry", nextOf(others())));
        }
        return lines;
    }

    private List<String> others() {
        return source.leftOut().stream().map(Source.LeftOut::name).toList();
    }

    /// One of the same kind as the file that was read, if there is any: the others may be about the data.
    private String nextOf(List<String> others) {
        String kind = ending(source.name());
        return others.stream()
                .filter(name -> ending(name).equals(kind))
                .findFirst()
                .orElse(others.getFirst());
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private String command(String option, String value) {
        List<String> all = new ArrayList<>(List.of("  attune import"));
        words.forEach(word -> all.add(quoted(word)));
        all.add(option);
        all.add(quoted(value));
        return String.join(" ", all);
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:\\\\+=@,-]+") ? word : '"' + word + '"';
    }

    private static String shown(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(names.size(), SHOWN)))
                + (names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "");
    }
}
