package app.attune.segments.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.segments.ConditionSentence;
import app.attune.segments.SegmentDefinition;
import app.attune.ui.ScreenWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

/// Items bought together, found and made a segment by mouse.
final class BasketsByHandTest extends Hand {
    private static final int BUYERS = 20;

    private static Population shop() {
        return shop(7);
    }

    /// Every buyer has one order: so many a pole and a tent, the rest of eight a pole, two a tent, ten something
    /// else.
    private static Population shop(int withTent) {
        EventFrameBuilder builder = new EventFrameBuilder();
        List<Map<String, String>> people = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            List<String> items =
                    i < withTent ? List.of("pole", "tent") : List.of(i < 8 ? "pole" : i < 10 ? "tent" : "rope");
            for (String item : items) {
                builder.event("u" + i, Desk.AS_OF.minusSeconds(60), "purchase", item, 1, Map.of("order_id", "o" + i));
            }
            people.add(Map.of());
        }
        EventFrame frame = builder.build();
        return Population.agreeing(frame, new ColumnTable(BUYERS, EventFrameBuilder.columnsOf(people)), "baskets");
    }

    @Test
    void whoHasOnlyOneOfTwoItemsBecomesASegment() {
        Desk desk = new Desk(shop());
        open(desk);
        robot.clickOn("#discoverButton");
        settle(tasks);
        choose("aim", "Items bought together");
        robot.clickOn("#look");
        settle(tasks);
        ScreenWalk.check(window().getScene(), "segments-baskets");
        String sentence = "Users with at least 1 purchase event whose item is pole, and not with at least 1 purchase"
                + " event whose item is tent";
        assertEquals(sentence, text("ideaSentence"));
        assertEquals(
                "7 of 20 orders have pole and tent: 87.5% of the 8 with pole, and 1.9 times as many as by chance;"
                        + " 9 have tent.",
                text("ideaMore"));
        dialogs.text = Optional.of("Offer tents");
        robot.clickOn("#makeSegment");
        settle(tasks);
        assertTrue(text("total").startsWith("1 user"), text("total"));
        SegmentDefinition made = desk.service.list().getFirst();
        assertEquals("Offer tents", made.name());
        assertEquals(sentence, ConditionSentence.byId().of(made.condition()));
    }

    @Test
    void wherePairsWereLeftOutItIsSaidWithARemedyThatFits() {
        open(new Desk(shop(8)));
        robot.clickOn("#discoverButton");
        settle(tasks);
        choose("aim", "Items bought together");
        assertTrue(text("aimHint").contains("of the 300 items in most orders"), text("aimHint"));
        robot.clickOn("#look");
        settle(tasks);
        List<String> said = onFx(() -> robot.lookup("#discoverMessages .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList());
        assertTrue(
                said.contains(
                        "Nothing was found. 1 pair is left out: everybody who bought the one in fewer orders bought"
                                + " the other too."),
                said.toString());
        assertTrue(said.stream().anyMatch(words -> words.contains("--baskets --orders 2")), said.toString());
    }

    @Test
    void whatWasLookedForBeforeSomethingElseIsAskedDoesNotArrive() {
        DiscoverViewModel model = onFx(() -> new DiscoverViewModel(new Desk(shop()).context, tasks));
        runOnFx(() -> {
            model.look(new DiscoverViewModel.Wish(DiscoverViewModel.Aim.BASKETS, Optional.empty(), 2, 3));
            model.forget();
        });
        settle(tasks);
        assertEquals(List.of(), onFx(() -> List.copyOf(model.ideas())));
        assertEquals(false, onFx(() -> model.busyProperty().get()));
    }
}
