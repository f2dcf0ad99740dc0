package app.attune.events;

import app.attune.core.Problem;
import app.attune.events.read.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/// Counts values that do not fit what their columns hold, and remembers the first ones that are taken as missing.
final class MisfitTally {
    private static final int SHOWN = 10;

    private final Map<String, Kept> kept = new TreeMap<>();
    private final Map<String, Missing> missing = new TreeMap<>();
    private long line;

    /// A value that was no number.
    record Cell(long line, String text) {}

    private static final class Missing {
        private final List<Cell> first = new ArrayList<>();
        private long count;
    }

    private static final class Kept {
        private final String remedy;
        private String code = "";
        private long count;

        Kept(String remedy) {
            this.remedy = remedy;
        }
    }

    /// What is counted from now on stands in this line.
    void at(long now) {
        line = now;
    }

    /// Counts a value that is kept all the same.
    ///
    /// @param column of the file
    void keep(KeptColumn into, String column, String text) {
        Kept known = kept.computeIfAbsent(into.name(), name -> new Kept(Misfit.remedy(into.type(), column)));
        known.count++;
        boolean code = into.type() == FieldType.NUMBER && NumberText.isCode(text);
        known.code = code && known.code.isEmpty() ? text : known.code;
    }

    /// Counts a value that is taken as missing.
    ///
    /// @param name of the kept column, or of the file's for the value of events
    void miss(String name, String text) {
        Missing known = missing.computeIfAbsent(name, key -> new Missing());
        known.count++;
        if (known.first.size() < SHOWN) {
            known.first.add(new Cell(line, RowMapper.shown(text)));
        }
    }

    /// One for each column.
    ///
    /// @param places what to call a line
    List<Problem> findings(LongFunction<String> places) {
        List<Problem> problems = new ArrayList<>();
        kept.forEach((name, found) -> problems.add(Misfit.of(name, found.count, found.code, found.remedy)));
        missing.forEach((name, cells) -> problems.add(Misfit.missing(
                name,
                cells.count,
                cells.first.stream()
                        .map(cell -> "'" + cell.text() + "' in " + places.apply(cell.line()))
                        .toList(),
                cells.first.stream().map(Cell::text).toList())));
        return problems;
    }
}
