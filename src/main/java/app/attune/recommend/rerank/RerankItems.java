package app.attune.recommend.rerank;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// The items that can be ranked, by position, with what the catalogue says of them. Immutable.
public final class RerankItems {
    private final EventFrame frame;
    private final List<ItemId> items;

    /// @param items in ranking order
    public RerankItems(EventFrame frame, List<ItemId> items) {
        this.frame = frame;
        this.items = List.copyOf(items);
    }

    public ItemId item(int itemIdx) {
        return items.get(itemIdx);
    }

    int size() {
        return items.size();
    }

    /// One attribute of every item. An item may have several values, written with | between them.
    ///
    /// @param values  different ones
    /// @param ofItem  positions in `values`; none where the attribute is missing
    /// @param numbers numbers, and dates as milliseconds; NaN where there is none
    @SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
    record Attribute(String name, List<String> values, int[][] ofItem, double[] numbers) {
        /// Of an item, in words.
        String shown(int itemIdx) {
            return Arrays.stream(ofItem[itemIdx]).mapToObj(values::get).collect(Collectors.joining("|"));
        }

        boolean isMissing(int itemIdx) {
            return ofItem[itemIdx].length == 0;
        }

        /// Position of a value; -1 where no item has it.
        int code(String value) {
            return values.indexOf(value);
        }

        boolean has(int itemIdx, int code) {
            return Arrays.stream(ofItem[itemIdx]).anyMatch(one -> one == code);
        }

        /// By Jaccard: 1 minus shared values over all of both; 1 where neither has any.
        double unlike(int one, int other) {
            int[] ofOther = ofItem[other];
            long shared = Arrays.stream(ofItem[one])
                    .filter(value -> Arrays.stream(ofOther).anyMatch(its -> its == value))
                    .count();
            long all = ofItem[one].length + ofOther.length - shared;
            return all == 0 ? 1 : 1 - (double) shared / all;
        }
    }

    /// @throws ProblemException `rerank.no-attribute`
    Attribute attribute(String name) {
        Column column = frame.catalogue().column(name).orElseThrow(() -> unknown(name));
        Map<String, Integer> codes = new HashMap<>();
        List<String> values = new ArrayList<>();
        int[][] ofItem = new int[items.size()][];
        double[] numbers = new double[items.size()];
        for (int itemIdx = 0; itemIdx < ofItem.length; itemIdx++) {
            OptionalInt row = frame.items().find(items.get(itemIdx).value());
            boolean has = row.isPresent() && row.getAsInt() < column.size() && !column.isMissing(row.getAsInt());
            numbers[itemIdx] = has ? number(column, row.getAsInt()) : Double.NaN;
            ofItem[itemIdx] = has
                    ? Arrays.stream(column.display(row.getAsInt()).split("\\|"))
                            .map(String::strip)
                            .filter(value -> !value.isEmpty())
                            .mapToInt(value -> code(value, codes, values))
                            .distinct()
                            .toArray()
                    : new int[0];
        }
        return new Attribute(name, values, ofItem, numbers);
    }

    private static int code(String value, Map<String, Integer> codes, List<String> values) {
        return codes.computeIfAbsent(value, added -> {
            values.add(added);
            return values.size() - 1;
        });
    }

    private static double number(Column column, int row) {
        return switch (column) {
            case NumberColumn number -> number.values()[row];
            case DateColumn date -> date.millis()[row];
            default -> ConditionTest.number(column.display(row));
        };
    }

    private ProblemException unknown(String name) {
        List<String> known =
                frame.catalogue().columns().stream().map(Column::name).toList();
        return ProblemException.of(
                "rerank.no-attribute",
                "Items have no attribute " + name + ".",
                known.isEmpty()
                        ? "Import a file about items, or leave out the step."
                        : "Use one of: " + String.join(", ", known) + ".");
    }
}
