package app.attune.rules.matrix;

import java.util.List;
import java.util.Optional;

/// A statement about one user and request: a row, or other statements combined. The same statement is the same
/// object; only [Formulas] makes them.
final class Formula {
    /// How the parts are combined.
    enum Kind {
        TRUE,
        FALSE,
        ROW,
        NOT,
        ALL,
        ANY
    }

    private final int id;
    private final Kind kind;
    private final List<Formula> parts;
    private final Optional<Row> row;

    Formula(int id, Kind kind, List<Formula> parts, Optional<Row> row) {
        this.id = id;
        this.kind = kind;
        this.parts = List.copyOf(parts);
        this.row = row;
    }

    /// Of its [Formulas]; parts have smaller ones.
    int id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    List<Formula> parts() {
        return parts;
    }

    /// Present for [Kind#ROW].
    Optional<Row> row() {
        return row;
    }
}
