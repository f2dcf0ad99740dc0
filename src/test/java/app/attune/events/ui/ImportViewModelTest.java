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
import app.attune.events.read.ImportPreview;
import app.attune.ui.FakeDialogs;
import app.attune.ui.Kit;
import app.attune.ui.Tasks;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportViewModelTest {
    static final Path MESSY = Path.of("sample-datasets", "messy-events.csv");

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
                fixture.service, new Kit(tasks, destination -> {}, new FakeDialogs(), changes::incrementAndGet));
    }

    @Test
    void aMessyFileIsDetectedCheckedAndImportedWithItsBadRowsKept() throws IOException {
        ImportViewModel model = model(Tasks.direct());
        model.choose(MESSY);
        FileFormat format = model.detectedProperty().get().orElseThrow();
        assertEquals(';', format.delimiter());
        assertEquals(Encoding.WINDOWS_1252, format.encoding());
        model.next();
        assertEquals("", model.nextReasonProperty().get());
        model.next();
        ImportReport checked = model.dryRunProperty().get().orElseThrow();
        assertEquals(3, checked.quarantined());
        assertEquals(0, fixture.frame().eventCount());
        model.next();
        ImportReport report = model.resultProperty().get().orElseThrow();
        assertEquals(ImportStep.RESULT, model.stepProperty().get());
        assertEquals(checked.accepted(), report.accepted());
        assertEquals(report.accepted(), fixture.frame().eventCount());
        assertEquals(1, changes.get());
        Path rejected = folder.resolve("rejected.csv");
        model.saveRejected(rejected);
        assertEquals(4, Files.readAllLines(rejected, Charset.forName("UTF-8")).size());
        assertTrue(model.newsProperty().get().startsWith("3 rejected rows saved"));
    }

    @Test
    void aMappingWithoutAUserBlocksTheNextStepAndSaysWhy() {
        ImportViewModel model = model(Tasks.direct());
        model.choose(MESSY);
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
        model.choose(MESSY);
        FileFormat detected = model.detectedProperty().get().orElseThrow();
        model.setFormat(detected.withDelimiter('|'));
        ImportPreview preview = model.previewProperty().get().orElseThrow();
        assertEquals(1, preview.columns().size());
        assertEquals(
                1,
                model.mappingProperty()
                        .get()
                        .map(Mapping::columns)
                        .orElseThrow()
                        .size());
        assertEquals(detected, model.detectedProperty().get().orElseThrow());
    }

    @Test
    void aCancelledImportLeavesNothingAndCanBeStartedAgain() {
        Interrupter tasks = new Interrupter();
        ImportViewModel model = model(tasks);
        model.choose(MESSY);
        model.next();
        model.next();
        tasks.before = model::cancel;
        model.next();
        assertEquals(ImportStep.CHECK, model.stepProperty().get());
        assertEquals(Tasks.CANCELLED, model.problems().getFirst().code());
        assertFalse(model.busyProperty().get());
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
        model.choose(MESSY);
        model.next();
        model.next();
        assertEquals(
                "There is nothing new to import.", model.nextReasonProperty().get());
    }

    @Test
    void aFileThatIsNotThereIsAProblemOnTheFirstStep() {
        ImportViewModel model = model(Tasks.direct());
        model.choose(folder.resolve("gone.csv"));
        assertEquals(ImportStep.FILE, model.stepProperty().get());
        assertEquals(1, model.problems().size());
        assertFalse(model.problems().getFirst().code().equals(Tasks.UNEXPECTED));
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
