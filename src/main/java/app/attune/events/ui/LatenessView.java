package app.attune.events.ui;

import app.attune.events.quality.LateEvents;
import app.attune.events.quality.Lateness;
import app.attune.events.quality.Membership;
import app.attune.ui.Action;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import app.attune.ui.Views;
import app.attune.ui.chart.ChartView;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;

/// How late events came: a limit to try, the very events it would leave out, and the users it would move.
@SuppressWarnings("NullAway.Init") // the loader fills the fields
final class LatenessView implements QualityPage {
    private static final int PAGE = 200;

    @FXML
    private Label dropped;

    @FXML
    private Slider allowed;

    @FXML
    private TableView<Membership> moved;

    @FXML
    private Label movers;

    @FXML
    private Label eventsTitle;

    @FXML
    private TableView<LateEvents.Late> lateEvents;

    @FXML
    private FlowPane pager;

    @FXML
    private Button previousLate;

    @FXML
    private Button nextLate;

    @FXML
    private ChartView late;

    @FXML
    private Label noLate;

    private final Texts texts = Texts.of("events");
    private final QualityViewModel model;
    private final Parent root;
    private final IntegerProperty first = new SimpleIntegerProperty();
    private final List<Action> actions;
    private Optional<Lateness> known = Optional.empty();

    LatenessView(QualityViewModel model, DataContext context) {
        this.model = model;
        this.root = Views.load(this);
        QualityTables tables = new QualityTables(texts, dropped.fontProperty());
        tables.memberships(moved);
        tables.placeholder(moved, "quality.late.nobody");
        tables.late(lateEvents);
        late.useDialogs(context.dialogs());
        prepareSlider();
        moved.setItems(model.moved());
        moved.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> nameMovers());
        model.lateProperty().addListener((observed, before, now) -> {
            first.set(0);
            page();
            nameMovers();
        });
        Action previous = Action.of(
                        "quality.late.previous", texts.get("quality.action.late-previous"), () -> turn(-PAGE))
                .disabledBy(Bindings.createStringBinding(
                        () -> first.get() > 0 ? "" : texts.get("quality.late.first"), first, model.lateProperty()));
        Action next = Action.of("quality.late.next", texts.get("quality.action.late-next"), () -> turn(PAGE))
                .disabledBy(Bindings.createStringBinding(
                        () -> first.get() + PAGE < size() ? "" : texts.get("quality.late.last"),
                        first,
                        model.lateProperty()));
        previous.attachTo(previousLate);
        next.attachTo(nextLate);
        this.actions = List.of(previous, next);
        show(Optional.empty());
    }

    @Override
    public String name() {
        return "late";
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void shown() {
        // What it shows is there already.
    }

    @Override
    public List<Action> actions() {
        return actions;
    }

    /// Empty if no column says when events were loaded.
    void show(Optional<Lateness> lateness) {
        known = lateness;
        for (Node part : List.of(allowed, late, dropped, moved, movers, eventsTitle, lateEvents, pager)) {
            part.setVisible(lateness.isPresent());
            part.setManaged(lateness.isPresent());
        }
        noLate.setVisible(lateness.isEmpty());
        noLate.setManaged(lateness.isEmpty());
        chart();
    }

    private void chart() {
        known.ifPresent(now -> late.show(now.chart(model.allowed())));
    }

    private void prepareSlider() {
        allowed.setMin(0);
        allowed.setMax(QualityViewModel.ALLOWED.size() - 1.0);
        allowed.setValue(model.allowedProperty().get());
        allowed.setLabelFormatter(new Stops());
        allowed.valueProperty().addListener((observed, before, now) -> {
            model.allowedProperty().set((int) Math.round(now.doubleValue()));
            chart();
        });
        dropped.textProperty().bind(model.droppedProperty());
    }

    private int size() {
        return model.lateProperty().get().map(LateEvents::size).orElse(0);
    }

    private void turn(int by) {
        first.set(Math.clamp((long) first.get() + by, 0, Math.max(0, size() - 1)));
        page();
    }

    private void page() {
        int from = first.get();
        int to = Math.min(from + PAGE, size());
        lateEvents
                .getItems()
                .setAll(model.lateProperty()
                        .get()
                        .map(events ->
                                IntStream.range(from, to).mapToObj(events::get).toList())
                        .orElse(List.of()));
        eventsTitle.setText(
                size() == 0
                        ? texts.get("quality.late.no-events")
                        : texts.get(
                                "quality.late.page",
                                Numbers.count(from + 1L),
                                Numbers.count(to),
                                Numbers.count(size())));
    }

    /// Names the users that would change sides in the selected segment.
    private void nameMovers() {
        Membership chosen = moved.getSelectionModel().getSelectedItem();
        movers.setText(
                chosen == null
                        ? texts.get("quality.late.select")
                        : texts.get(
                                "quality.late.movers",
                                chosen.segment(),
                                Numbers.count(chosen.entered()),
                                names(chosen.movers().entered(), chosen.entered()),
                                Numbers.count(chosen.left()),
                                names(chosen.movers().left(), chosen.left())));
    }

    private String names(List<String> users, long all) {
        if (users.isEmpty()) {
            return Numbers.NONE;
        }
        String some = String.join(", ", users);
        return users.size() < all ? texts.get("quality.late.some", some) : some;
    }

    /// The stops of the slider in words.
    private static final class Stops extends StringConverter<Double> {
        @Override
        public String toString(Double stop) {
            int last = QualityViewModel.ALLOWED.size() - 1;
            return Lateness.words(QualityViewModel.ALLOWED.get(Math.clamp(Math.round(stop), 0, last)));
        }

        @Override
        public Double fromString(String text) {
            throw new UnsupportedOperationException("Nothing is typed here");
        }
    }
}
