package app.attune.cli;

import app.attune.core.Listed;
import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.events.ColumnRole;
import app.attune.events.Mapping;
import app.attune.events.RowKind;
import app.attune.events.read.ColumnProfile;
import app.attune.events.read.FileKind;
import app.attune.events.read.FormatChoices;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What to tell whoever imports a file that its mapping does not fit: what was read, how it was understood, and the
/// commands to go on with.
///
/// @param words of the command so far: workspace, file, and the options that choose what of it is read
/// @param saved where the mapping has been written
record MappingAdvice(List<String> words, Source source, ImportPreview preview, UsedMapping used, Optional<Path> saved) {
    private static final int MOST_USERS = 3;
    private static final String STANDS_FOR_USERS =
            ".*(id|no|nr|number|key|code|session|visit|order|invoice|cookie|device|mail|phone|ip|card|basket|ticket)";

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
            lines.add("Not read: " + Listed.first(others()) + ".");
        }
        List<String> sheets = preview.format().kind() == FileKind.WORKBOOK
                ? FormatChoices.of(source, preview.format()).layouts()
                : List.of();
        if (sheets.size() > 1) {
            lines.add("The workbook has the sheets " + Listed.first(sheets) + "; --layout names the one to read.");
        }
        lines.add("Columns found: " + String.join(", ", preview.columnNames()) + ".");
        return lines;
    }

    private List<String> commands() {
        List<String> lines = new ArrayList<>();
        lines.addAll(otherKinds());
        lines.addAll(otherUsers());
        lines.addAll(otherTimes());
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

    /// What the rows could be else, with the column they would be called by.
    private List<String> otherKinds() {
        List<String> commands = new ArrayList<>();
        for (RowKind kind : RowKind.values()) {
            String word = kind.name().toLowerCase(Locale.ROOT);
            if (kind != used.mapping().rows() && fits(used.mapping().withRows(kind))) {
                commands.add(command("--as", word));
            } else if (kind != RowKind.EVENTS) {
                names().limit(1)
                        .forEach(name ->
                                commands.add(command("--as", word, kind == RowKind.USERS ? "--user" : "--item", name)));
            }
        }
        return under("If each row is a user or an item:", commands);
    }

    /// What could stand for users where no column is known to name them.
    private List<String> otherUsers() {
        if (!fits(used.as(ColumnRole.USER, Mapping.LINE).mapping())) {
            return List.of();
        }
        List<String> commands = names().filter(name -> simple(name).matches(STANDS_FOR_USERS))
                .limit(MOST_USERS)
                .map(name -> command("--user", name))
                .collect(Collectors.toList());
        commands.add(command("--user", Mapping.LINE));
        return under(
                "If each row is an event, say which column names its user. An id of visits, orders or devices can"
                        + " stand for users; (line) makes each event one of a user of its own:",
                commands);
    }

    /// What could say when, where no column is known to.
    private List<String> otherTimes() {
        boolean timed = used.mapping().rows() != RowKind.EVENTS
                || used.mapping().columnOf(ColumnRole.TIME).isPresent();
        List<String> commands = preview.columns().stream()
                .filter(profile -> !timed && profile.time().isPresent())
                .limit(MOST_USERS)
                .map(profile -> command("--time", profile.name()))
                .toList();
        return commands.isEmpty() ? List.of() : under("If one of these columns says when:", commands);
    }

    /// Columns that can name things, likely ones first.
    private Stream<String> names() {
        return preview.columns().stream()
                .filter(profile -> !profile.isEmpty() && profile.time().isEmpty())
                .map(ColumnProfile::name)
                .sorted(Comparator.comparing(name -> !simple(name).matches(STANDS_FOR_USERS)));
    }

    private static String simple(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private boolean fits(Mapping mapping) {
        return mapping.problems(preview.columnNames()).isEmpty();
    }

    private static List<String> under(String title, List<String> commands) {
        List<String> lines = new ArrayList<>(List.of(title));
        lines.addAll(commands);
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

    private String command(String... options) {
        return Stream.concat(words.stream(), Arrays.stream(options))
                .map(MappingAdvice::quoted)
                .collect(Collectors.joining(" ", "  attune import ", ""));
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:\\\\+=@,-]+") ? word : '"' + word + '"';
    }
}
