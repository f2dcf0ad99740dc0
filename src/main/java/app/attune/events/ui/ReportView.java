package app.attune.events.ui;

import app.attune.events.ImportReport;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;

/// What an import did, or a dry run would do, with every row it read.
@SuppressWarnings("NullAway.Init") // filled from FXML
final class ReportView {
    @FXML
    private Label title;

    @FXML
    private Label detail;

    @FXML
    private FlowPane buttons;

    @FXML
    private Button saveRejected;

    @FXML
    private Button showFindings;

    @FXML
    private Button another;

    @FXML
    private MessageBar findings;

    @FXML
    private TableView<Count> counts;

    @FXML
    private TableColumn<Count, String> what;

    @FXML
    private TableColumn<Count, String> rows;

    private final Texts texts = Texts.of("events");
    private final Parent root;

    private record Count(String what, String rows) {}

    ReportView() {
        this.root = Views.load(this);
    }

    Parent root() {
        return root;
    }

    Button saveRejectedButton() {
        return saveRejected;
    }

    Button showFindingsButton() {
        return showFindings;
    }

    Button anotherButton() {
        return another;
    }

    @FXML
    private void initialize() {
        what.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().what()));
        rows.setCellValueFactory(row -> new SimpleStringProperty(row.getValue().rows()));
    }

    void clear() {
        title.setText(texts.get("check.title"));
        detail.setText("");
        findings.clear();
        counts.getItems().clear();
        buttons.setVisible(false);
        buttons.setManaged(false);
    }

    void showDryRun(ImportReport report) {
        clear();
        fill(report, "check.accepted");
        title.setText(
                texts.get("check.sentence", Numbers.count(report.accepted()), Numbers.count(report.quarantined())));
    }

    void showResult(ImportReport report) {
        fill(report, "result.accepted");
        title.setText(
                texts.get("result.sentence", Numbers.count(report.accepted()), Numbers.count(report.quarantined())));
        detail.setText(texts.get(
                "result.speed",
                Numbers.count(report.read()),
                Numbers.duration(Duration.ofMillis(report.millis())),
                Numbers.count(report.rowsPerSecond())));
        saveRejected.setDisable(report.quarantined() == 0);
        buttons.setVisible(true);
        buttons.setManaged(true);
    }

    private void fill(ImportReport report, String acceptedKey) {
        findings.show(report.findings());
        report.span()
                .ifPresent(span -> detail.setText(texts.get(
                        "check.span",
                        Numbers.date(span.from()),
                        Numbers.date(span.to().minusMillis(1)))));
        List<Count> all = new ArrayList<>();
        all.add(count("check.read", report.read()));
        all.add(count(acceptedKey, report.accepted()));
        all.add(count("check.present", report.alreadyPresent()));
        all.add(count("check.dropped", report.duplicatesDropped()));
        all.add(count("check.exact", report.exactDuplicates()));
        all.add(count("check.filtered", report.filtered()));
        report.filteredByReason()
                .forEach((reason, number) -> all.add(new Count("   " + reason, Numbers.count(number))));
        all.add(count("check.quarantined", report.quarantined()));
        report.quarantinedByReason()
                .forEach((reason, number) -> all.add(new Count("   " + reason.words(), Numbers.count(number))));
        counts.getItems().setAll(all);
    }

    private Count count(String key, long number) {
        return new Count(texts.get(key), Numbers.count(number));
    }
}
