package app.attune.events.ui;

import app.attune.core.Problem;
import app.attune.core.TaskSlot;
import app.attune.events.EventCells;
import app.attune.events.EventFile;
import app.attune.events.EventRows;
import app.attune.events.RowText;
import app.attune.ui.Numbers;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The ways rows leave the data screen: a few through the clipboard, any number into a file.
final class RowsOut {
    /// Rows as the clipboard takes them.
    record Copied(String tsv, String html) {}

    private final DataContext context;
    private final DataViewModel model;
    private final Texts texts;
    private final TaskSlot copying = new TaskSlot();
    private final TaskSlot writing = new TaskSlot();

    RowsOut(DataContext context, DataViewModel model, Texts texts) {
        this.context = context;
        this.model = model;
        this.texts = texts;
    }

    /// Makes the text of these rows off the FX thread, no more of them than fit the clipboard.
    ///
    /// @param copied gets the text, on the FX thread
    void copy(List<EventCells.Field> columns, int[] rows, Consumer<Copied> copied) {
        Optional<DataViewModel.Loaded> loaded = model.loadedProperty().get();
        if (loaded.isEmpty() || rows.length == 0) {
            return;
        }
        if (rows.length > DataViewModel.MOST_COPIED) {
            model.tooMany(rows.length);
            return;
        }
        RowText text = new RowText(loaded.get().cells(), columns);
        context.tasks()
                .run(
                        copying,
                        texts.get("data.copying"),
                        progress -> new Copied(text.tsv(rows, progress), text.html(rows, progress)),
                        made -> {
                            model.problems().clear();
                            copied.accept(made);
                        },
                        this::failed);
    }

    /// Writes every chosen row in its order to a file.
    ///
    /// @param written is told what to say, on the FX thread
    void write(List<EventCells.Field> columns, Path file, Consumer<String> written) {
        Optional<DataViewModel.Answer> answer = model.answerProperty().get();
        if (answer.isEmpty()) {
            return;
        }
        EventRows rows = answer.get().rows();
        context.tasks()
                .run(
                        writing,
                        texts.get("data.exporting", file.getFileName().toString()),
                        progress -> EventFile.write(rows, columns, file, progress),
                        done -> {
                            model.problems().clear();
                            written.accept(texts.get(
                                    "data.exported",
                                    Numbers.count(done.rows()),
                                    done.file().toString(),
                                    done.neutralised(),
                                    Numbers.count(done.neutralised())));
                        },
                        this::failed);
    }

    private void failed(Problem problem) {
        model.problems().setAll(problem);
    }
}
