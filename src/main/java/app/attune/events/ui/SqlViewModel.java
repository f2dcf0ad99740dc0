package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.events.QueryService;
import app.attune.events.SqlAnswer;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The expert's query and what came of it.
final class SqlViewModel {
    private record Timed(SqlAnswer answer, Duration took) {}

    private final DataContext context;
    private final Texts texts;
    private final TaskSlot slot = new TaskSlot();
    private final TaskSlot listing = new TaskSlot();
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<SqlAnswer>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper tables = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ObservableList<Problem> problems = FXCollections.observableArrayList();

    SqlViewModel(DataContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
    }

    StringProperty queryProperty() {
        return query;
    }

    ReadOnlyObjectProperty<Optional<SqlAnswer>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// How many rows there are, and how long they took.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// What a query can name, a table a line.
    ReadOnlyStringProperty tablesProperty() {
        return tables.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    ObservableList<Problem> problems() {
        return problems;
    }

    /// Looks up what there is to ask.
    void load() {
        context.tasks()
                .run(listing, texts.get("sql.listing"), context.queries()::tables, tables::set, problems::setAll);
    }

    /// Asks; a query still running is stopped.
    void run() {
        String sql = query.get();
        running.set(true);
        context.tasks()
                .run(
                        slot,
                        texts.get("sql.running"),
                        progress -> {
                            Instant start = context.clock().instant();
                            SqlAnswer found = context.queries().run(sql, QueryService.MOST_ROWS, progress);
                            return new Timed(
                                    found,
                                    Duration.between(start, context.clock().instant()));
                        },
                        this::show,
                        this::failed);
    }

    /// Stops the running query; what was shown stands.
    void cancel() {
        slot.cancel();
        running.set(false);
        note.set(texts.get("sql.cancelled"));
    }

    private void show(Timed timed) {
        running.set(false);
        problems.clear();
        answer.set(Optional.of(timed.answer()));
        note.set(texts.get(
                timed.answer().cut() ? "sql.note.cut" : "sql.note",
                Numbers.count(timed.answer().rows().size()),
                Numbers.duration(timed.took())));
    }

    private void failed(Problem problem) {
        running.set(false);
        answer.set(Optional.empty());
        note.set("");
        problems.setAll(problem);
    }
}
