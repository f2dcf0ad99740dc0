package app.attune.rules.ui;

import app.attune.rules.Rule;
import app.attune.rules.RuleSet;
import app.attune.rules.RuleTestResult;
import app.attune.rules.ui.VersionsViewModel.Known;
import app.attune.rules.versions.ReviewWords;
import app.attune.rules.versions.RuleReview;
import app.attune.ui.DisabledHint;
import app.attune.ui.TabKey;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// One version: what it changes and for whom, rolling back to it, its tags and its review; and the tests of the rules.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class VersionDetailsView {
    @FXML
    private Label versionTitle;

    @FXML
    private ComboBox<Optional<RuleSet>> compareWith;

    @FXML
    private VBox differences;

    @FXML
    private VBox impact;

    @FXML
    private Button rollBack;

    @FXML
    private TextField tagName;

    @FXML
    private Button tag;

    @FXML
    private VBox reviews;

    @FXML
    private TextField reviewer;

    @FXML
    private Label impactTitle;

    @FXML
    private TextArea comment;

    @FXML
    private Button askReview;

    @FXML
    private Button approve;

    @FXML
    private Button wantChanges;

    @FXML
    private Label testSummary;

    @FXML
    private VBox testResults;

    @FXML
    private VBox testBox;

    private final Texts texts = Texts.of("rules");
    private final VersionsViewModel model;
    private final StringProperty whyNotRollBack = new SimpleStringProperty("");
    private final StringProperty whyNotTag = new SimpleStringProperty("");
    private final StringProperty whyNotReview = new SimpleStringProperty("");
    private final StringProperty whyNoChanges = new SimpleStringProperty("");
    private final Parent root;
    private Optional<RuleSet> shown = Optional.empty();
    private boolean filling;

    VersionDetailsView(VersionsViewModel model) {
        this.model = model;
        this.root = Views.load(this);
        reviewer.setText(model.author());
        TabKey.leaves(comment);
        impactTitle.visibleProperty().bind(Bindings.isNotEmpty(impact.getChildren()));
        impactTitle.managedProperty().bind(impactTitle.visibleProperty());
        impact.managedProperty().bind(impactTitle.visibleProperty());
        compareWith.setConverter(new Named());
        compareWith.setOnAction(event -> compare());
        model.comparedProperty().addListener(observed -> showComparison());
        model.countedProperty().addListener(observed -> sayWhyNot());
        model.rules().tests().results().addListener((ListChangeListener<RuleTestResult>) change -> showTests());
        List.of(tagName.textProperty(), reviewer.textProperty(), comment.textProperty())
                .forEach(text -> text.addListener(observed -> sayWhyNot()));
        DisabledHint.explain(rollBack, whyNotRollBack);
        DisabledHint.explain(tag, whyNotTag);
        DisabledHint.explain(askReview, whyNotReview);
        DisabledHint.explain(approve, whyNotReview);
        DisabledHint.explain(wantChanges, whyNoChanges);
        rollBack.setOnAction(event -> shown.ifPresent(model::rollBack));
        tag.setOnAction(event -> tag());
        tagName.setOnAction(event -> tag());
        askReview.setOnAction(event -> review(RuleReview.Word.ASKED));
        approve.setOnAction(event -> review(RuleReview.Word.APPROVED));
        wantChanges.setOnAction(event -> review(RuleReview.Word.CHANGES_WANTED));
        testBox.getChildren().add(new KeptTestList(model.rules().tests()));
        showTests();
        sayWhyNot();
    }

    Parent root() {
        return root;
    }

    static Label line(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static void lines(VBox box, List<String> sentences) {
        box.getChildren()
                .setAll(sentences.stream().map(VersionDetailsView::line).toList());
    }

    /// Compares it with the rules as they stand, until another is chosen.
    void show(RuleSet version) {
        boolean same = shown.filter(version::equals).isPresent();
        shown = Optional.of(version);
        versionTitle.setText(texts.get("versions.title-of", String.valueOf(version.version())));
        filling = true;
        Optional<RuleSet> before =
                same ? Optional.ofNullable(compareWith.getValue()).flatMap(one -> one) : Optional.empty();
        compareWith
                .getItems()
                .setAll(Stream.concat(
                                Stream.of(Optional.<RuleSet>empty()),
                                known().stream()
                                        .flatMap(known -> known.versions().stream())
                                        .filter(set -> set.version() != version.version())
                                        .map(Optional::of))
                        .toList());
        compareWith.setValue(before);
        filling = false;
        showReviews(version);
        compare();
    }

    private Optional<Known> known() {
        return model.knownProperty().get();
    }

    private Optional<RuleSet> chosen() {
        return Optional.ofNullable(compareWith.getValue()).flatMap(one -> one);
    }

    private void compare() {
        if (!filling) {
            shown.ifPresent(version -> model.compare(
                    chosen().map(RuleSet::program).orElse(model.rules().program()), version.program()));
        }
    }

    private void showComparison() {
        model.comparedProperty().get().ifPresent(found -> {
            lines(differences, found.changes().isEmpty() ? List.of(texts.get("versions.same")) : found.changes());
            lines(
                    impact,
                    found.changes().isEmpty()
                            ? List.of()
                            : found.impact().isEmpty() ? List.of(texts.get("rules.reach.counting")) : found.impact());
        });
        sayWhyNot();
    }

    /// The impact is to be seen before.
    private void sayWhyNot() {
        whyNotRollBack.set(whyNotRollBack());
        boolean none = shown.isEmpty();
        whyNotTag.set(none || tagName.getText().isBlank() ? texts.get("versions.no-name") : "");
        whyNotReview.set(none || reviewer.getText().isBlank() ? texts.get("versions.no-reviewer") : "");
        whyNoChanges.set(
                whyNotReview.get().isEmpty() && comment.getText().isBlank()
                        ? texts.get("versions.no-comment")
                        : whyNotReview.get());
    }

    private String whyNotRollBack() {
        if (shown.isEmpty()) {
            return texts.get("rules.select-version");
        }
        if (chosen().isPresent()) {
            return texts.get("versions.compare-first");
        }
        if (shown.get().program().equals(model.rules().program())) {
            return texts.get("versions.same");
        }
        return model.countedProperty().get() ? "" : texts.get("rules.reach.counting");
    }

    private void tag() {
        if (whyNotTag.get().isEmpty()) {
            shown.ifPresent(version -> model.tag(tagName.getText(), version));
            tagName.clear();
        }
    }

    private void review(RuleReview.Word word) {
        shown.ifPresent(version -> model.review(version, word, reviewer.getText(), comment.getText()));
        comment.clear();
    }

    private void showReviews(RuleSet version) {
        List<String> words = new ArrayList<>();
        known().ifPresent(known -> {
            known.reviews().stream()
                    .filter(review -> review.version() == version.version())
                    .map(ReviewWords::of)
                    .forEach(words::add);
            List<Rule> open = known.approvals().notApproved(version.program());
            words.add(
                    open.isEmpty()
                            ? texts.get("versions.approved")
                            : texts.get(
                                    "versions.not-approved",
                                    String.join(
                                            ", ", open.stream().map(Rule::name).toList())));
        });
        lines(reviews, words);
    }

    private void showTests() {
        List<RuleTestResult> all = model.rules().tests().results();
        testSummary.setText(
                all.isEmpty()
                        ? texts.get("versions.tests.none")
                        : texts.get(
                                "versions.tests.summary",
                                all.size(),
                                model.rules().tests().failed()));
        List<String> words = new ArrayList<>();
        for (RuleTestResult result : all) {
            if (result.verdict() != RuleTestResult.Verdict.PASSED) {
                words.add(texts.get(
                        "versions.test." + result.verdict().name(), result.name(), result.expected(), result.got()));
                words.addAll(result.why());
            }
        }
        lines(testResults, words);
    }

    private final class Named extends StringConverter<Optional<RuleSet>> {
        @Override
        public String toString(Optional<RuleSet> set) {
            return set == null
                    ? ""
                    : set.map(one -> texts.get("versions.title-of", String.valueOf(one.version())))
                            .orElse(texts.get("versions.current"));
        }

        @Override
        public Optional<RuleSet> fromString(String text) {
            return Optional.empty();
        }
    }
}
