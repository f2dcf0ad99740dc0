package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.events.quality.Coverage;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.chart.ChartView;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Users by the sources that know them: one row for each overlap, with a mark under each of its sources.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class CoverageView implements QualityPage {
    private static final int MOST_SOURCES = 8;
    private static final int MOST_LETTERS = 14;
    private static final String IN = "\u25cf";
    private static final String OUT = "\u25cb";

    @FXML
    private Label sentence;

    @FXML
    private MessageBar messages;

    @FXML
    private ChartView overlapChart;

    @FXML
    private TableView<Coverage.Overlap> overlaps;

    private final Texts texts = Texts.of("events");
    private final DataContext context;
    private final Lookup<Coverage> coverage;
    private final Parent root;
    private final QualityTables tables;

    CoverageView(DataContext context) {
        this.context = context;
        this.coverage = new Lookup<>(context.tasks(), texts.get("coverage.counting"));
        this.root = Views.load(this);
        this.tables = new QualityTables(texts, sentence.fontProperty());
        overlapChart.useDialogs(context.dialogs());
        tables.placeholder(overlaps, "coverage.none");
        coverage.valueProperty().addListener((observed, before, now) -> now.ifPresent(this::show));
        coverage.problems()
                .addListener((ListChangeListener<Problem>) change -> messages.show(List.copyOf(coverage.problems())));
    }

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        coverage.run(progress -> context.desk().coverage().apply(progress));
    }

    private void show(Coverage found) {
        sentence.setText(texts.get(
                "coverage.sentence",
                Numbers.count(found.users()),
                Numbers.count(found.sources().size()),
                Numbers.count(found.single()),
                Numbers.percent(found.single(), found.users())));
        overlapChart.show(found.chart());
        overlaps.getColumns().setAll(columns(found));
        overlaps.getItems().setAll(found.overlaps());
    }

    private List<TableColumn<Coverage.Overlap, String>> columns(Coverage found) {
        List<TableColumn<Coverage.Overlap, String>> columns = new ArrayList<>();
        columns.add(tables.number("users", 6, overlap -> Numbers.count(overlap.users())));
        columns.add(tables.number("share", 6, overlap -> Numbers.percent(overlap.users(), found.users())));
        for (Coverage.Source source :
                found.sources().stream().limit(MOST_SOURCES).toList()) {
            columns.add(tables.titled(
                    source.name(),
                    Math.clamp(2 + source.name().length() * 0.6, 6, MOST_LETTERS),
                    overlap -> overlap.sources().contains(source.name()) ? IN : OUT));
        }
        columns.add(tables.text("sources", 24, overlap -> String.join(" + ", overlap.sources())));
        return columns;
    }
}
