package app.attune.rules.ui;

import app.attune.core.Problem;
import app.attune.rules.Rule;
import app.attune.rules.RuleId;
import app.attune.rules.matrix.DecisionMatrix;
import app.attune.rules.matrix.MatrixFinding;
import app.attune.rules.matrix.MatrixWords;
import app.attune.rules.matrix.PairVerdict;
import app.attune.rules.matrix.Proof;
import app.attune.rules.matrix.Resolution;
import app.attune.rules.matrix.Witness;
import app.attune.ui.BusyBar;
import app.attune.ui.Destination;
import app.attune.ui.DisabledHint;
import app.attune.ui.MessageBar;
import app.attune.ui.Navigator;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// How every two rules stand to one another, the chosen two in words, and what is wrong with how they act together.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class MatrixView {
    private static final int MOST_FINDINGS = 40;
    private static final double GAP = 6;
    private static final double STALE = 0.55;

    @FXML
    private Label matrixState;

    @FXML
    private Button matrixAgain;

    @FXML
    private BusyBar matrixBusy;

    @FXML
    private MessageBar matrixMessages;

    @FXML
    private Node matrixBody;

    @FXML
    private TableView<Rule> grid;

    @FXML
    private Label pairSentence;

    @FXML
    private Label pairWitness;

    @FXML
    private VBox pairFindings;

    @FXML
    private Label pairUsersTitle;

    @FXML
    private FlowPane pairUsers;

    @FXML
    private Label findingsNone;

    @FXML
    private VBox allFindings;

    private final Texts texts = Texts.of("rules");
    private final StringProperty whyNotAgain = new SimpleStringProperty("");
    private final MatrixViewModel model;
    private final Navigator navigator;
    private final Parent root;
    private final MatrixGrid cells;

    /// @param opened hears of the rule that is to be edited
    MatrixView(MatrixViewModel model, Navigator navigator, Consumer<RuleId> opened) {
        this.model = model;
        this.navigator = navigator;
        this.root = Views.load(this);
        this.cells = new MatrixGrid(
                new MatrixGrid.Place(grid, matrixState),
                cell -> model.chosenProperty().set(Optional.of(cell)),
                opened);
        DisabledHint.explain(matrixAgain, whyNotAgain);
        matrixAgain.setOnAction(event -> model.make());
        model.matrixProperty().addListener((observed, before, now) -> show(now));
        model.chosenProperty().addListener(observed -> showPair());
        model.staleProperty().addListener(observed -> sayState());
        model.workProperty().addListener((observed, before, now) -> {
            matrixBusy.follow(now);
            sayState();
        });
        model.problems().addListener((ListChangeListener<Problem>)
                change -> matrixMessages.show(List.copyOf(model.problems())));
        List.of(pairWitness, pairUsersTitle, findingsNone)
                .forEach(label ->
                        label.managedProperty().bind(label.textProperty().isNotEmpty()));
        List.of(pairFindings, pairUsers)
                .forEach(pane -> pane.managedProperty().bind(Bindings.isNotEmpty(pane.getChildren())));
        show(model.matrixProperty().get());
    }

    Parent root() {
        return root;
    }

    private void sayState() {
        DecisionMatrix matrix = model.matrixProperty().get();
        boolean stale = model.staleProperty().get();
        boolean works = model.workProperty().get().isPresent();
        matrixState.setText(
                works
                        ? texts.get("matrix.comparing")
                        : stale
                                ? texts.get("matrix.stale")
                                : texts.get(
                                        "matrix.current",
                                        matrix.pairs().size(),
                                        matrix.findings().size()));
        whyNotAgain.set(works ? texts.get("matrix.comparing") : stale ? "" : texts.get("matrix.current-already"));
        matrixBody.setOpacity(stale ? STALE : 1);
    }

    private void show(DecisionMatrix matrix) {
        cells.show(matrix);
        sayState();
        List<MatrixFinding> findings = matrix.findings();
        findingsNone.setText(
                findings.isEmpty()
                        ? texts.get("matrix.findings.none")
                        : findings.size() > MOST_FINDINGS
                                ? texts.get("matrix.findings.more", findings.size() - MOST_FINDINGS)
                                : "");
        allFindings
                .getChildren()
                .setAll(findings.stream()
                        .limit(MOST_FINDINGS)
                        .map(this::finding)
                        .toList());
        showPair();
    }

    private void showPair() {
        Optional<PairVerdict> pair = model.pair();
        pairSentence.setText(pair.map(words()::sentence).orElse(texts.get("matrix.pair.none")));
        pairWitness.setText(pair.map(this::witness).orElse(""));
        pairFindings
                .getChildren()
                .setAll(pair.map(this::aboutBoth).orElse(List.of()).stream()
                        .map(this::finding)
                        .toList());
        List<String> users = pair.map(model::sample).orElse(List.of());
        pairUsersTitle.setText(pair.map(two -> users.isEmpty()
                        ? texts.get("matrix.users.none")
                        : texts.get(
                                "matrix.users",
                                Numbers.count(users.size()),
                                Numbers.count(two.both().users())))
                .orElse(""));
        pairUsers.getChildren().setAll(users.stream().map(this::user).toList());
    }

    private MatrixWords words() {
        return new MatrixWords(model.matrixProperty().get());
    }

    private String witness(PairVerdict pair) {
        return switch (pair.both().proof()) {
            case Proof.Nobody nobody -> "";
            case Proof.Somebody found -> witness(found.witness());
            case Proof.Open open -> texts.get("matrix.witness.open", open.reason());
        };
    }

    private String witness(Witness witness) {
        String key = witness.source() == Witness.Source.REAL ? "matrix.witness" : "matrix.witness.made";
        return texts.get(key, witness.words());
    }

    private List<MatrixFinding> aboutBoth(PairVerdict pair) {
        return model.matrixProperty().get().about(pair.first()).stream()
                .filter(finding -> finding.rules().contains(pair.second()))
                .toList();
    }

    private Node finding(MatrixFinding finding) {
        VBox box = new VBox(GAP / 2);
        Label sentence = line(texts.get("matrix.finding", capital(MatrixWords.heading(finding)), finding.sentence()));
        sentence.getStyleClass().add("status-warn");
        box.getChildren().add(sentence);
        finding.witness().ifPresent(witness -> box.getChildren().add(line(witness(witness))));
        VBox buttons = new VBox(GAP);
        finding.resolutions().stream()
                .filter(model::canSettle)
                .forEach(resolution -> buttons.getChildren().add(button(resolution)));
        if (!buttons.getChildren().isEmpty()) {
            box.getChildren().add(buttons);
        }
        return box;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("body-compact");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private Button button(Resolution resolution) {
        Button button = new Button(words().of(resolution));
        button.setMnemonicParsing(false);
        button.setWrapText(true);
        button.setMinSize(0, Button.USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setOnAction(event -> model.settle(resolution));
        return button;
    }

    private Node user(String id) {
        Hyperlink link = new Hyperlink(id);
        link.getStyleClass().add("mono");
        link.setAccessibleText(texts.get("matrix.user", id));
        link.setOnAction(event -> navigator.open(Destination.of(Destination.PREVIEW, id)));
        return link;
    }
}
