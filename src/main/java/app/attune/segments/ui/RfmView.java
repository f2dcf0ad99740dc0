package app.attune.segments.ui;

import app.attune.core.ProblemException;
import app.attune.segments.SegmentId;
import app.attune.segments.compare.SegmentProfile;
import app.attune.segments.rfm.Cuts;
import app.attune.segments.rfm.RfmGrid;
import app.attune.segments.rfm.RfmGrid.Cell;
import app.attune.segments.rfm.RfmService.Wish;
import app.attune.ui.Dialogs;
import app.attune.ui.Kit;
import app.attune.ui.LoadingVeil;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import org.kordamp.ikonli.javafx.FontIcon;

/// Buyers by recency and frequency; chosen cells become a segment.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class RfmView {
    private static final int HEATS = 5;

    @FXML
    private Button backFromRfm;

    @FXML
    private TextField recencyCuts;

    @FXML
    private TextField timesCuts;

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

    /// @param back leads to the list
    /// @param open leads to a segment
    RfmView(RfmViewModel model, Kit kit, Runnable back, Consumer<SegmentId> open) {
        this.model = model;
        this.kit = kit;
        this.open = open;
        this.root = Views.load(this);
        backFromRfm.setOnAction(event -> back.run());
        cutRfm.setOnAction(event -> cut());
        recencyCuts.setOnAction(event -> cut());
        timesCuts.setOnAction(event -> cut());
        fifths.setOnAction(event -> model.show(Wish.FIFTHS));
        makeRfm.setOnAction(event -> make());
        rfmVeil.loadingProperty().bind(model.busyProperty());
        model.problems().addListener((ListChangeListener<Object>) change -> rfmMessages.show(model.problems()));
        model.chosen().addListener((ListChangeListener<Object>) change -> showChosen());
        model.gridProperty().addListener((observed, before, now) -> show(now));
        show(Optional.empty());
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
            model.show(new Wish(
                    Optional.of(Cuts.read(recencyCuts.getText())), Optional.of(Cuts.read(timesCuts.getText()))));
        } catch (ProblemException e) {
            model.failed(e.problem());
        }
    }

    private void show(Optional<RfmGrid> found) {
        rfmFound.setVisible(found.isPresent());
        rfmGrid.getChildren().clear();
        found.ifPresent(this::fill);
        showChosen();
    }

    private void fill(RfmGrid grid) {
        recencyCuts.setText(grid.recency().text());
        timesCuts.setText(grid.times().text());
        String counted = grid.frequency().isEmpty()
                ? texts.get("rfm.events", grid.sale())
                : texts.get("rfm.different", grid.frequency(), grid.sale());
        rfmSentence.setText(texts.get(
                "rfm.sentence",
                grid.buyers(),
                Numbers.until(grid.asOf()),
                Numbers.count(Math.round(grid.revenue())),
                counted));
        for (int times = 0; times < grid.times().bands(); times++) {
            rfmGrid.add(head(texts.get("rfm.times", grid.times().name(times))), times + 1, 0);
        }
        for (int recency = 0; recency < grid.recency().bands(); recency++) {
            rfmGrid.add(head(texts.get("rfm.recency", grid.recency().name(recency))), 0, recency + 1);
        }
        grid.cells().forEach(cell -> rfmGrid.add(button(grid, cell), cell.times() + 1, cell.recency() + 1));
    }

    private static Node head(String words) {
        Label head = new Label(words);
        head.getStyleClass().add("form-label");
        head.setMinWidth(Label.USE_PREF_SIZE);
        return head;
    }

    private Node button(RfmGrid grid, Cell cell) {
        boolean told = cell.size() >= SegmentProfile.FEWEST;
        String mean = told ? Numbers.count(Math.round(cell.revenue() / cell.size())) : Numbers.NONE;
        String words = texts.get(
                "rfm.cell",
                cell.size(),
                Numbers.percent(cell.size(), grid.buyers()),
                told ? Numbers.count(Math.round(cell.revenue())) : Numbers.NONE,
                mean);
        ToggleButton button = new ToggleButton(words);
        button.setId("rfm-" + cell.recency() + "-" + cell.times());
        button.getStyleClass().addAll("rfm-cell", "heat-" + heat(grid, cell), "rfm-level-" + level(grid, cell));
        tick(button);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinSize(Button.USE_PREF_SIZE, Button.USE_PREF_SIZE);
        button.setDisable(cell.size() == 0);
        button.setAccessibleText(texts.get(
                "rfm.spoken",
                grid.recency().name(cell.recency()),
                grid.times().name(cell.times()),
                words.replace('\n', ' ')));
        button.selectedProperty().addListener((observed, before, now) -> {
            if (now) {
                model.choose(cell);
            } else {
                model.leaveOut(cell);
            }
        });
        return button;
    }

    /// Colour alone does not say that a cell is chosen.
    private static void tick(ToggleButton button) {
        FontIcon chosen = new FontIcon("mdoal-check");
        chosen.visibleProperty().bind(button.selectedProperty());
        button.setGraphic(chosen);
        button.setContentDisplay(ContentDisplay.RIGHT);
    }

    /// By the share of users beside the largest cell: 0 for nobody, then in fifths.
    private static int heat(RfmGrid grid, Cell cell) {
        int largest = grid.cells().stream().mapToInt(Cell::size).max().orElse(0);
        return largest == 0 ? 0 : Math.ceilDiv(HEATS * cell.size(), largest);
    }

    /// How much a user of the cell is worth beside a buyer: less, up to twice as much, or more.
    private static int level(RfmGrid grid, Cell cell) {
        if (cell.size() < SegmentProfile.FEWEST || grid.revenue() <= 0) {
            return 0;
        }
        double mean = cell.revenue() / cell.size();
        double all = grid.revenue() / grid.buyers();
        return mean < all ? 0 : mean < 2 * all ? 1 : 2;
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
