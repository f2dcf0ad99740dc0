package app.attune.events.ui;

import app.attune.events.ImportService;
import app.attune.events.Mapping;
import app.attune.events.MappingService;
import app.attune.events.Preset;
import app.attune.events.WrittenTimes;
import app.attune.events.read.FileFormat;
import app.attune.events.read.Source;
import app.attune.events.read.shape.RecordShape;
import app.attune.ui.History;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// How a source is read, as the analyst sets it. Every change is a step that can be undone.
final class ImportReading {
    private final ImportService imports;
    private final MappingService mappings;
    private final ImportJobs jobs;
    private final Texts texts = Texts.of("events");
    private final History<Optional<ImportSettings>> history;
    private final ReadOnlyStringWrapper unusable = new ReadOnlyStringWrapper("");
    private Optional<Source> source = Optional.empty();
    private Optional<Preset> own = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<FileChoice>> files = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param clock tells one pause in typing from another
    ImportReading(ImportService imports, MappingService mappings, ImportJobs jobs, Clock clock) {
        this.imports = imports;
        this.mappings = mappings;
        this.jobs = jobs;
        this.history = new History<>(Optional.empty(), clock);
    }

    History<Optional<ImportSettings>> history() {
        return history;
    }

    /// Empty until a source was looked into.
    ReadOnlyObjectProperty<Optional<ImportSettings>> settingsProperty() {
        return history.valueProperty();
    }

    /// What is wrong with a text that is typed and not taken over; empty if nothing is.
    ReadOnlyStringProperty unusableProperty() {
        return unusable.getReadOnlyProperty();
    }

    void setUnusable(String sentence) {
        unusable.set(sentence);
    }

    Source source() {
        return source.orElseThrow();
    }

    void start(Looked looked) {
        source = Optional.of(looked.sources().getFirst());
        files.set(looked.files());
        history.reset(Optional.of(looked.settings()));
    }

    /// The files of a folder or archive; empty where there is but one.
    ReadOnlyObjectProperty<Optional<FileChoice>> filesProperty() {
        return files.getReadOnlyProperty();
    }

    /// Names and patterns by which the analyst chose files of a folder or archive.
    List<String> files() {
        return files.get().map(FileChoice::wanted).orElse(List.of());
    }

    /// The mapping with times as its columns seem to write them.
    Mapping withTimes(Mapping mapping) {
        return history.value()
                .map(now -> WrittenTimes.read(mapping, now.preview()))
                .orElse(mapping);
    }

    void clear() {
        source = Optional.empty();
        files.set(Optional.empty());
        history.reset(Optional.empty());
    }

    /// From now on nothing can be undone.
    void settle() {
        history.reset(history.value());
    }

    /// Every preset there is, in order of their names, and then the analyst's own that was used last.
    List<Preset> presets() {
        return Stream.concat(imports.presets().list().stream(), own.stream()).toList();
    }

    /// Reads the source by a preset of the analyst's own.
    void usePreset(Path file) {
        jobs.run(
                texts.get("task.looking", source().name()),
                progress -> {
                    Preset preset = imports.presets().require(file.toString());
                    return new OwnPreset(preset, ImportSettings.preset(imports, source(), preset));
                },
                found -> {
                    own = Optional.of(found.preset());
                    history.change(texts.get("step.preset", found.preset().name()), Optional.of(found.settings()));
                });
    }

    private record OwnPreset(Preset preset, ImportSettings settings) {}

    /// Reads the start of the source anew; columns that stay keep their meaning.
    void setFormat(FileFormat format) {
        ImportSettings before = settings();
        if (!before.preview().format().equals(format)) {
            look(texts.get("step.format"), () -> before.in(imports, source(), format));
        }
    }

    /// Makes rows of the records otherwise.
    void reshape(UnaryOperator<RecordShape> change) {
        ImportSettings before = settings();
        FileFormat format = before.preview().format();
        look(
                texts.get("step.shape"),
                () -> before.in(imports, source(), format.withShape(change.apply(format.shape()))));
    }

    void usePreset(Preset preset) {
        if (!settings().origin().preset().equals(Optional.of(preset.id()))) {
            look(texts.get("step.preset", preset.name()), () -> ImportSettings.preset(imports, source(), preset));
        }
    }

    /// Without a preset or a saved mapping: as detected and guessed, for the analyst to go on from.
    void byHand() {
        look(texts.get("step.by-hand"), () -> ImportSettings.guessed(imports, source(), new Origin.Guessed("")));
    }

    /// By a saved mapping.
    void apply(String name) {
        look(texts.get("step.saved", name), () -> ImportSettings.saved(imports, source(), mappings.require(name)));
    }

    /// Goes back from a saved mapping to what is recognised, from a preset to what is guessed.
    void refuse() {
        switch (settings().origin()) {
            case Origin.Saved saved ->
                look(texts.get("step.by-hand"), () -> ImportSettings.recognised(imports, source()));
            case Origin.FromPreset preset -> byHand();
            case Origin.Guessed guessed -> {}
        }
    }

    void changeMapping(UnaryOperator<Mapping> change) {
        history.value().ifPresent(now -> history.change(texts.get("step.mapping"), mapped(now, change)));
    }

    /// Of changes by typing those close together are one step.
    void typeMapping(UnaryOperator<Mapping> change) {
        history.value().ifPresent(now -> {
            Optional<ImportSettings> after = mapped(now, change);
            if (!after.equals(history.value())) {
                history.typed(texts.get("step.mapping"), after);
            }
        });
    }

    private static Optional<ImportSettings> mapped(ImportSettings now, UnaryOperator<Mapping> change) {
        return Optional.of(now.with(change.apply(now.mapping())));
    }

    /// The settings have this name from now on: they were just saved under it, or their mapping was deleted.
    void name(Optional<String> name) {
        history.value()
                .ifPresent(now -> history.change(
                        texts.get("step.name"),
                        Optional.of(now.with(
                                name.<Origin>map(Origin.Saved::new).orElseGet(() -> new Origin.Guessed(""))))));
    }

    private ImportSettings settings() {
        return history.value().orElseThrow();
    }

    private void look(String step, Supplier<ImportSettings> work) {
        jobs.run(
                texts.get("task.looking", source().name()),
                progress -> work.get(),
                found -> history.change(step, Optional.of(found)));
    }
}
