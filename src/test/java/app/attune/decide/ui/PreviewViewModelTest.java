package app.attune.decide.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.TaskSlot;
import app.attune.core.json.Json;
import app.attune.decide.DecisionDesk;
import app.attune.decide.Other;
import app.attune.decide.Others;
import app.attune.decide.Preview;
import app.attune.decide.PreviewService;
import app.attune.rules.DecisionTest;
import app.attune.rules.FakeRuleTestStore;
import app.attune.rules.KeptTests;
import app.attune.rules.RequestContext;
import app.attune.ui.Tasks;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PreviewViewModelTest {
    private static final Other GONE = new Other.Rules(9, "");
    private final PreviewService service = Previews.shop();
    private final FakeRuleTestStore tests = new FakeRuleTestStore();
    private final PreviewViewModel model =
            new PreviewViewModel(progress -> service, new KeptTests(tests), Tasks.direct());

    private String user() {
        return model.preview().map(Preview::user).orElseThrow().value();
    }

    @Test
    void userAskedForBeforeTheDataIsOpenIsShownAfterwards() {
        model.show("ben");
        assertTrue(model.preview().isEmpty());
        model.open();
        assertEquals("ben", user());
    }

    @Test
    void unknownUserIsAProblemWithNearIdsAndTheOldOneStays() {
        model.open();
        model.show("ben");
        model.show("bem");
        assertEquals(
                List.of("decide.unknown-user"),
                model.problems().stream().map(Problem::code).toList());
        assertEquals("ben", user());
        model.show("anna");
        assertTrue(model.problems().isEmpty());
    }

    @Test
    void whatCannotBeSetBesideIsToldThereAndTheProblemsOfTheDataStay() {
        PreviewService gone = Previews.shop(new Others() {
            @Override
            public List<Other> all() {
                return List.of(GONE);
            }

            @Override
            public DecisionDesk desk(Other other, DecisionDesk now, Progress progress) {
                throw ProblemException.of("rules.unknown-version", "It is gone.", "Take another.");
            }
        });
        PreviewViewModel broken = new PreviewViewModel(progress -> gone, new KeptTests(tests), Tasks.direct());
        broken.open();
        broken.show("anna");
        Problem older = new Problem("model.older", "A model is older.", "Train it again.");
        broken.problems().setAll(older);
        broken.beside().chosenProperty().set(Optional.of(GONE));
        assertEquals(
                "It is gone. Take another.", broken.beside().problemProperty().get());
        assertEquals(List.of(older), broken.problems());
        broken.beside().chosenProperty().set(Optional.empty());
        assertEquals("", broken.beside().problemProperty().get());
    }

    @Test
    void reasonsThatCannotBeTestedAreToldThereAndTheProblemsOfTheDataStay() {
        AtomicBoolean isFailing = new AtomicBoolean();
        PreviewViewModel broken =
                new PreviewViewModel(progress -> service, new KeptTests(tests), failing(isFailing::get));
        broken.open();
        broken.show("anna");
        Problem older = new Problem("model.older", "A model is older.", "Train it again.");
        broken.problems().setAll(older);
        isFailing.set(true);
        broken.reasons().testingProperty().set(true);
        assertEquals(
                "It was cancelled. Ask again.",
                broken.reasons().problemProperty().get());
        assertEquals(List.of(older), broken.problems());
        broken.reasons().testingProperty().set(false);
        assertEquals("", broken.reasons().problemProperty().get());
    }

    private static Tasks failing(BooleanSupplier isFailing) {
        return new Tasks() {
            @Override
            public <T> void run(TaskSlot slot, String title, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
                if (isFailing.getAsBoolean()) {
                    failed.accept(new Problem(CANCELLED, "It was cancelled.", "Ask again."));
                } else {
                    Tasks.direct().run(slot, title, work, done, failed);
                }
            }
        };
    }

    @Test
    void nextAndPreviousStayInTheChosenSegment() {
        model.open();
        model.amongProperty().set("buyers");
        model.show("anna");
        model.next();
        assertEquals("cora", user());
        model.previous();
        assertEquals("anna", user());
    }

    @Test
    void randomUsersComeInTheSameOrderInEverySession() {
        PreviewViewModel other = new PreviewViewModel(progress -> service, new KeptTests(tests), Tasks.direct());
        model.open();
        other.open();
        for (int i = 0; i < 5; i++) {
            model.random();
            other.random();
            assertEquals(
                    user(), other.preview().map(Preview::user).orElseThrow().value());
        }
        assertNotEquals("", user());
    }

    @Test
    void dataThatCannotBeReadIsAProblem() {
        PreviewViewModel broken = new PreviewViewModel(
                progress -> {
                    throw ProblemException.of("store.damaged", "It broke.", "Mend it.");
                },
                new KeptTests(tests),
                Tasks.direct());
        broken.open();
        assertEquals(
                List.of("store.damaged"),
                broken.problems().stream().map(Problem::code).toList());
        broken.random();
        assertTrue(broken.preview().isEmpty());
    }

    @Test
    void suggestionsAreNearIdsAndNothingForNothing() {
        model.open();
        assertEquals(List.of(), model.suggestions(""));
        assertEquals(List.of("cora"), model.suggestions("co"));
    }

    @Test
    void jsonIsWhatIsShownOfTheUser() throws IOException {
        model.open();
        model.show("anna");
        JsonNode plain = Json.mapper().readTree(model.json());
        assertEquals("anna", plain.get("user").asText());
        assertEquals(
                List.of(true, false, false, false),
                Stream.of("strategy", "beside", "whatIf", "deletionTests")
                        .map(plain::has)
                        .toList());

        model.beside().chosenProperty().set(Optional.of(model.beside().others().getFirst()));
        model.whatIf().attributesProperty().set("country=FR");
        model.whatIf().ask();
        model.reasons().testingProperty().set(true);
        JsonNode all = Json.mapper().readTree(model.json());
        assertEquals(
                model.beside().others().getFirst().title(),
                all.at("/beside/0/with").asText());
        assertEquals("What if country = FR", all.at("/whatIf/with").asText());
        assertEquals(
                model.reasons().deletionTests().size(), all.get("deletionTests").size());
    }

    @Test
    void aTestThatIsReplacedIsToldAndPutBack() {
        model.open();
        model.show("anna");
        List<String> said = new ArrayList<>();
        List<Runnable> undo = new ArrayList<>();
        model.keep(said::add, (news, back) -> undo.add(back));
        DecisionTest first = tests.tests().getFirst();
        DecisionTest mine = new DecisionTest(
                "Mine",
                first.asked(),
                new DecisionTest.Wanted(
                        new DecisionTest.WantedOffer.None(), List.of(), List.of(), List.of(), List.of()));
        tests.replace(List.of(mine));
        model.keep(said::add, (news, back) -> {
            said.add(news);
            undo.add(back);
        });
        assertTrue(
                said.getLast().endsWith("It replaces \u201cMine\u201d, which asked the same and expected no offer."),
                said::getLast);
        assertEquals(List.of(first), tests.tests());
        undo.getFirst().run();
        assertEquals(List.of(mine), tests.tests());
        assertEquals("The test \u201cMine\u201d is back.", said.getLast());
    }

    @Test
    void aRequestIsAskedOfTheUserShown() {
        model.open();
        model.show("anna");
        RequestContext cart = new RequestContext(Optional.of("cart"), Optional.empty(), Optional.empty());
        model.ask(cart);
        assertEquals("anna", user());
        assertEquals(cart, model.preview().orElseThrow().decision().context());
        assertTrue(PreviewPanels.reason(model.preview().orElseThrow())
                .startsWith("Asked with placement cart, device not given, basket not given."));
        model.next();
        assertEquals(cart, model.preview().orElseThrow().decision().context());
    }
}
