package app.attune.events.ui;

import app.attune.events.MappingService;
import app.attune.events.SavedMapping;
import app.attune.ui.Texts;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The saved mappings beside the columns: saved, applied, renamed, deleted.
final class MappingShelf {
    private final MappingService mappings;
    private final ImportJobs jobs;
    private final ImportReading reading;
    private final Texts texts = Texts.of("events");
    private final ObservableList<String> names = FXCollections.observableArrayList();

    MappingShelf(MappingService mappings, ImportJobs jobs, ImportReading reading) {
        this.mappings = mappings;
        this.jobs = jobs;
        this.reading = reading;
    }

    /// The one saved last first.
    ObservableList<String> names() {
        return names;
    }

    /// Reads the names anew.
    void refresh() {
        jobs.run(texts.get("task.mappings"), progress -> list(), names::setAll);
    }

    /// Saves what is set under this name, as a new version if there is one.
    void save(String name) {
        reading.settingsProperty()
                .get()
                .ifPresent(now -> change(
                        new Change(Optional.of(name), texts.get("mapping.saved", name)),
                        () -> mappings.save(SavedMapping.of(name, now.preview(), now.mapping())
                                .withFiles(reading.files()))));
    }

    void rename(String name, String other) {
        change(
                new Change(Optional.of(other), texts.get("mapping.renamed", name, other)),
                () -> mappings.rename(name, other));
    }

    void delete(String name) {
        change(new Change(Optional.empty(), texts.get("mapping.deleted", name)), () -> mappings.delete(name));
    }

    /// What the settings are called afterwards, and what is said.
    private record Change(Optional<String> name, String news) {}

    private void change(Change change, Runnable work) {
        jobs.run(
                texts.get("task.mappings"),
                progress -> {
                    work.run();
                    return list();
                },
                all -> {
                    names.setAll(all);
                    reading.name(change.name());
                    jobs.say(change.news());
                });
    }

    private List<String> list() {
        return mappings.list().stream().map(stored -> stored.mapping().name()).toList();
    }
}
