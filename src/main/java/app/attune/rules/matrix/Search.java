package app.attune.rules.matrix;

import app.attune.core.Progress;
import app.attune.segments.Condition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/// Looks for values of all subjects of a question for which it holds: one subject after the other, back as soon as what
/// is settled answers no. When every way ends so, nobody can be meant.
///
/// Source: backtracking as in Davis, Logemann and Loveland 1962, "A Machine Program for Theorem-Proving",
/// Communications of the ACM 5(7), over subjects with several values, with Kleene's three values for what is open.
final class Search {
    private static final int MOST_STEPS = 20_000;
    private static final int MOST_WITNESSES = 8;
    private static final int STEPS_BETWEEN_CHECKPOINTS = 64;

    /// A cell and what it says of the rows about its subject.
    private record Choice(Cell cell, BitSet holds) {}

    private final Question question;
    private final Function<Map<Subject, Cell>, Optional<Witness>> realise;
    private final Progress progress;
    private final Map<Subject, List<Choice>> choices = new HashMap<>();
    private final Map<Subject, Map<Subject, BiPredicate<Cell, Cell>>> relations = new HashMap<>();
    private final Map<Subject, Cell> chosen = new LinkedHashMap<>();
    private final Set<Subject> tooMany = new HashSet<>();
    private final Truth[] truths;
    private Optional<Witness> witness = Optional.empty();
    private int steps;
    private int unrealised;

    /// @param realise makes a user of the chosen values, if it can
    Search(
            Question question,
            Prover.Domain domain,
            Function<Map<Subject, Cell>, Optional<Witness>> realise,
            Progress progress) {
        this.question = question;
        this.realise = realise;
        this.progress = progress;
        truths = new Truth[question.parts().size()];
        Arrays.fill(truths, Truth.OPEN);
        List<Subject> subjects = List.copyOf(question.rows().keySet());
        for (int i = 0; i < subjects.size(); i++) {
            for (int j = i + 1; j < subjects.size(); j++) {
                relate(subjects.get(i), subjects.get(j));
            }
        }
        subjects.forEach(subject -> choices.put(subject, choices(subject, domain)));
    }

    private void relate(Subject one, Subject other) {
        Relations.between(one, other).ifPresent(test -> {
            relations.computeIfAbsent(one, subject -> new HashMap<>()).put(other, test);
            relations.computeIfAbsent(other, subject -> new HashMap<>()).put(one, (a, b) -> test.test(b, a));
        });
    }

    /// Cells that answer alike are one where nothing depends on which of them it is.
    private List<Choice> choices(Subject subject, Prover.Domain domain) {
        List<Integer> rows = question.rows().getOrDefault(subject, List.of());
        List<Row> asked = rows.stream().map(question::row).toList();
        List<Predicate<Cell>> tests =
                asked.stream().map(row -> CellTest.of(row, domain.schema())).toList();
        Optional<List<Cell>> all = cells(subject, asked, domain);
        if (all.isEmpty()) {
            tooMany.add(subject);
        }
        Set<BitSet> seen = new HashSet<>();
        List<Choice> choices = new ArrayList<>();
        for (Cell cell : all.orElse(List.of())) {
            BitSet holds = new BitSet(tests.size());
            for (int i = 0; i < tests.size(); i++) {
                holds.set(i, tests.get(i).test(cell));
            }
            if (seen.add(holds) || relations.containsKey(subject)) {
                choices.add(new Choice(cell, holds));
            }
        }
        return choices;
    }

    private static Optional<List<Cell>> cells(Subject subject, List<Row> rows, Prover.Domain domain) {
        if (subject instanceof Subject.Asked asked) {
            return domain.requests()
                    .of(
                            asked,
                            rows.stream()
                                    .filter(RequestRow.class::isInstance)
                                    .map(RequestRow.class::cast)
                                    .toList());
        }
        List<Condition> conditions = rows.stream()
                .filter(Row.OfUser.class::isInstance)
                .map(row -> ((Row.OfUser) row).condition())
                .toList();
        return domain.cells().of(subject, conditions);
    }

    Proof run() {
        if (!tooMany.isEmpty()) {
            return new Proof.Open("One value is asked about in too many ways to go through them all.");
        }
        descend();
        if (witness.isPresent()) {
            return new Proof.Somebody(witness.get());
        }
        if (steps > MOST_STEPS) {
            return new Proof.Open("There are too many combinations of values to go through them all.");
        }
        return unrealised == 0
                ? new Proof.Nobody()
                : new Proof.Open("Values were found, but no user could be made that has them all: they depend on one"
                        + " another, or on other users.");
    }

    private boolean isOver() {
        return witness.isPresent() || steps > MOST_STEPS || unrealised >= MOST_WITNESSES;
    }

    private void descend() {
        if (++steps % STEPS_BETWEEN_CHECKPOINTS == 0) {
            progress.checkpoint();
        }
        switch (question.settle(truths)) {
            case NO -> {}
            case YES -> {
                witness = realise.apply(chosen);
                unrealised += witness.isPresent() ? 0 : 1;
            }
            case OPEN -> branch(subjectOf(question.openRow(truths)));
        }
    }

    private Subject subjectOf(int row) {
        return question.rows().entrySet().stream()
                .filter(entry -> entry.getValue().contains(row))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private void branch(Subject subject) {
        List<Integer> rows = question.rows().getOrDefault(subject, List.of());
        for (Choice choice : choices.getOrDefault(subject, List.of())) {
            if (isOver()) {
                break;
            }
            if (fits(subject, choice.cell())) {
                chosen.put(subject, choice.cell());
                for (int i = 0; i < rows.size(); i++) {
                    truths[rows.get(i)] = Truth.of(choice.holds().get(i));
                }
                descend();
                chosen.remove(subject);
            }
        }
        rows.forEach(row -> truths[row] = Truth.OPEN);
    }

    private boolean fits(Subject subject, Cell cell) {
        return relations.getOrDefault(subject, Map.of()).entrySet().stream()
                .allMatch(entry -> !chosen.containsKey(entry.getKey())
                        || entry.getValue().test(cell, chosen.getOrDefault(entry.getKey(), cell)));
    }
}
