package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.core.TimeWindow;
import app.attune.core.chart.ChartSpec;
import app.attune.events.ActiveUsers;
import app.attune.events.ColumnFilter;
import app.attune.events.ColumnProfile;
import app.attune.events.ColumnProfiler;
import app.attune.events.EventCells;
import app.attune.events.EventChoice;
import app.attune.events.EventFrame;
import app.attune.events.EventRows;
import app.attune.events.EventSort;
import app.attune.ui.History;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The events of the workspace as they are looked at: what is chosen, in what order, and what came of it.
final class DataViewModel {
    /// More than this is for a file, not for the clipboard.
    static final int MOST_COPIED = 50_000;

    /// What the screen shows.
    enum Stage {
        LOADING,
        NO_EVENTS,
        EVENTS,
        FAILED
    }

    /// An event type and how many events have it.
    record TypeCount(String type, long events) {}

    /// Everything one look at the workspace gives.
    record Loaded(EventCells cells, List<TypeCount> types, ChartSpec chart, Instant to) {
        EventFrame frame() {
            return cells.frame();
        }
    }

    /// The events chosen and how long choosing took.
    record Answer(EventRows rows, Duration took) {}

    private record Look(Loaded loaded, Answer answer) {}

    private final DataContext context;
    private final Texts texts;
    private final TaskSlot slot = new TaskSlot();
    private final TaskSlot profiling = new TaskSlot();
    private final History<EventChoice> history;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(Stage.LOADING);
    private final ReadOnlyObjectWrapper<Optional<Loaded>> loaded = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Answer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<ColumnProfile>> profiles = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();

    DataViewModel(DataContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        this.history = new History<>(EventChoice.all(), context.clock());
        history.valueProperty().addListener((observed, before, now) -> query());
    }

    ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Loaded>> loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// The last one stands until the next is there.
    ReadOnlyObjectProperty<Optional<Answer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// What the columns hold, once that is known.
    ReadOnlyObjectProperty<List<ColumnProfile>> profilesProperty() {
        return profiles.getReadOnlyProperty();
    }

    /// Whether another answer is on its way.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    /// What was chosen, step by step.
    History<EventChoice> history() {
        return history;
    }

    EventChoice choice() {
        return history.value();
    }

    void user(String part) {
        history.typed(texts.get("data.step.user"), choice().withUser(part));
    }

    void item(String part) {
        history.typed(texts.get("data.step.item"), choice().withItem(part));
    }

    /// @param type empty for all
    void type(String type) {
        history.change(texts.get("data.step.type"), choice().withType(type));
    }

    void sort(EventSort sort) {
        history.change(texts.get("data.step.order"), choice().sortedBy(sort));
    }

    /// Orders by a column: up, then down, then as the events stand.
    void orderBy(String field) {
        sort(choice().sort().next(field));
    }

    /// A filter on one column; a blank one takes it away.
    void filter(ColumnFilter filter) {
        history.typed(texts.get("data.step.filter", filter.field()), choice().with(filter));
    }

    /// Shows all events again, in the order they stand.
    void clear() {
        history.change(texts.get("data.step.clear"), EventChoice.all().sortedBy(choice().sort()));
    }

    /// Looks at the workspace; nothing changes while its events are the same.
    void load() {
        busy.set(true);
        EventChoice wanted = choice();
        Optional<Loaded> known = loaded.get();
        Optional<Answer> shown = answer.get();
        context.tasks()
                .run(
                        slot,
                        texts.get("data.loading"),
                        progress -> {
                            EventFrame frame = context.events().current(progress);
                            Loaded now = known.filter(before -> isSame(before, frame))
                                    .orElseGet(() -> look(frame));
                            Answer rows = shown.filter(before -> isSame(before, now, wanted))
                                    .orElseGet(() -> answer(now, wanted, progress));
                            return new Look(now, rows);
                        },
                        this::show,
                        this::failed);
    }

    private static boolean isSame(Loaded before, EventFrame frame) {
        return before.frame().dataHash().equals(frame.dataHash());
    }

    private static boolean isSame(Answer before, Loaded now, EventChoice wanted) {
        return before.rows().cells() == now.cells() && before.rows().choice().equals(wanted);
    }

    private static Loaded look(EventFrame frame) {
        EventCells cells = EventCells.of(frame);
        Instant to = frame.span().map(TimeWindow::to).orElse(Instant.EPOCH).minusMillis(1);
        return new Loaded(cells, types(frame), ActiveUsers.byDay(frame), to);
    }

    private static List<TypeCount> types(EventFrame frame) {
        long[] counts = new long[frame.types().size()];
        for (int row = 0; row < frame.eventCount(); row++) {
            counts[frame.type(row)]++;
        }
        List<TypeCount> types = new ArrayList<>();
        for (int type = 0; type < counts.length; type++) {
            types.add(new TypeCount(frame.types().text(type), counts[type]));
        }
        types.sort(Comparator.comparingLong(TypeCount::events).reversed().thenComparing(TypeCount::type));
        return List.copyOf(types);
    }

    private Answer answer(Loaded from, EventChoice wanted, Progress progress) {
        Instant start = context.clock().instant();
        EventRows rows = EventRows.of(from.cells(), wanted, progress);
        return new Answer(rows, Duration.between(start, context.clock().instant()));
    }

    private void query() {
        loaded.get().ifPresent(from -> {
            EventChoice wanted = choice();
            busy.set(true);
            context.tasks()
                    .run(
                            slot,
                            texts.get("data.querying"),
                            progress -> new Look(from, answer(from, wanted, progress)),
                            this::show,
                            this::failed);
        });
    }

    private void show(Look look) {
        busy.set(false);
        problems.clear();
        stage.set(look.loaded().frame().eventCount() == 0 ? Stage.NO_EVENTS : Stage.EVENTS);
        if (loaded.get().filter(before -> isSame(before, look.loaded().frame())).isEmpty()) {
            profiles.set(List.of());
            loaded.set(Optional.of(look.loaded()));
            profile(look.loaded().cells());
        }
        answer.set(Optional.of(look.answer()));
        if (!look.answer().rows().choice().equals(choice())) {
            query();
        }
    }

    private void profile(EventCells cells) {
        context.tasks()
                .run(
                        profiling,
                        texts.get("data.profiling"),
                        progress -> ColumnProfiler.of(cells, progress),
                        profiles::set,
                        problems::add);
    }

    private void failed(Problem problem) {
        busy.set(false);
        problems.setAll(problem);
        if (stage.get() == Stage.LOADING) {
            stage.set(Stage.FAILED);
        }
    }

    /// "1,204 of 268,173 events".
    String count() {
        return answer.get()
                .map(now -> texts.get(
                        "data.count",
                        Numbers.count(now.rows().size()),
                        Numbers.count(now.rows().cells().frame().eventCount())))
                .orElse("");
    }

    /// "data to 31 Oct 2026, 268,173 events, query 12 ms".
    String stamp() {
        if (loaded.get().isEmpty() || answer.get().isEmpty() || stage.get() != Stage.EVENTS) {
            return "";
        }
        return texts.get(
                "data.stamp",
                Numbers.date(loaded.get().get().to()),
                Numbers.count(loaded.get().get().frame().eventCount()),
                Numbers.duration(answer.get().get().took()));
    }

    /// Says that only so many rows can be selected and copied at once.
    void tooMany(long wanted) {
        problems.setAll(new Problem(
                "data.too-many-rows",
                texts.get("data.too-many", Numbers.count(wanted), Numbers.count(MOST_COPIED)),
                texts.get("data.too-many.remedy")));
    }

    /// The place from 0 on of the row the analyst calls `number`; says why when there is none.
    OptionalInt place(String number) {
        int size = answer.get().map(now -> now.rows().size()).orElse(0);
        String digits = number.replaceAll("[\\s,]", "");
        if (digits.matches("\\d{1,9}")) {
            int place = Integer.parseInt(digits) - 1;
            if (place >= 0 && place < size) {
                return OptionalInt.of(place);
            }
        }
        problems.setAll(new Problem(
                "data.no-row",
                texts.get("data.no-row", number.strip()),
                texts.get("data.no-row.remedy", Numbers.count(size))));
        return OptionalInt.empty();
    }
}
