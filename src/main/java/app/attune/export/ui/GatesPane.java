package app.attune.export.ui;

import app.attune.export.Gate;
import app.attune.ui.Destination;
import app.attune.ui.Dialogs;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.util.Comparator;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The gates as rows, closed ones first.
final class GatesPane {
    private final VBox rows;
    private final ExportContext context;
    private final ExportViewModel model;
    private final Texts texts;
    private final GateRow.Handlers handlers = new GateRow.Handlers(this::fix, this::waive, this::withdraw);

    GatesPane(VBox rows, ExportContext context, ExportViewModel model, Texts texts) {
        this.rows = rows;
        this.context = context;
        this.model = model;
        this.texts = texts;
    }

    void show() {
        rows.getChildren()
                .setAll(model.gates().stream()
                        .sorted(Comparator.comparing(gate -> gate.state() != Gate.State.FAILED))
                        .map(this::row)
                        .toList());
    }

    /// What an export checks stands as passed once it was.
    private Node row(Gate gate) {
        return model.resultProperty()
                .get()
                .filter(done -> gate.state() == Gate.State.LATER)
                .map(done -> GateRow.passed(gate, texts, texts.get("gate.checked", Numbers.count(done.vectors()))))
                .orElseGet(() -> GateRow.of(gate, texts, handlers));
    }

    private void fix(Gate gate) {
        context.navigator()
                .open(Destination.of(
                        switch (gate.id()) {
                            case Gate.SEGMENTS, Gate.SIZE -> Destination.SEGMENTS;
                            case Gate.MODELS -> Destination.MODELS;
                            default -> Destination.RULES;
                        }));
    }

    private void waive(Gate gate) {
        context.dialogs()
                .ask(new Dialogs.Prompt(
                        texts.get("waive.title", texts.get("gate." + gate.id())),
                        texts.get("waive.label"),
                        "",
                        texts.get("waive.verb")))
                .ifPresent(reason -> {
                    model.waive(gate, reason);
                    focus("#gate-withdraw-" + gate.id(), "#gate-waive-" + gate.id());
                });
    }

    private void withdraw(Gate gate) {
        model.withdraw(gate);
        focus("#gate-waive-" + gate.id());
    }

    /// Rows are made anew when gates change; whoever works by keyboard stays where they were.
    private void focus(String... buttons) {
        Stream.of(buttons)
                .flatMap(button -> Stream.ofNullable(rows.lookup(button)))
                .findFirst()
                .ifPresent(Node::requestFocus);
    }
}
