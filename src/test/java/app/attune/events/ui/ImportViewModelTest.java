package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.events.ColumnRole;
import app.attune.events.EventsFixture;
import app.attune.events.ImportReport;
import app.attune.events.Mapping;
import app.attune.events.read.Encoding;
import app.attune.events.read.FileFormat;
import app.attune.events.read.FileKind;
import app.attune.events.read.ImportPreview;
import app.attune.events.read.shape.ShapeChange;
import app.attune.ui.FakeDialogs;
import app.attune.ui.Kit;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportViewModelTest {
    static final Path MESSY = Path.of("sample-datasets", "messy-events.csv");

    private static final String ROWS = "user_id,time,event\n";

    private final EventsFixture fixture = new EventsFixture();
    private final AtomicInteger changes = new AtomicInteger();

    @TempDir
    private Path folder = Path.of(".");

    @AfterEach
    void close() {
        fixture.close();
    }

    private ImportViewModel model(Tasks tasks) {
        return new ImportViewModel(
                fixture.service,
                fixture.mappings,
                new Kit(tasks, destination -> {}, new FakeDialogs(), changes::incrementAndGet),
                EventsFixture.CLOCK);
    }

    @Test
    void aMessyFileIsDetectedCheckedAndImportedWithItsBadRowsKept() throws IOException {
        ImportViewModel model = model(Tasks.direct());
        model.choose(List.of(MESSY));
        FileFormat format = model.settingsProperty().get().orElseThrow().detected();
        assertEquals(';', format.delimiter());
        assertEquals(Encoding.WINDOWS_1252, format.encoding());
        model.next();
        assertEquals("", model.nextReasonProperty().get());
        model.next();
        ImportReport checked = model.checkProperty().get().orElseThrow().report();
        assertEquals(3, checked.quarantined());
        assertEquals(0, fixture.frame().eventCount());
        model.next();
        ImportReport report =
                model.resultProperty().get().orElseThrow().outcome().total();
        assertEquals(ImportStep.RESULT, model.stepProperty().get());
        assertEquals(checked.accepted(), report.accepted());
        assertEquals(report.accepted(), fixture.frame().eventCount());
        assertEquals(1, changes.get());
        Path rejected = folder.resolve("rejected.csv");
        model.saveRejected(rejected);
        assertEquals(4, Files.readAllLines(rejected, Charset.forName("UTF-8")).size());
        assertTrue(model.jobs().newsProperty().get().startsWith("3 rejected rows saved"));
    }

    @Test
    void aMappingWithoutAUserBlocksTheNextStepAndSaysWhy() {
        ImportViewModel model = model(Tasks.direct());
        model.choose(List.of(MESSY));
        model.next();
        model.changeMapping(mapping -> mapping.withRole("Kunde", ColumnRole.IGNORED));
        assertTrue(
                model.nextReasonProperty().get().startsWith("No column is mapped to 'User'."),
                model.nextReasonProperty().get());
        model.next();
        assertEquals(ImportStep.COLUMNS, model.stepProperty().get());
        model.changeMapping(mapping -> mapping.withRole("Kunde", ColumnRole.USER));
        assertEquals("", model.nextReasonProperty().get());
    }

    @Test
    void anotherDelimiterReadsTheFileAnewAndGuessesTheColumnsAgain() {
        ImportViewModel model = model(Tasks.direct());
        model.choose(List.of(MESSY));
        FileFormat detected = model.settingsProperty().get().orElseThrow().detected();
        model.reading().setFormat(detected.withDelimiter('|'));
        ImportPreview preview = model.preview().orElseThrow();
        assertEquals(1, preview.columns().size());
        assertEquals(1, model.mapping().map(Mapping::columns).orElseThrow().size());
        assertEquals(detected, model.settingsProperty().get().orElseThrow().detected());
    }

    @Test
    void aCancelledImportLeavesNothingAndCanBeStartedAgain() {
        Interrupter tasks = new Interrupter();
        ImportViewModel model = model(tasks);
        model.choose(List.of(MESSY));
        model.next();
        model.next();
        tasks.before = model.jobs()::cancel;
        model.next();
        assertEquals(ImportStep.CHECK, model.stepProperty().get());
        assertEquals(Tasks.CANCELLED, model.jobs().problems().getFirst().code());
        assertFalse(model.jobs().busyProperty().get());
        assertEquals(0, fixture.frame().eventCount());
        assertEquals(0, fixture.service.imports().size());
        assertEquals(0, changes.get());
        tasks.before = () -> {};
        model.next();
        assertEquals(ImportStep.RESULT, model.stepProperty().get());
        assertTrue(fixture.frame().eventCount() > 0);
    }

    @Test
    void theSameFileTwiceHasNothingNewToImport() {
        fixture.importGuessed(MESSY);
        ImportViewModel model = model(Tasks.direct());
        model.choose(List.of(MESSY));
        model.next();
        model.next();
        assertEquals(
                "There is nothing new to import.", model.nextReasonProperty().get());
    }

    @Test
    void aFileThatIsNotThereIsAProblemOnTheFirstStep() {
        ImportViewModel model = model(Tasks.direct());
        model.choose(List.of(folder.resolve("gone.csv")));
        assertEquals(ImportStep.FILE, model.stepProperty().get());
        assertEquals(1, model.jobs().problems().size());
        assertFalse(model.jobs().problems().getFirst().code().equals(Tasks.UNEXPECTED));
    }

    @Test
    void aSavedMappingIsAppliedToTheNextFileWithTheseColumnsAndCanBeUndone() throws IOException {
        ImportViewModel model = model(Tasks.direct());
        model.choose(List.of(MESSY));
        model.changeMapping(mapping -> mapping.withRole("Suchbegriff", ColumnRole.IGNORED));
        Mapping changed = model.mapping().orElseThrow();
        model.shelf().save("Till export");
        assertEquals(List.of("Till export"), model.shelf().names());
        Path next = Files.copy(MESSY, folder.resolve("next.csv"));
        model.choose(List.of(next));
        assertEquals(Optional.of("Till export"), applied(model));
        assertEquals(changed, model.mapping().orElseThrow());
        model.reading().refuse();
        assertEquals(Optional.empty(), applied(model));
        assertFalse(changed.equals(model.mapping().orElseThrow()));
        model.reading().apply("Till export");
        assertEquals(changed, model.mapping().orElseThrow());
        model.shelf().rename("Till export", "Till 2026");
        assertEquals(Optional.of("Till 2026"), applied(model));
        model.shelf().delete("Till 2026");
        assertEquals(List.of(), model.shelf().names());
        assertEquals(Optional.empty(), applied(model));
    }

    private static Optional<String> applied(ImportViewModel model) {
        return model.settingsProperty().get().flatMap(now -> now.origin().saved());
    }

    @Test
    void filesWithTheSameColumnsAreOneImportAndOthersComeAfterIt() throws IOException {
        Path first = Files.writeString(folder.resolve("a.csv"), ROWS + "u1,2026-01-01,view\n");
        Path second = Files.writeString(folder.resolve("b.csv"), ROWS + "u2,2026-01-01,view\n,2026-01-01,view\n");
        Path other = Files.writeString(folder.resolve("c.csv"), "user_id,time,action\nu3,2026-01-01,view\n");
        ImportViewModel model = model(Tasks.direct());
        model.choose(List.of(first, other, second));
        assertEquals(
                "2 files have the same columns and are imported together, as one: all of them or none. "
                        + "c.csv has other columns and comes after that.",
                model.jobs().newsProperty().get());
        ImportReport checked = model.checkProperty().get().orElseThrow().report();
        assertEquals(2, checked.accepted());
        assertEquals(1, checked.quarantined());
        throughAllSteps(model);
        ImportResult result = model.resultProperty().get().orElseThrow();
        assertEquals(1, result.outcome().reports().size());
        assertEquals(2, fixture.frame().eventCount());
        assertEquals("b.csv", result.rejected().rows().getFirst().file());
        model.another();
        assertEquals(ImportStep.FORMAT, model.stepProperty().get());
        assertEquals(1, model.sourcesProperty().get().size());
        throughAllSteps(model);
        assertEquals(3, fixture.frame().eventCount());
        model.another();
        assertEquals(ImportStep.FILE, model.stepProperty().get());
    }

    private static void throughAllSteps(ImportViewModel model) {
        model.next();
        model.next();
        model.next();
        assertEquals(ImportStep.RESULT, model.stepProperty().get());
    }

    @Test
    void aFileThatCannotBeReadDoesNotKeepTheOthersBack() throws IOException {
        Path good = Files.writeString(folder.resolve("b.csv"), ROWS + "u1,2026-01-01,view\n");
        ImportViewModel model = model(Tasks.direct());
        model.choose(List.of(Files.writeString(folder.resolve("a.csv"), "%PDF-1.7"), good));
        ImportReport checked = model.checkProperty().get().orElseThrow().report();
        assertEquals(1, checked.accepted());
        assertEquals("import.files-left-out", checked.findings().getLast().code());
    }

    @Test
    void aPresetIsRecognisedRefusedChosenAndEveryChangeUndone() throws IOException {
        ImportViewModel model = model(Tasks.direct());
        model.choose(List.of(googleAnalytics(folder)));
        ImportSettings recognised = model.settingsProperty().get().orElseThrow();
        assertEquals(Optional.of("ga4-bigquery"), recognised.origin().preset());
        model.reading().refuse();
        assertEquals(new Origin.Guessed(""), settings(model).origin());
        assertEquals(FileFormat.jsonLines(), settings(model).preview().format());
        model.reading().usePreset(fixture.service.presets().require("ga4-bigquery-items"));
        assertEquals(Optional.of("ga4-bigquery-items"), settings(model).origin().preset());
        model.reading().history().undo();
        assertEquals(new Origin.Guessed(""), settings(model).origin());
        model.reading().history().undo();
        assertEquals(recognised, settings(model));
        throughAllSteps(model);
        assertEquals(2, fixture.frame().eventCount());
        assertEquals("", model.reading().history().undoNameProperty().get());
    }

    private static ImportSettings settings(ImportViewModel model) {
        return model.settingsProperty().get().orElseThrow();
    }

    /// Two events as BigQuery exports them.
    static Path googleAnalytics(Path folder) throws IOException {
        String event = """
                {"event_date":"20260301","event_timestamp":"%s","event_name":"%s","user_pseudo_id":"p.1",\
                "event_params":[{"key":"ga_session_id","value":{"int_value":"7"}}],\
                "device":{"category":"mobile"},"geo":{"country":"India"},"items":[]}
                """;
        return Files.writeString(
                folder.resolve("export.json"),
                event.formatted("1772352000000000", "page_view") + event.formatted("1772352001000000", "view_item"));
    }

    @Test
    void aListOfAWorkbookOrDocumentThatIsNotThereIsAProblemAndChangesNothing() throws IOException {
        ImportViewModel model = model(Tasks.direct());
        model.choose(List.of(googleAnalytics(folder)));
        ImportSettings before = settings(model);
        model.reading().reshape(shape -> new ShapeChange(List.of()).withPath("nowhere/x", "x", shape));
        assertEquals("mapping.bad-shape", model.jobs().problems().getFirst().code());
        assertEquals(before, settings(model));
    }

    @Test
    void mendedRowsAreLoadedAfterTheImportAndWhenTheirFileIsChosen() throws IOException {
        ImportViewModel model = model(Tasks.direct());
        model.choose(List.of(MESSY));
        model.next();
        model.next();
        model.next();
        Path rejected = folder.resolve("rejected.csv");
        model.saveRejected(rejected);
        String text = Files.readString(rejected);
        Files.writeString(rejected, text.replaceFirst("(?m)^(1,messy-events.csv,151,[^\"\n]*,)(\"?);", "$1$2K-9;"));
        assertFalse(text.equals(Files.readString(rejected)), text);
        model.loadMended(rejected);
        ImportReport report =
                model.resultProperty().get().orElseThrow().outcome().total();
        assertTrue(report.addsUp());
        assertEquals(3, report.read());
        assertEquals(1, report.accepted());
        assertEquals(198, fixture.frame().eventCount());
        model.choose(List.of(rejected));
        assertEquals(
                1, model.resultProperty().get().orElseThrow().outcome().total().alreadyPresent());
    }

    @Test
    void aFileThatHoldsNoRowsSaysWhatItIs() throws IOException {
        ImportViewModel model = model(Tasks.direct());
        model.choose(List.of(Files.writeString(folder.resolve("report.csv"), "%PDF-1.7")));
        assertEquals("import.pdf", model.jobs().problems().getFirst().code());
        assertEquals(ImportStep.FILE, model.stepProperty().get());
    }

    @Test
    void everyKindOfFileHasAName() {
        for (FileKind kind : FileKind.values()) {
            assertFalse(Texts.of("events").get("format.kind." + kind.name()).isBlank());
        }
    }

    @Test
    void timeLeftIsToldFromTheFirstRowOn() {
        AtomicLong nanos = new AtomicLong();
        WatchedProgress watched = new WatchedProgress(nanos::get);
        Progress progress = watched.over(Progress.none());
        progress.report("Looking up", 0, 0);
        assertEquals(new WatchedProgress.Standing("Looking up", -1, ""), watched.standing());
        nanos.set(60_000_000_000L);
        progress.report("rows", 0, 100);
        nanos.addAndGet(10_000_000_000L);
        progress.report("rows", 25, 100);
        assertEquals("rows, about 30 s left", watched.standing().words());
        assertFalse(progress.isCancelled());
        watched.cancel();
        assertTrue(progress.isCancelled());
    }

    /// Direct tasks in which something happens just before the work starts.
    private static final class Interrupter implements Tasks {
        private final Tasks direct = Tasks.direct();
        private Runnable before = () -> {};

        @Override
        public <T> void run(TaskSlot slot, String title, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
            direct.run(slot, title, progress -> interrupted(work, progress), done, failed);
        }

        private <T> T interrupted(Work<T> work, Progress progress) throws Exception {
            before.run();
            return work.run(progress);
        }
    }
}
