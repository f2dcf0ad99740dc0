package app.attune.export.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.decide.Decision;
import app.attune.decide.ProfileDesk;
import app.attune.export.ExportDraft;
import app.attune.export.ExportLog;
import app.attune.export.ExportService;
import app.attune.export.GeneratedShop;
import app.attune.export.LastExport;
import app.attune.rules.Rule;
import app.attune.rules.RuleProgram;
import app.attune.rules.RuleSet;
import app.attune.rules.Treatment;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EarlierViewModelTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private final Counter counter = new Counter();
    private final List<String> news = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private ExportLog.Entry exported() {
        ExportViewModel model = new ExportViewModel(counter.context(folder, Tasks.direct()), Texts.of("export"));
        model.load();
        model.exportInto(folder);
        return counter.log.getLast();
    }

    private EarlierViewModel earlier() {
        return new EarlierViewModel(
                counter.context(folder, Tasks.direct()), Texts.of("export"), problems::add, news::add);
    }

    private LastExport.Change compared() {
        EarlierViewModel earlier = earlier();
        earlier.compare(counter.context(folder, Tasks.direct()).service().draft(Progress.none()));
        assertEquals(List.of(), problems);
        return earlier.changeProperty().get().orElseThrow();
    }

    @Test
    void nothingChangedMeansNobodyIsServedSomethingElse() {
        exported();
        LastExport.Change change = compared();
        assertTrue(change.diff().isEmpty(), change.toString());
        assertEquals(0, change.changed());
        assertEquals(200, change.users());
    }

    @Test
    void aPausedRuleIsToldWithTheUsersWhoAreServedSomethingElse() {
        exported();
        List<Rule> rules = GeneratedShop.rules().stream()
                .map(rule -> rule.isActive() ? rule.withStatus(Rule.Status.PAUSED) : rule)
                .toList();
        RuleProgram program = new RuleProgram(GeneratedShop.program().policy(), rules);
        counter.desk = GeneratedShop.desk(Counter.DESK, program);
        counter.rules = Optional.of(new RuleSet(4, program, "ana", "", GeneratedShop.AS_OF));
        LastExport.Change change = compared();
        assertTrue(
                change.diff().rules().stream().anyMatch(line -> line.startsWith("Paused ")),
                change.diff().rules().toString());
        assertEquals(List.of(), change.diff().segments());
        assertEquals(differing(Counter.DESK, counter.desk), change.changed());
    }

    /// Whom the workbench itself gives something else, user by user.
    private static long differing(ProfileDesk before, ProfileDesk after) {
        long differing = IntStream.range(0, before.basis().users())
                .filter(userIdx -> !served(before.decide(before.input(userIdx)))
                        .equals(served(after.decide(after.input(userIdx)))))
                .count();
        assertTrue(differing > 0);
        return differing;
    }

    private static List<String> served(Decision decision) {
        return Stream.concat(
                        decision.items().stream().map(item -> item.item().value()),
                        decision.offers().stream().map(offer -> offer.code() + " " + offer.text()))
                .toList();
    }

    @Test
    void everybodyOfALargePopulationIsDecidedAndDecidingCanBeCancelled() {
        counter.desk = GeneratedShop.desk(5, 2_500);
        exported();
        List<Rule> rules = GeneratedShop.rules().stream()
                .map(rule -> rule.treatment() instanceof Treatment.Offer ? rule.withStatus(Rule.Status.PAUSED) : rule)
                .toList();
        ProfileDesk before = counter.desk;
        RuleProgram program = new RuleProgram(GeneratedShop.program().policy(), rules);
        counter.desk = GeneratedShop.desk(before, program);
        counter.rules = Optional.of(new RuleSet(4, program, "ana", "", GeneratedShop.AS_OF));
        LastExport.Change change = compared();
        assertEquals(2_500, change.users());
        assertEquals(differing(before, counter.desk), change.changed());
        ExportService service = counter.context(folder, Tasks.direct()).service();
        ExportDraft draft = service.draft(Progress.none());
        assertThrows(CancellationException.class, () -> service.sinceLast(draft, new StoppedHalfway()));
    }

    /// Somebody who cancels after half of the users.
    private static final class StoppedHalfway implements Progress {
        private boolean stopped;

        @Override
        public void report(String step, long done, long total) {
            stopped = done > total / 2;
        }

        @Override
        public boolean isCancelled() {
            return stopped;
        }
    }

    @Test
    void anExportThatIsGoneIsAProblem() throws IOException {
        ExportLog.Entry entry = exported();
        Path bundle = Path.of(entry.folder());
        Files.move(bundle, bundle.resolveSibling("elsewhere"));
        earlier().compare(counter.context(folder, Tasks.direct()).service().draft(Progress.none()));
        assertEquals("export.last-gone", problems.getFirst().code());
    }

    @Test
    void anEarlierExportIsVerifiedAndOpened() throws IOException {
        ExportLog.Entry entry = exported();
        earlier().verify(entry);
        assertTrue(news.getFirst().contains("is sound"), news.toString());
        earlier().open(entry);
        assertEquals(List.of(Path.of(entry.folder())), counter.opened);
        Files.writeString(Path.of(entry.folder(), "items.json"), "{}");
        earlier().verify(entry);
        assertEquals("export.not-sound", problems.getFirst().code());
        assertTrue(problems.getFirst().message().contains("items.json"), problems.toString());
    }
}
