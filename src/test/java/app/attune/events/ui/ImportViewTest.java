package app.attune.events.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.ConsentStatus;
import app.attune.events.ConsentValues;
import app.attune.events.EventsFixture;
import app.attune.ui.Destination;
import app.attune.ui.FakeDialogs;
import app.attune.ui.FxTasks;
import app.attune.ui.FxTest;
import app.attune.ui.Kit;
import app.attune.ui.ScreenWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportViewTest extends FxTest {
    private static final Path MESSY = ImportViewModelTest.MESSY;

    private final FxTasks tasks = new FxTasks();
    private final EventsFixture fixture = new EventsFixture();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final List<Destination> visited = new ArrayList<>();

    @TempDir
    private Path folder = Path.of(".");

    @AfterEach
    void stop() {
        settle(tasks);
        tasks.close();
        fixture.close();
    }

    private ImportView open() {
        ImportView view = onFx(() -> new ImportView(
                        fixture.service,
                        fixture.mappings,
                        new Kit(tasks, visited::add, dialogs, () -> {}),
                        EventsFixture.CLOCK)
                .intoSample("Outdoor shop (sample)"));
        show(view::root);
        runOnFx(view::shown);
        settle(tasks);
        return view;
    }

    private void click(String selector) {
        robot.clickOn(selector);
        settle(tasks);
    }

    private String text(String selector) {
        return onFx(() -> robot.lookup(selector).<Labeled>queryAs(Labeled.class).getText());
    }

    private boolean sees(String selector) {
        return onFx(() -> robot.lookup(selector).query().isVisible());
    }

    /// Every appearance, the smallest window and the largest text.
    private void look(String name) {
        ScreenWalk.check(window().getScene(), name);
        ScreenWalk.checkLargest(window().getScene(), name);
        ScreenWalk.checkSmallest(window().getScene(), name);
        runOnFx(() -> {
            window().setWidth(WIDTH);
            window().setHeight(HEIGHT);
        });
    }

    @Test
    void aMessyFileGoesThroughAllStepsAndItsRejectedRowsAreSaved() {
        open();
        look("import-file");
        dialogs.path = Optional.of(MESSY);
        robot.clickOn("Choose file");
        settle(tasks);
        assertEquals("Detected: Windows-1252 (Western)", text("#encodingDetected"));
        look("import-format");
        click("#next");
        assertFalse(sees("#sample"));
        look("import-columns");
        click("#next");
        assertEquals("Import 197 rows into Outdoor shop (sample)", text("#next"));
        assertTrue(text("#sample").startsWith("This is the sample."));
        assertTrue(sees("#sample"));
        look("import-check");
        runOnFx(() ->
                robot.lookup("#tabs").queryAs(TabPane.class).getSelectionModel().selectLast());
        look("import-rejected");
        click("#next");
        assertEquals("197 imported, 3 rejected", text("#title"));
        look("import-result");
        Path rejected = folder.resolve("rejected.csv");
        dialogs.path = Optional.of(rejected);
        click("#saveRejected");
        assertTrue(Files.exists(rejected));
        click("#showData");
        assertEquals(List.of(Destination.of(Destination.DATA)), visited);
    }

    @Test
    void whatConsentMeansIsChosenAndSaidWithCounts() throws IOException {
        open();
        dialogs.path = Optional.of(EventsFixture.write(folder, """
                email,consent_personalisation,consented_at_personalisation
                ann@x.org,ja,2026-02-01
                bob@x.org,nein,2026-02-01
                cho@x.org,weiss nicht,
                dan@x.org,,
                """));
        robot.clickOn("Choose file");
        settle(tasks);
        click("#next");
        meaning("#consent-consent_personalisation-ja", ConsentStatus.GRANTED);
        meaning("#consent-consent_personalisation-nein", ConsentStatus.DENIED);
        meaning("#consent-consent_personalisation", ConsentValues.Unknown.NOT_GRANTED);
        ScreenWalk.check(window().getScene(), "import-consent");
        ScreenWalk.checkSmallest(window().getScene(), "import-consent");
        click("#next");
        assertTrue(
                text("#detail")
                        .contains("Consent to personalisation: 1 row granted, 1 denied, 0 revoked; 1 say nothing,"
                                + " which is not granted unless all users are declared to have agreed."
                                + " 1 row has another value and is taken as not granted."),
                text("#detail"));
        ScreenWalk.checkSmallest(window().getScene(), "import-consent-check");
        click("#next");
        assertEquals("4 imported, 0 rejected", text("#title"));
        assertEquals(
                List.of("ann@x.org", "bob@x.org", "cho@x.org", "dan@x.org"),
                fixture.people().events().users().texts());
    }

    private void meaning(String id, Object value) {
        ComboBox<?> box = robot.lookup(id).queryComboBox();
        runOnFx(() -> choose(box, value));
        settle(tasks);
    }

    private static <T> void choose(ComboBox<T> box, Object value) {
        box.getSelectionModel().select(box.getItems().indexOf(value));
    }

    @Test
    void aMissingUserColumnIsNamedAndNextIsDisabled() {
        ImportView view = open();
        runOnFx(() -> view.opened(MESSY.toString()));
        settle(tasks);
        click("#next");
        runOnFx(() ->
                robot.lookup("#role-Kunde").queryComboBox().getSelectionModel().selectLast());
        settle(tasks);
        assertTrue(onFx(() -> robot.lookup("#next").queryButton().isDisabled()));
        assertTrue(
                onFx(() -> robot.lookup("#reason").<Label>queryAs(Label.class).isVisible()));
        assertTrue(text("#reason").startsWith("No column is mapped to 'User'."));
        ScreenWalk.check(window().getScene(), "import-columns-missing");
    }

    @Test
    void aMappingIsSavedAndAppliedWithABannerThatUndoesIt() {
        ImportView view = open();
        runOnFx(() -> view.opened(MESSY.toString()));
        settle(tasks);
        click("#next");
        dialogs.text = Optional.of("Till export");
        click("#saveMapping");
        assertEquals(
                List.of("Till export"),
                fixture.mappings.list().stream()
                        .map(known -> known.mapping().name())
                        .toList());
        runOnFx(() -> view.opened(MESSY.toString()));
        settle(tasks);
        assertEquals("Mapping 'Till export' applied, because it was saved for these columns.", text("#appliedName"));
        ScreenWalk.check(window().getScene(), "import-applied");
        click("#undoApplied");
        assertFalse(onFx(() -> robot.lookup("#applied").query().isVisible()));
    }

    @Test
    void aRecognisedPresetSaysWhyAndGivesWayToAnotherChoice() throws IOException {
        ImportView view = open();
        Path file = ImportViewModelTest.googleAnalytics(folder);
        runOnFx(() -> view.opened(file.toString()));
        settle(tasks);
        assertTrue(text("#appliedName")
                .startsWith("Recognised as Google Analytics 4, BigQuery export: the file has event_timestamp,"));
        look("import-preset");
        click("#undoApplied");
        assertFalse(onFx(() -> robot.lookup("#applied").query().isVisible()));
        assertTrue(onFx(() -> robot.lookup("#rows-items").queryButton().isVisible()));
        look("import-nested");
        runOnFx(() -> view.history().orElseThrow().undo());
        assertTrue(onFx(() -> robot.lookup("#applied").query().isVisible()));
    }

    @Test
    void aFileThatIsGoneIsAProblemWithARemedy() {
        ImportView view = open();
        runOnFx(() -> view.opened(folder.resolve("gone.csv").toString()));
        settle(tasks);
        assertTrue(onFx(() -> robot.lookup(".banner").query().isVisible()));
        ScreenWalk.check(window().getScene(), "import-problem");
    }
}
