package app.attune.events.ui;

import app.attune.events.AmountSentences;
import app.attune.events.CodeSentences;
import app.attune.events.ColumnRole;
import app.attune.events.ConsentSentences;
import app.attune.events.ImportCheck;
import app.attune.events.ImportOutcome;
import app.attune.events.ImportReport;
import app.attune.events.MappingWords;
import app.attune.events.TimeSentences;
import app.attune.events.ValueGuess;
import app.attune.events.read.ColumnProfile;
import app.attune.events.read.Source;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;

/// What an import did, or would do, with every row it read: in words, in counts, and row by row where one is rejected.
@SuppressWarnings("NullAway.Init") // filled from FXML
final class ReportView {
    private static final long SPEED_SAYS_SOMETHING = 1_000;

    @FXML
    private Label title;

    @FXML
    private Label detail;

    @FXML
    private FlowPane buttons;

    @FXML
    private Button saveRejected;

    @FXML
    private Button loadMended;

    @FXML
    private Button showData;

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

    @FXML
    private Tab rejectedTab;

    private final Texts texts = Texts.of("events");
    private final ImportViewModel model;
    private final ImportActions does;
    private final Parent root;
    private final RejectedPane rejected;

    private record Count(String what, String rows) {}

    ReportView(ImportViewModel model, ImportActions does) {
        this.model = model;
        this.does = does;
        this.rejected = does.rejected();
        this.root = Views.load(this);
        model.checkProperty().addListener((observed, before, now) -> now.ifPresentOrElse(this::showCheck, this::clear));
        model.sourcesProperty().addListener((observed, before, now) -> showWaiting(now));
        model.resultProperty().addListener((observed, before, now) -> now.ifPresent(this::showResult));
    }

    /// Files with other columns come next.
    private void showWaiting(List<Source> sources) {
        another.setText(
                sources.size() > 1
                        ? texts.get("import.next-source", sources.get(1).name())
                        : texts.get("import.another"));
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        does.saveRejected().attachTo(saveRejected);
        does.loadMended().attachTo(loadMended);
        does.showData().attachTo(showData);
        does.another().attachTo(another);
        column(what, Count::what);
        column(rows, Count::rows);
        ColumnWidths.follow(counts, title.fontProperty(), 24, 6, 1);
        rejectedTab.setContent(rejected.root());
        counts.setPlaceholder(new Label(texts.get("check.waiting")));
        clear();
    }

    private static <T> void column(TableColumn<T, String> column, Function<T, String> text) {
        column.setCellValueFactory(row -> new SimpleStringProperty(text.apply(row.getValue())));
    }

    private void clear() {
        title.setText(texts.get("check.title"));
        detail.setText("");
        findings.clear();
        counts.getItems().clear();
        rejected.show(List.of());
        title(0, 0);
        buttons.setVisible(false);
        buttons.setManaged(false);
    }

    private void showCheck(ImportCheck check) {
        ImportReport report = check.report();
        clear();
        title.setText(
                texts.get("check.sentence", Numbers.count(report.accepted()), Numbers.count(report.quarantined())));
        List<String> sentences = new ArrayList<>();
        span(report).ifPresent(sentences::add);
        model.settingsProperty()
                .get()
                .flatMap(now -> TimeSentences.written(now.mapping(), now.preview()))
                .ifPresent(sentences::add);
        zone().ifPresent(sentences::add);
        model.settingsProperty().get().ifPresent(now -> {
            MappingWords.lineUsers(now.mapping()).ifPresent(sentences::add);
            sentences.addAll(AmountSentences.of(now.mapping(), now.preview()));
            ValueGuess.sentence(now.mapping(), now.preview()).ifPresent(sentences::add);
            sentences.addAll(CodeSentences.of(now.mapping(), now.preview()));
        });
        sentences.addAll(duplicates(report));
        sentences.add(texts.get(report.quarantined() == 0 ? "check.no-bad" : "check.bad"));
        model.mapping().ifPresent(mapping -> sentences.addAll(ConsentSentences.of(mapping, check)));
        detail.setText(String.join("\n", sentences));
        fill(report, "check.accepted");
        rejected.show(check.rejected());
        title(check.rejected().size(), report.quarantined());
    }

    private void showResult(ImportResult result) {
        ImportOutcome outcome = result.outcome();
        ImportReport report = outcome.total().mended(result.rejected());
        clear();
        title.setText(
                texts.get("result.sentence", Numbers.count(report.accepted()), Numbers.count(report.quarantined())));
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.get(
                report.millis() < SPEED_SAYS_SOMETHING ? "result.took" : "result.speed",
                Numbers.count(report.read()),
                Numbers.duration(Duration.ofMillis(report.millis())),
                Numbers.count(report.rowsPerSecond())));
        span(report).ifPresent(sentences::add);
        if (report.quarantined() > 0) {
            sentences.add(texts.get("result.bad"));
        }
        detail.setText(String.join("\n", sentences));
        fill(report, "result.accepted");
        if (outcome.reports().size() > 1) {
            outcome.reports()
                    .forEach(one -> counts.getItems()
                            .add(new Count(
                                    texts.get("result.of-file", one.sourceName()), Numbers.count(one.accepted()))));
        }
        rejected.show(result.rejected());
        title(result.rejected().rows().size(), result.rejected().open());
        buttons.setVisible(true);
        buttons.setManaged(true);
    }

    private Optional<String> span(ImportReport report) {
        return report.span()
                .map(span -> texts.get(
                        "check.span",
                        Numbers.date(span.from()),
                        Numbers.date(span.to().minusMillis(1))));
    }

    private Optional<String> zone() {
        return model.settingsProperty()
                .get()
                .map(now -> MappingWords.zone(
                        now.mapping(),
                        now.preview().columns().stream()
                                .filter(profile ->
                                        now.mapping().columnOf(ColumnRole.TIME).equals(Optional.of(profile.name())))
                                .map(ColumnProfile::examples)
                                .flatMap(List::stream)
                                .toList()))
                .filter(sentence -> !sentence.isEmpty());
    }

    private List<String> duplicates(ImportReport report) {
        List<String> sentences = new ArrayList<>();
        if (report.alreadyPresent() > 0) {
            sentences.add(texts.get("check.present.words", Numbers.count(report.alreadyPresent())));
        }
        if (report.duplicatesDropped() > 0) {
            sentences.add(texts.get("check.dropped.words", Numbers.count(report.duplicatesDropped())));
        }
        if (report.alreadyPresent() + report.duplicatesDropped() + report.exactDuplicates() == 0) {
            sentences.add(texts.get("check.no-duplicates"));
        }
        return sentences;
    }

    private void fill(ImportReport report, String acceptedKey) {
        findings.show(report.findings());
        List<Count> all = new ArrayList<>();
        all.add(count("check.read", report.read()));
        all.add(count(acceptedKey, report.accepted()));
        all.add(count("check.present", report.alreadyPresent()));
        all.add(count("check.dropped", report.duplicatesDropped()));
        all.add(count("check.filtered", report.filtered()));
        report.filteredByReason()
                .forEach((reason, number) -> all.add(new Count("   " + reason, Numbers.count(number))));
        all.add(count("check.quarantined", report.quarantined()));
        report.quarantinedByReason()
                .forEach((reason, number) -> all.add(new Count("   " + reason.words(), Numbers.count(number))));
        all.add(count("check.exact", report.exactDuplicates()));
        report.blanks()
                .forEach((column, number) ->
                        all.add(new Count(texts.get("check.blank", column), Numbers.count(number))));
        counts.getItems().setAll(all);
    }

    private void title(long some, long all) {
        rejectedTab.setText(
                texts.get(some < all ? "rejected.tab.some" : "rejected.tab", Numbers.count(some), Numbers.count(all)));
    }

    private Count count(String key, long number) {
        return new Count(texts.get(key), Numbers.count(number));
    }
}
