package app.attune.segments.ui;

import app.attune.core.ProblemException;
import app.attune.segments.SegmentId;
import app.attune.segments.rfm.Cuts;
import app.attune.segments.rfm.RfmAxes;
import app.attune.segments.rfm.RfmAxis;
import app.attune.segments.rfm.RfmGrid;
import app.attune.segments.rfm.RfmService.Wish;
import app.attune.ui.Dialogs;
import app.attune.ui.InWords;
import app.attune.ui.Kit;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// Buyers by two of recency, frequency and money; chosen cells become a segment.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class RfmView {
    @FXML
    private Button backFromRfm;

    @FXML
    private ComboBox<RfmAxes> rfmAxes;

    @FXML
    private VBox recencyField;

    @FXML
    private TextField recencyCuts;

    @FXML
    private VBox timesField;

    @FXML
    private TextField timesCuts;

    @FXML
    private VBox moneyField;

    @FXML
    private TextField moneyCuts;

    @FXML
    private Button cutRfm;

    @FXML
    private Button fifths;

    @FXML
    private MessageBar rfmMessages;

    @FXML
    private Label rfmSentence;

    @FXML
    private ScrollPane rfmFound;

    @FXML
    private GridPane rfmGrid;

    @FXML
    private Label rfmChosen;

    @FXML
    private Button makeRfm;

    @FXML
    private LoadingVeil rfmVeil;

    private final Texts texts = Texts.of("segments");
    private final RfmViewModel model;
    private final Kit kit;
    private final Consumer<SegmentId> open;
    private final Parent root;
    private final Set<RfmAxis> cutOnce = EnumSet.noneOf(RfmAxis.class);

    /// @param back leads to the list
    /// @param open leads to a segment
    RfmView(RfmViewModel model, Kit kit, Runnable back, Consumer<SegmentId> open) {
        this.model = model;
        this.kit = kit;
        this.open = open;
        this.root = Views.load(this);
        backFromRfm.setOnAction(event -> back.run());
        cutRfm.setOnAction(event -> cut());
        List.of(recencyCuts, timesCuts, moneyCuts).forEach(field -> field.setOnAction(event -> cut()));
        fifths.setOnAction(event -> model.show(Wish.fifths(rfmAxes.getValue())));
        bindAxes();
        makeRfm.setOnAction(event -> make());
        rfmVeil.loadingProperty().bind(model.busyProperty());
        model.problems().addListener((ListChangeListener<Object>) change -> rfmMessages.show(model.problems()));
        model.chosen().addListener((ListChangeListener<Object>) change -> showChosen());
        model.gridProperty().addListener((observed, before, now) -> show(now));
        show(Optional.empty());
    }

    private void bindAxes() {
        rfmAxes.getItems().setAll(RfmAxes.values());
        rfmAxes.setConverter(
                InWords.of(one -> texts.get("rfm.axes." + one.letters().toLowerCase(Locale.ROOT))));
        rfmAxes.valueProperty().addListener(observed -> showFields());
        rfmAxes.setValue(RfmAxes.RECENCY_FREQUENCY);
        rfmAxes.valueProperty().addListener(observed -> cut());
    }

    private void showFields() {
        for (RfmAxis axis : RfmAxis.values()) {
            VBox field = switch (axis) {
                case RECENCY -> recencyField;
                case FREQUENCY -> timesField;
                case MONEY -> moneyField;
            };
            field.setVisible(rfmAxes.getValue().has(axis));
            field.setManaged(field.isVisible());
        }
    }

    private TextField cuts(RfmAxis axis) {
        return switch (axis) {
            case RECENCY -> recencyCuts;
            case FREQUENCY -> timesCuts;
            case MONEY -> moneyCuts;
        };
    }

    Parent root() {
        return root;
    }

    /// Fifths, unless there are cuts already.
    void shown() {
        if (model.gridProperty().get().isEmpty()) {
            model.show(Wish.FIFTHS);
        } else {
            cut();
        }
    }

    private void cut() {
        try {
            RfmAxes axes = rfmAxes.getValue();
            model.show(new Wish(axes, limits(axes.rows()), limits(axes.columns())));
        } catch (ProblemException e) {
            model.failed(e.problem());
        }
    }

    /// Fifths where nothing was shown yet and nothing is typed.
    private Optional<Cuts> limits(RfmAxis axis) {
        String typed = cuts(axis).getText();
        return typed.isBlank() && !cutOnce.contains(axis) ? Optional.empty() : Optional.of(Cuts.read(typed));
    }

    private void show(Cuts cuts, RfmAxis axis) {
        cuts(axis).setText(cuts.text());
        cutOnce.add(axis);
    }

    private void show(Optional<RfmGrid> found) {
        rfmFound.setVisible(found.isPresent());
        rfmGrid.getChildren().clear();
        found.ifPresent(this::fill);
        showChosen();
    }

    private void fill(RfmGrid grid) {
        show(grid.rows(), grid.axes().rows());
        show(grid.columns(), grid.axes().columns());
        String counted = grid.frequency().isEmpty()
                ? texts.get("rfm.events", grid.sale())
                : texts.get("rfm.different", grid.frequency(), grid.sale());
        rfmSentence.setText(texts.get(
                "rfm.sentence",
                grid.buyers(),
                Numbers.until(grid.asOf()),
                Numbers.count(Math.round(grid.revenue())),
                counted));
        RfmCells cells = new RfmCells(grid, model, texts);
        for (int column = 0; column < grid.columns().bands(); column++) {
            rfmGrid.add(cells.columnHead(column), column + 1, 0);
        }
        for (int row = 0; row < grid.rows().bands(); row++) {
            rfmGrid.add(cells.rowHead(row), 0, row + 1);
        }
        grid.cells().forEach(cell -> rfmGrid.add(cells.button(cell), cell.column() + 1, cell.row() + 1));
    }

    private void showChosen() {
        int users = model.gridProperty()
                .get()
                .map(grid -> grid.users(model.chosen()))
                .orElse(0);
        int buyers = model.gridProperty().get().map(RfmGrid::buyers).orElse(0);
        boolean none = model.chosen().isEmpty();
        rfmChosen.setText(
                none
                        ? texts.get("rfm.choose")
                        : texts.get("rfm.chosen", model.chosen().size(), users, Numbers.percent(users, buyers)));
        makeRfm.setDisable(none);
    }

    private void make() {
        Dialogs.Prompt prompt = new Dialogs.Prompt(
                texts.get("discover.make"), texts.get("new.label"), texts.get("rfm.name"), texts.get("new.verb"));
        kit.dialogs()
                .ask(prompt)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> model.make(name, open));
    }
}
