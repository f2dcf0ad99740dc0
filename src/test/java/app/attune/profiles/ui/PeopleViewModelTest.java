package app.attune.profiles.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.attune.core.Problem;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.events.EventsFixture;
import app.attune.profiles.Identifier;
import app.attune.profiles.IdentifierPair;
import app.attune.profiles.IdentityRules;
import app.attune.profiles.PersonGraph;
import app.attune.ui.FakeDialogs;
import app.attune.ui.Kit;
import app.attune.ui.Tasks;
import app.attune.ui.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PeopleViewModelTest {
    private int changes;

    @Test
    void whoCancelsTheReadingAfterASaveIsNotToldThatNothingChanged(@TempDir Path folder) {
        try (Crowd crowd = new Crowd(folder).filled().linked()) {
            CancelledTasks tasks = new CancelledTasks();
            Kit kit = new Kit(tasks, where -> {}, new FakeDialogs(), () -> changes++);
            PeopleViewModel model = new PeopleViewModel(
                    new PeopleContext(crowd.identity, kit, EventsFixture.CLOCK, "Ada"), Texts.of("profiles"));
            model.load();
            model.change("None", IdentityRules.NONE);
            tasks.cancelled = true;
            model.apply();
            assertEquals(IdentityRules.NONE, crowd.identity.rules());
            assertEquals("Making persons", model.problems().getFirst().message(), "only the reading was cancelled");
            assertFalse(model.changedProperty().get(), "what is saved is not proposed again");
            assertEquals(1, changes);
        }
    }

    @Test
    void whoeverIsUnknownIsNobodyAndThatIsSaid(@TempDir Path folder) {
        try (Crowd crowd = new Crowd(folder).filled().linked()) {
            Kit kit = new Kit(Tasks.direct(), where -> {}, new FakeDialogs(), () -> changes++);
            Texts texts = Texts.of("profiles");
            PeopleViewModel model =
                    new PeopleViewModel(new PeopleContext(crowd.identity, kit, EventsFixture.CLOCK, "Ada"), texts);
            PersonsViewModel persons = new PersonsViewModel(model, texts);
            model.load();
            Optional<PersonGraph> before = persons.personProperty().get();
            persons.look(Identifier.user("u03"));
            Optional<PersonGraph> known = persons.personProperty().get();
            assertNotEquals(before, known);
            persons.look(Identifier.user("nobody"));
            assertEquals(known, persons.personProperty().get());
            assertEquals(
                    "No person goes by user: nobody.",
                    model.problems().getFirst().message());
        }
    }

    @Test
    void undoingOneCutUndoesNoOther() {
        Identifier cookie = Identifier.of("cookie:c1");
        Identifier mail = Identifier.of("email:a@x.org");
        IdentityRules rules = IdentityRules.NONE.without(cookie).without(new IdentifierPair(cookie, mail));
        List<OverMergedPage.Cut> cuts = OverMergedPage.Cut.of(rules);
        assertEquals(
                IdentityRules.NONE.without(new IdentifierPair(cookie, mail)),
                cuts.getFirst().undone(rules));
        assertEquals(IdentityRules.NONE.without(cookie), cuts.getLast().undone(rules));
    }

    /// Runs work at once; work that asks is told that it was cancelled.
    private static final class CancelledTasks implements Tasks {
        private boolean cancelled;

        @Override
        public <T> void run(TaskSlot slot, String title, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
            T result;
            try {
                result = work.run(new Asked());
            } catch (CancellationException e) {
                failed.accept(new Problem(CANCELLED, title, "Start it again."));
                return;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            done.accept(result);
        }

        private final class Asked implements Progress {
            @Override
            public void report(String stage, long done, long total) {
                // Nobody watches.
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        }
    }
}
