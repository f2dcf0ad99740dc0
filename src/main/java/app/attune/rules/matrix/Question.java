package app.attune.rules.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A formula laid out for being asked often: every part once, parts before wholes, and its rows by subject.
final class Question {
    private final List<Formula> parts = new ArrayList<>();
    private final Map<Integer, Integer> places = new HashMap<>();
    private final Map<Subject, List<Integer>> rows = new LinkedHashMap<>();
    private final int[][] inner;

    Question(Formula formula, Schema schema) {
        add(formula);
        inner = new int[parts.size()][];
        for (int place = 0; place < parts.size(); place++) {
            int here = place;
            inner[here] = parts.get(here).parts().stream().mapToInt(this::place).toArray();
            parts.get(place)
                    .row()
                    .ifPresent(row -> rows.computeIfAbsent(row.subject(schema), subject -> new ArrayList<>())
                            .add(here));
        }
    }

    private void add(Formula formula) {
        if (!places.containsKey(formula.id())) {
            formula.parts().forEach(this::add);
            places.put(formula.id(), parts.size());
            parts.add(formula);
        }
    }

    /// Every part, the whole last.
    List<Formula> parts() {
        return parts;
    }

    private int place(Formula part) {
        return places.getOrDefault(part.id(), -1);
    }

    /// The places of rows by what they ask about.
    Map<Subject, List<Integer>> rows() {
        return rows;
    }

    Row row(int place) {
        return parts.get(place).row().orElseThrow();
    }

    /// Settles what follows from the truths of rows.
    ///
    /// @param truths by place; those of rows are given, the others written
    /// @return what is known of the whole
    Truth settle(Truth[] truths) {
        for (int place = 0; place < truths.length; place++) {
            Formula part = parts.get(place);
            switch (part.kind()) {
                case TRUE -> truths[place] = Truth.YES;
                case FALSE -> truths[place] = Truth.NO;
                case ROW -> {}
                case NOT -> truths[place] = truths[inner[place][0]].negated();
                case ALL -> truths[place] = combined(inner[place], truths, Truth.NO);
                case ANY -> truths[place] = combined(inner[place], truths, Truth.YES);
            }
        }
        return truths[truths.length - 1];
    }

    private static Truth combined(int[] group, Truth[] truths, Truth deciding) {
        boolean open = false;
        for (int part : group) {
            Truth truth = truths[part];
            if (truth == deciding) {
                return deciding;
            }
            open |= truth == Truth.OPEN;
        }
        return open ? Truth.OPEN : deciding.negated();
    }

    /// A row that matters while the whole is open: one below open parts only.
    int openRow(Truth[] truths) {
        int here = parts.size() - 1;
        while (inner[here].length > 0) {
            here = Arrays.stream(inner[here])
                    .filter(part -> truths[part] == Truth.OPEN)
                    .findFirst()
                    .orElseThrow();
        }
        return here;
    }
}
