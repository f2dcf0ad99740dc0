package app.attune.segments.ui;

import app.attune.segments.SegmentDraft;
import app.attune.segments.compare.Difference;
import app.attune.segments.compare.ProfileWords;
import app.attune.segments.compare.SegmentProfile;
import app.attune.ui.LetterColumns;
import app.attune.ui.MessageBar;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.WholeTable;
import app.attune.ui.chart.ChartView;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What sets the users of a segment apart from everybody else: a sentence, a chart and every comparison in a table.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class ProfileView {
    private static final double NAME = 20;
    private static final double EFFECT = 15;
    private static final double SIDE = 12;
    private static final double PEOPLE = 9;
    private static final double CAUTION = 8;
    private static final double EDGE = 1.2;

    @FXML
    private MessageBar profileMessages;

    @FXML
    private VBox profileFound;

    @FXML
    private Label profileSentence;

    @FXML
    private ChartView profileChart;

    @FXML
    private WholeTable<Difference> differences;

    @FXML
    private Label profileCaution;

    private final Texts texts = Texts.of("segments");
    private final ProfileViewModel model;
    private final Parent root;

    ProfileView(ProfileViewModel model) {
        this.model = model;
        this.root = Views.load(this);
        addColumns();
        model.problems().addListener((ListChangeListener<Object>) change -> profileMessages.show(model.problems()));
        model.profileProperty().addListener((observed, before, now) -> show(now));
        show(Optional.empty());
    }

    private void addColumns() {
        LetterColumns<Difference> columns = new LetterColumns<>(differences, profileSentence);
        columns.fill(
                columns.text(texts.get("profile.what"), NAME, Difference::name),
                NAME,
                EFFECT + 2 * SIDE + 2 * PEOPLE + CAUTION + EDGE);
        columns.number(
                texts.get("profile.effect"),
                EFFECT,
                ProfileWords::effect,
                one -> Math.abs(one.effect().estimate()));
        columns.number(
                texts.get("profile.inside"),
                SIDE,
                one -> side(one, one.inside()),
                one -> one.inside().middle());
        columns.number(
                texts.get("profile.outside"),
                SIDE,
                one -> side(one, one.outside()),
                one -> one.outside().middle());
        addPeople(columns);
    }

    private void addPeople(LetterColumns<Difference> columns) {
        columns.number(
                texts.get("profile.n"),
                PEOPLE,
                one -> two(one.inside().n(), one.outside().n()),
                one -> one.inside().n());
        columns.number(
                texts.get("profile.missing"),
                PEOPLE,
                one -> two(one.inside().missing(), one.outside().missing()),
                one -> one.inside().missing());
        columns.text(
                texts.get("profile.caution"),
                CAUTION,
                one -> one.isByDefinition() ? texts.get("profile.by-definition") : "");
    }

    private static String side(Difference one, Difference.Side side) {
        return ProfileWords.cell(one.kind(), side);
    }

    private String two(int inside, int outside) {
        return texts.get("profile.two", Numbers.count(inside), Numbers.count(outside));
    }

    /// Compares this state of the segment.
    void show(SegmentDraft draft) {
        profileChart.fade();
        model.show(draft);
    }

    private void show(Optional<SegmentProfile> found) {
        profileFound.setVisible(found.isPresent());
        profileFound.setManaged(found.isPresent());
        differences.getItems().setAll(found.map(SegmentProfile::differences).orElse(List.of()));
        found.ifPresent(profile -> {
            profileSentence.setText(ProfileWords.sentence(profile));
            profileCaution.setText(ProfileWords.caution(profile));
            profileChart.show(ProfileWords.chart(profile));
        });
    }

    Parent root() {
        return root;
    }
}
