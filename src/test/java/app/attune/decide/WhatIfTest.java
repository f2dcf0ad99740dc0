package app.attune.decide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.UserId;
import app.attune.recommend.HistoryItem;
import app.attune.rules.Rulebook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class WhatIfTest {
    private static final UserId ANNA = new UserId("anna");
    private static final UserId BEN = new UserId("ben");
    private static final UserId CORA = new UserId("cora");
    private final List<List<HistoryItem>> asked = new ArrayList<>();
    private final PreviewService previews = new PreviewService(Shop.desk(
            List.of(
                    FixedModel.popularity("3", "1", "4", "2", "5"),
                    FixedModel.listening(FixedModel.similar("2", "5", "3"), asked)),
            List.of(Rulebook.ruleFor("thanks", "norwegian-buyers", Rulebook.offer("THANKS")))));

    private Beside ask(UserId user, List<String> attributes, List<String> events, String time) {
        return previews.whatIf(
                previews.preview(user), WhatIf.of(attributes, events, time, Shop.frame()), Progress.none());
    }

    @Test
    void aPurchaseBringsAUserIntoSegmentsAndIntoTheHistory() {
        Beside beside = ask(BEN, List.of(), List.of("purchase:2=300"), "");
        assertEquals(
                List.of(
                        "Offers: THANKS instead of none.",
                        "Enters the segment Buyers.",
                        "Enters the segment Norwegian buyers.",
                        "The rule \u201cRule thanks\u201d fires."),
                BesideWords.differences(beside));
        assertEquals(
                List.of("2", "3"),
                asked.getLast().stream().map(one -> one.item().value()).toList());
        assertEquals("What if purchase of 2", beside.title());
        assertTrue(beside.items().stream()
                .anyMatch(change -> change.item().equals(new ItemId("2")) && change.kind() == ListChange.Kind.GONE));
    }

    @Test
    void anotherAttributeTakesAUserOutOfASegment() {
        for (String country : List.of("Chile", "")) {
            Beside beside = ask(ANNA, List.of("country=" + country), List.of(), "");
            assertEquals(
                    List.of(
                            "Offers: none instead of THANKS.",
                            "Leaves the segment Norwegian buyers.",
                            "The rule \u201cRule thanks\u201d does not fire."),
                    BesideWords.differences(beside));
        }
    }

    @Test
    void consentIsAnAttributeLikeOthers() {
        assertEquals(
                DecisionReason.RECOMMENDER,
                ask(CORA, List.of("consent_personalisation=GRANTED"), List.of(), "")
                        .after()
                        .reason());
        assertEquals(
                DecisionReason.DISABLED,
                ask(ANNA, List.of("consent_personalisation=DENIED"), List.of(), "")
                        .after()
                        .reason());
    }

    @Test
    void atAnotherTimeOtherEventsHaveHappened() {
        Beside later = ask(BEN, List.of(), List.of(), "2026-11-03");
        assertTrue(BesideWords.differences(later).contains("Enters the segment Buyers."), later::toString);
        Beside earlier = ask(ANNA, List.of(), List.of(), "2026-10-22T00:05:00Z");
        assertTrue(BesideWords.differences(earlier).contains("Leaves the segment Buyers."), earlier::toString);
    }

    @Test
    void nothingOtherwiseDecidesTheSame() {
        for (UserId user : List.of(ANNA, BEN, CORA, new UserId("dan"))) {
            Beside beside = previews.whatIf(
                    previews.preview(user),
                    WhatIf.of(List.of(), List.of(), Shop.AS_OF.toString(), Shop.frame()),
                    Progress.none());
            assertEquals(beside.before(), beside.after());
        }
    }

    @Test
    void whatIsWrittenIsRead() {
        WhatIf read = WhatIf.of(
                List.of("country=DE", "age ="),
                List.of("purchase:31=49.90", "view:a=b", "visit", "view:x:y"),
                " ",
                Shop.frame());
        assertEquals("DE", read.attributes().get("country"));
        assertEquals("", read.attributes().get("age"));
        assertEquals(
                List.of(
                        new WhatIf.Event("purchase", Optional.of(new ItemId("31")), OptionalDouble.of(49.9)),
                        new WhatIf.Event("view", Optional.of(new ItemId("a=b")), OptionalDouble.empty()),
                        new WhatIf.Event("visit", Optional.empty(), OptionalDouble.empty()),
                        new WhatIf.Event("view", Optional.of(new ItemId("x:y")), OptionalDouble.empty())),
                read.events());
        assertTrue(WhatIf.of(List.of(), List.of(), "", Shop.frame()).isNothing());
    }

    @Test
    void whatTheDataDoesNotHaveIsAProblem() {
        assertEquals("The data has no attribute \u201ccolour\u201d.", problem(List.of("colour=red"), List.of(), ""));
        assertEquals("The data has no event type \u201cpurchse\u201d.", problem(List.of(), List.of("purchse:2"), ""));
        assertEquals("The data has no item \u201c77\u201d.", problem(List.of(), List.of("purchase:77"), ""));
        assertEquals(
                "\u201cnoon\u201d is not a date or time of the years 1 to 9999.",
                problem(List.of(), List.of(), "noon"));
        assertEquals(
                "\u201ccountry\u201d does not say what the attribute would be.",
                problem(List.of("country"), List.of(), ""));
    }

    private String problem(List<String> attributes, List<String> events, String time) {
        var thrown = assertThrows(ProblemException.class, () -> ask(ANNA, attributes, events, time));
        assertEquals("decide.bad-what-if", thrown.problem().code());
        return thrown.problem().message();
    }
}
