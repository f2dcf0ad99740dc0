package app.attune.segments.ui;

import app.attune.segments.SegmentAbout;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentId;
import app.attune.segments.health.HealthFinding;
import app.attune.segments.versions.EditWords;
import app.attune.ui.InWords;
import app.attune.ui.TabKey;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/// What a segment is for, who answers for it, and how healthy it is.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class AboutView {
    private static final String TARGET = "target";

    @FXML
    private TextField goal;

    @FXML
    private ComboBox<SegmentAbout.Figure> figure;

    @FXML
    private TextField target;

    @FXML
    private Label targetProblem;

    @FXML
    private Label figureNow;

    @FXML
    private TextField owner;

    @FXML
    private TextArea remark;

    @FXML
    private Label healthTitle;

    @FXML
    private VBox healthFindings;

    private final Texts texts = Texts.of("segments");
    private final SegmentEditorViewModel editing;
    private final AboutViewModel model;
    private final Parent root;
    private Optional<SegmentId> segment = Optional.empty();

    AboutView(SegmentEditorViewModel editing, AboutViewModel model) {
        this.editing = editing;
        this.model = model;
        this.root = Views.load(this);
        figure.setConverter(
                InWords.of(one -> texts.get("about.figure." + one.name().toLowerCase(Locale.ROOT))));
        figure.getItems().setAll(SegmentAbout.Figure.values());
        bind(goal, SegmentAbout::withGoal);
        bind(owner, SegmentAbout::withOwner);
        bind(remark, SegmentAbout::withNote);
        figure.valueProperty().addListener((observed, before, now) -> {
            if (now != null && now != about().figure()) {
                editing.tellIn(now);
            }
        });
        target.textProperty().addListener((observed, before, now) -> target(now));
        TabKey.leaves(remark);
        List.of(goal, target, owner, remark).forEach(field -> Written.told(field, editing));
        editing.history().valueProperty().addListener((observed, before, now) -> fill(now.about()));
        editing.versions().addListener((ListChangeListener<Object>) change -> saved());
        model.foundProperty().addListener((observed, before, now) -> show(now));
        model.problemProperty()
                .addListener(observed -> show(model.foundProperty().get()));
        fill(about());
        target("");
        show(Optional.empty());
    }

    /// What is saved while it is looked at is checked again.
    private void saved() {
        if (root.getScene() != null) {
            editing.draft().ifPresent(this::show);
        }
    }

    private SegmentAbout about() {
        return editing.history().value().about();
    }

    private void bind(TextInputControl field, BiFunction<SegmentAbout, String, SegmentAbout> with) {
        field.textProperty().addListener((observed, before, now) -> {
            SegmentAbout changed = with.apply(about(), now);
            if (!changed.equals(about())) {
                editing.describe(changed);
            }
        });
    }

    private void target(String typed) {
        OptionalDouble number = number(typed);
        if (number.isEmpty() && !typed.isBlank()) {
            editing.untaken().addOther(TARGET, typed);
        } else {
            editing.untaken().removeOther(TARGET);
            SegmentAbout changed = about().withTarget(number.orElse(Double.NaN));
            if (!changed.equals(about())) {
                editing.describe(changed);
            }
        }
        markTarget();
    }

    /// Says at the target why it is not taken, or that nothing can reach it.
    private void markTarget() {
        String wrong = editing.untaken().other(TARGET).isPresent()
                ? texts.get("about.target.problem")
                : about().unreachable()
                        .map(problem -> problem.message() + " " + problem.remedy())
                        .orElse("");
        targetProblem.setText(wrong);
        targetProblem.setVisible(!wrong.isEmpty());
        targetProblem.setManaged(!wrong.isEmpty());
        Choices.mark(target, wrong);
    }

    /// A percent sign does not matter, nor do commas between thousands.
    private static OptionalDouble number(String typed) {
        try {
            String plain = typed.replaceAll("[%\\s]", "");
            boolean grouped = plain.matches("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
            double number = Double.parseDouble(grouped ? plain.replace(",", "") : plain);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /// A field whose words mean the same already keeps them as they are typed, and so does one that means nothing
    /// while it is the same segment.
    private void fill(SegmentAbout now) {
        fill(goal, now.goal());
        fill(owner, now.owner());
        fill(remark, now.note());
        figure.setValue(now.figure());
        boolean same = number(target.getText()).orElse(Double.NaN) == now.target()
                || (Double.isNaN(now.target()) && number(target.getText()).isEmpty());
        if (isAnother() || !same) {
            target.setText(editing.untaken().other(TARGET).orElse(EditWords.target(now)));
        }
        markTarget();
    }

    /// Whether another segment is open than when this was asked last.
    private boolean isAnother() {
        Optional<SegmentId> open = editing.draft().map(SegmentDraft::id).or(() -> segment);
        boolean another = !open.equals(segment);
        segment = open;
        return another;
    }

    private static void fill(TextInputControl field, String text) {
        if (!field.getText().strip().equals(text)) {
            field.setText(text);
        }
    }

    /// Checks this state of the segment.
    void show(SegmentDraft draft) {
        model.show(draft);
    }

    private void show(Optional<AboutViewModel.Found> found) {
        String now = found.map(AboutViewModel.Found::figure).orElse("");
        figureNow.setText(now);
        figureNow.setVisible(!now.isEmpty());
        figureNow.setManaged(!now.isEmpty());
        healthTitle.setText(found.map(known ->
                        texts.get("health.title", known.health().findings().size()))
                .orElse(unchecked()));
        healthFindings
                .getChildren()
                .setAll(found.stream()
                        .flatMap(known -> known.health().findings().stream())
                        .map(AboutView::finding)
                        .toList());
    }

    private String unchecked() {
        return model.problemProperty()
                .get()
                .map(why -> texts.get("health.unchecked", why.message(), why.remedy()))
                .orElse(texts.get("health.checking"));
    }

    /// A finding with its reason and what to do.
    private static Node finding(HealthFinding finding) {
        Label reason = line(finding.kind().words() + ": " + finding.reason());
        Label remedy = line(finding.remedy());
        remedy.getStyleClass().add("muted");
        VBox both = new VBox(reason, remedy);
        both.getStyleClass().add("health-finding");
        return both;
    }

    private static Label line(String words) {
        Label line = new Label(words);
        line.setWrapText(true);
        line.setMinHeight(Label.USE_PREF_SIZE);
        return line;
    }

    Parent root() {
        return root;
    }
}
