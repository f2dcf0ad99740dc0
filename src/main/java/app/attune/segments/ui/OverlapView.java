package app.attune.segments.ui;

import app.attune.core.UserId;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentDraft;
import app.attune.segments.compare.Overlap;
import app.attune.segments.compare.Overlap.Combination;
import app.attune.segments.compare.Overlap.Pair;
import app.attune.segments.compare.OverlapWords;
import app.attune.ui.Destination;
import app.attune.ui.LetterColumns;
import app.attune.ui.MessageBar;
import app.attune.ui.Navigator;
import app.attune.ui.Numbers;
import app.attune.ui.Presence;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.WholeTable;
import app.attune.ui.chart.ChartView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The users a segment shares with others: how many in each combination, and some of them.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class OverlapView {
    private static final int MOST_CIRCLES = 3;
    private static final double NAME = 17;
    private static final double NUMBER = 6.5;
    private static final double UNION = 7.5;
    private static final double EDGE = 1.2;

    @FXML
    private MenuButton compareWith;

    @FXML
    private Label overlapNames;

    @FXML
    private MessageBar overlapMessages;

    @FXML
    private VBox overlapFound;

    @FXML
    private Label overlapSum;

    @FXML
    private WholeTable<Combination> combinations;

    @FXML
    private Label overlapUsersTitle;

    @FXML
    private FlowPane overlapUsers;

    @FXML
    private ChartView overlapChart;

    @FXML
    private StackPane vennPlace;

    @FXML
    private WholeTable<Pair> pairs;

    private final VennView venn = new VennView();
    private final Texts texts = Texts.of("segments");
    private final OverlapViewModel model;
    private final Navigator navigator;
    private final Parent root;

    OverlapView(OverlapViewModel model, Navigator navigator) {
        this.model = model;
        this.navigator = navigator;
        this.root = Views.load(this);
        vennPlace.getChildren().setAll(venn);
        addCombinationColumns();
        addPairColumns();
        model.problems().addListener((ListChangeListener<Object>) change -> overlapMessages.show(model.problems()));
        model.others().addListener((ListChangeListener<Object>) change -> showOthers());
        model.overlapProperty().addListener((observed, before, now) -> show(now));
        model.sampleProperty().addListener((observed, before, now) -> showSample(now));
        combinations.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now != null) {
                model.pick(now);
            }
        });
        showOthers();
        show(Optional.empty());
    }

    private void addCombinationColumns() {
        LetterColumns<Combination> exact = new LetterColumns<>(combinations, overlapSum);
        exact.fill(
                exact.text(
                        texts.get("overlap.exactly"),
                        NAME,
                        one -> overlap().map(all -> all.name(one)).orElse("")),
                NAME,
                NUMBER + UNION + EDGE);
        exact.number(texts.get("column.users"), NUMBER, one -> Numbers.count(one.size()), Combination::size);
        exact.number(
                texts.get("overlap.of-union"),
                UNION,
                one -> overlap()
                        .map(all -> Numbers.percent(one.size(), all.union()))
                        .orElse(Numbers.NONE),
                Combination::size);
    }

    private void addPairColumns() {
        LetterColumns<Pair> two = new LetterColumns<>(pairs, overlapSum);
        two.text(texts.get("overlap.first"), NAME * 0.6, pair -> name(pair.first()));
        two.text(texts.get("overlap.second"), NAME * 0.6, pair -> name(pair.second()));
        two.number(texts.get("overlap.both"), NUMBER, pair -> Numbers.count(pair.both()), Pair::both);
        two.number(
                texts.get("overlap.of-first"),
                NUMBER * 1.3,
                pair -> share(pair, pair.first()),
                pair -> pair.both() / size(pair.first()));
        two.number(
                texts.get("overlap.of-second"),
                NUMBER * 1.3,
                pair -> share(pair, pair.second()),
                pair -> pair.both() / size(pair.second()));
        two.number(texts.get("overlap.jaccard"), NUMBER, OverlapWords::jaccard, Pair::jaccard);
    }

    private Optional<Overlap> overlap() {
        return model.overlapProperty().get();
    }

    private String name(int part) {
        return overlap().map(all -> all.parts().get(part).name()).orElse("");
    }

    private double size(int part) {
        return overlap().map(all -> all.parts().get(part).size()).orElse(0);
    }

    private String share(Pair pair, int part) {
        return Numbers.percent(pair.both(), (long) size(part));
    }

    /// Compares this state of the segment.
    void show(SegmentDraft draft) {
        model.show(draft);
    }

    private void showOthers() {
        compareWith.getItems().setAll(model.others().stream().map(this::item).toList());
        compareWith.setDisable(model.others().isEmpty());
        List<String> names = model.others().stream()
                .filter(other -> model.isChosen(other.id()))
                .map(SegmentDefinition::name)
                .toList();
        overlapNames.setText(
                model.others().isEmpty()
                        ? texts.get("overlap.alone")
                        : names.isEmpty()
                                ? texts.get("overlap.choose")
                                : names.stream().collect(Collectors.joining(", ")));
    }

    private CheckMenuItem item(SegmentDefinition other) {
        CheckMenuItem item = new CheckMenuItem(other.name());
        item.setMnemonicParsing(false);
        item.setSelected(model.isChosen(other.id()));
        item.setOnAction(event -> {
            if (item.isSelected()) {
                model.choose(other.id());
            } else {
                model.leaveOut(other.id());
            }
        });
        return item;
    }

    private void show(Optional<Overlap> found) {
        overlapFound.setVisible(found.isPresent());
        overlapFound.setManaged(found.isPresent());
        combinations.getItems().setAll(found.map(Overlap::combinations).orElse(List.of()));
        pairs.getItems().setAll(found.map(Overlap::pairs).orElse(List.of()));
        found.ifPresent(overlap -> {
            overlapSum.setText(OverlapWords.sum(overlap));
            overlapChart.show(OverlapWords.chart(overlap));
            boolean circles = overlap.parts().size() <= MOST_CIRCLES;
            Presence.when(circles).of(vennPlace);
            Presence.when(!circles).of(overlapChart);
            if (circles) {
                venn.show(overlap);
            }
        });
        showSample(model.sampleProperty().get());
    }

    private void showSample(Optional<OverlapViewModel.Sample> sample) {
        overlapUsersTitle.setText(sample.flatMap(picked -> overlap()
                        .map(all -> texts.get("overlap.sample", picked.users().size(), all.name(picked.combination()))))
                .orElse(texts.get("overlap.pick")));
        overlapUsers
                .getChildren()
                .setAll(sample.map(OverlapViewModel.Sample::users).orElse(List.of()).stream()
                        .map(this::user)
                        .toList());
    }

    private Node user(UserId id) {
        Hyperlink link = new Hyperlink(id.value());
        link.setId("overlap-user-" + id.value());
        link.getStyleClass().add("mono");
        link.setAccessibleText(texts.get("sample.open", id.value()));
        link.setOnAction(event -> navigator.open(Destination.of(Destination.PREVIEW, id.value())));
        return link;
    }

    Parent root() {
        return root;
    }
}
