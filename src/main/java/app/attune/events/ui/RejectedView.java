package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.events.ImportReport;
import app.attune.events.MendedRow;
import app.attune.events.RejectedRows;
import app.attune.ui.Action;
import app.attune.ui.InWords;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;

/// The rejected rows of any import, to be edited and read again.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class RejectedView implements QualityPage {
    @FXML
    private FlowPane chooser;

    @FXML
    private ComboBox<ImportReport> imports;

    @FXML
    private MessageBar messages;

    @FXML
    private StackPane place;

    private final Texts texts = Texts.of("events");
    private final DataContext context;
    private final Runnable reload;
    private final Lookup<RejectedRows> rows;
    private final Lookup<RejectedRows> reading;
    private final RejectedPane pane;
    private final Parent root;

    /// @param reload looks at the events again once rows were read
    RejectedView(DataContext context, Runnable reload) {
        this.context = context;
        this.reload = reload;
        this.rows = new Lookup<>(context.tasks(), texts.get("rejected.looking"));
        this.reading = new Lookup<>(context.tasks(), texts.get("rejected.reading"));
        this.root = Views.load(this);
        this.pane = new RejectedPane(
                "quality.rejected",
                Bindings.createStringBinding(
                        () -> reading.busyProperty().get() ? texts.get("rejected.reading") : "",
                        reading.busyProperty()),
                this::readAgain);
        place.getChildren().add(pane.root());
        imports.setConverter(InWords.of(this::words));
        chooser.visibleProperty().bind(Bindings.isNotEmpty(imports.getItems()));
        chooser.managedProperty().bind(chooser.visibleProperty());
        imports.valueProperty().addListener((observed, before, now) -> shown());
        rows.valueProperty().addListener((observed, before, now) -> now.ifPresent(pane::show));
        reading.valueProperty().addListener((observed, before, now) -> now.ifPresent(this::done));
        List.of(rows.problems(), reading.problems())
                .forEach(problems -> problems.addListener(
                        (ListChangeListener<Problem>) change -> messages.show(List.copyOf(problems))));
    }

    @Override
    public String name() {
        return "rejected";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Action> actions() {
        return pane.actions();
    }

    /// Newest first.
    void show(List<ImportReport> reports) {
        List<Long> ids = reports.stream().map(ImportReport::importId).toList();
        List<ImportReport> some = reports.stream()
                .filter(report -> report.quarantined() > 0
                        && !ids.contains(report.reread().importId()))
                .toList();
        if (!imports.getItems().equals(some)) {
            ImportReport before = imports.getValue();
            imports.getItems().setAll(some);
            imports.setValue(some.contains(before) || some.isEmpty() ? before : some.getFirst());
        }
    }

    @Override
    public void shown() {
        ImportReport chosen = imports.getValue();
        if (chosen == null || !imports.getItems().contains(chosen)) {
            pane.show(List.of());
        } else if (root.isVisible()) {
            rows.run(progress -> look(chosen));
        }
    }

    private RejectedRows look(ImportReport chosen) {
        return context.log().imports().rejected(List.of(chosen.importId()), RejectedPane.SHOWN);
    }

    private void readAgain(List<MendedRow> edited) {
        ImportReport chosen = imports.getValue();
        messages.clear();
        reading.run(progress -> {
            context.log().imports().importMended(edited, progress);
            return look(chosen);
        });
    }

    private void done(RejectedRows now) {
        pane.show(now);
        context.kit().dataChanged().run();
        reload.run();
        messages.say(texts.get("rejected.read", Numbers.count(now.open())));
        pane.focus();
    }

    private String words(ImportReport report) {
        return texts.get(
                "rejected.import",
                Long.toString(report.importId()),
                report.fileName(),
                Numbers.count(report.quarantined()));
    }
}
