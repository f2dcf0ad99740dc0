package app.attune.rules.matrix;

import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.Comparison;
import app.attune.segments.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// Random decision tables over one or two attributes of [Grid], each cell as FEEL and as a condition.
final class RandomTables {
    private static final List<String> LISTED = List.of("a", "b", "c");

    private final SplittableRandom random;

    RandomTables(SplittableRandom random) {
        this.random = random;
    }

    /// @param attribute of the grid
    /// @param type      of FEEL
    record Column(String attribute, String type) {
        boolean isNumber() {
            return type.equals("number");
        }

        /// Attributes of the grid have names that FEEL has for other things.
        String input() {
            return "their_" + attribute;
        }
    }

    record Cell(String feel, Condition condition) {}

    /// @param rows a cell for each column
    record Table(List<Column> columns, List<List<Cell>> rows) {}

    /// Half of them begin with rows that leave no gap, or one at an edge.
    Table next() {
        Column first = new Column("number", "number");
        Column second = random.nextBoolean() ? new Column("score", "number") : new Column("few", "string");
        List<Column> columns = random.nextInt(3) == 0 ? List.of(first) : List.of(first, second);
        List<List<Cell>> rows = new ArrayList<>();
        if (random.nextBoolean()) {
            whole(columns, rows);
        }
        for (int i = rows.isEmpty() ? 2 + random.nextInt(4) : random.nextInt(3); i > 0; i--) {
            rows.add(
                    random.nextInt(rows.size() + 1),
                    columns.stream().map(this::cell).toList());
        }
        return new Table(columns, rows);
    }

    private void whole(List<Column> columns, List<List<Cell>> rows) {
        Column cut = columns.get(random.nextInt(columns.size()));
        List<Cell> parts = cut.isNumber()
                ? List.of(ordered(cut, Comparison.LESS_THAN, 1), ordered(cut, upper(), 1))
                : List.of(listed(cut, List.of("a")), listed(cut, List.of("b")), listed(cut, List.of("c")));
        for (Cell part : parts) {
            rows.add(columns.stream()
                    .map(column -> column.equals(cut) ? part : any(column))
                    .toList());
        }
    }

    private Comparison upper() {
        return random.nextInt(3) == 0 ? Comparison.MORE_THAN : Comparison.AT_LEAST;
    }

    private static Cell any(Column column) {
        Condition there = column.isNumber()
                ? new AttributeCondition(column.attribute(), Comparison.IS_PRESENT, List.of())
                : new AttributeCondition(column.attribute(), Comparison.IS, LISTED);
        return new Cell("-", there);
    }

    private Cell cell(Column column) {
        if (random.nextInt(4) == 0) {
            return any(column);
        }
        if (!column.isNumber()) {
            return listed(column, List.of(LISTED.get(random.nextInt(LISTED.size()))));
        }
        return switch (random.nextInt(6)) {
            case 0 -> ordered(column, Comparison.LESS_THAN, random.nextInt(4));
            case 1 -> ordered(column, Comparison.AT_MOST, random.nextInt(4));
            case 2 -> ordered(column, Comparison.MORE_THAN, random.nextInt(4));
            case 3 -> ordered(column, Comparison.AT_LEAST, random.nextInt(4));
            case 4 -> range(column, Comparison.AT_LEAST, Comparison.LESS_THAN);
            default -> range(column, Comparison.MORE_THAN, Comparison.AT_MOST);
        };
    }

    private static Cell listed(Column column, List<String> values) {
        String feel = values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(", "));
        return new Cell(feel, new AttributeCondition(column.attribute(), Comparison.IS, values));
    }

    private static Cell ordered(Column column, Comparison comparison, int limit) {
        return new Cell(sign(comparison) + " " + limit, test(column, comparison, limit));
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case LESS_THAN -> "<";
            case AT_MOST -> "<=";
            case MORE_THAN -> ">";
            case AT_LEAST -> ">=";
            default -> throw new IllegalArgumentException(comparison.name());
        };
    }

    private static Condition test(Column column, Comparison comparison, int limit) {
        return new AttributeCondition(column.attribute(), comparison, List.of(Integer.toString(limit)));
    }

    private Cell range(Column column, Comparison low, Comparison high) {
        int from = random.nextInt(3);
        int to = from + 1 + random.nextInt(3);
        String feel =
                (low == Comparison.AT_LEAST ? "[" : "(") + from + ".." + to + (high == Comparison.AT_MOST ? "]" : ")");
        return new Cell(feel, new AllOf(List.of(test(column, low, from), test(column, high, to))));
    }

    static Condition condition(List<Cell> row) {
        return new AllOf(row.stream().map(Cell::condition).toList());
    }

    /// Those a table of DMN does not know: values that are missing or not listed.
    static Condition outside(Table table) {
        List<Condition> parts = new ArrayList<>();
        for (Column column : table.columns()) {
            parts.add(new AttributeCondition(column.attribute(), Comparison.IS_MISSING, List.of()));
            if (!column.isNumber()) {
                parts.add(new AttributeCondition(column.attribute(), Comparison.IS_NOT, LISTED));
            }
        }
        return new AnyOf(parts);
    }
}
