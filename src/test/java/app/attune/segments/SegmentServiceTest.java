package app.attune.segments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.chart.TimeSeriesChart;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

final class SegmentServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:30:00.123456Z");
    private static final Instant AS_OF = Instant.parse("2026-06-08T00:00:00Z");
    private static final SegmentId BUYERS = new SegmentId("buyers");

    private final Population shop = shop();
    private final FakeSegmentStore store = new FakeSegmentStore();
    private final SegmentService service =
            new SegmentService(store, progress -> shop, Clock.fixed(NOW, ZoneOffset.UTC));

    private static Population shop() {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int day = 10; day > 0; day--) {
            Instant time = AS_OF.minusSeconds(day * 86_400L).plusSeconds(60);
            builder.event("u" + day, time, "purchase", "tent", day * 100);
            builder.event("u" + day, time, "cart", "tent", Double.NaN);
        }
        return Population.agreeing(builder.build(), ColumnTable.empty(10), "shop");
    }

    private static Condition purchases(String atLeast) {
        return new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.Count(),
                new Window.AllTime(),
                Comparison.AT_LEAST,
                List.of(atLeast));
    }

    private static SegmentDraft buyers(String atLeast) {
        return new SegmentDraft(BUYERS, "Buyers", purchases(atLeast));
    }

    @Test
    void savingMakesTheNextVersionOnlyWhenSomethingChanged() {
        assertEquals(1, service.save(buyers("1"), "Ada", "").version());
        assertEquals(1, service.save(buyers("1"), "Ada", "again").version());
        assertEquals(2, service.save(buyers("2"), "Ada", "stricter").version());
        assertEquals(3, service.restore(BUYERS, 1, "Ada").version());
        assertEquals(purchases("1"), service.require(BUYERS).condition());
        assertEquals("Restored version 1", service.require(BUYERS).note());
        assertEquals(3, service.versions(BUYERS).size());
    }

    @Test
    void deletedSegmentIsUnknownAndItsIdIsNotGivenAgain() {
        service.save(buyers("1"), "Ada", "");
        service.delete(BUYERS);
        assertEquals(
                "segments.unknown",
                assertThrows(ProblemException.class, () -> service.require(BUYERS))
                        .problem()
                        .code());
        assertEquals(new SegmentId("buyers-2"), service.suggestId("Buyers"));
        assertEquals(2, service.save(buyers("2"), "Ada", "").version());
    }

    @Test
    void aShareAboveAllOfThemIsNoTarget() {
        SegmentAbout about = SegmentAbout.NONE.withFigure(SegmentAbout.Figure.CONVERSION);
        SegmentDraft tooMuch = buyers("1").with(about.withTarget(160));
        Problem problem = assertThrows(ProblemException.class, () -> service.save(tooMuch, "Ada", ""))
                .problem();
        assertEquals("segments.target-unreachable", problem.code());
        assertTrue(problem.message().startsWith("A conversion of 160% cannot be reached"), problem.message());
        assertEquals(List.of(), service.list());
        service.save(buyers("1").with(about.withTarget(100)), "Ada", "");
        service.save(buyers("1").with(about.withTarget(160).withFigure(SegmentAbout.Figure.REVENUE)), "Ada", "");
        assertEquals(2, service.require(BUYERS).version());
    }

    @Test
    void aTargetStoredBeforeSuchWereRefusedHindersNoOtherEdit() {
        SegmentAbout about =
                SegmentAbout.NONE.withFigure(SegmentAbout.Figure.CONVERSION).withTarget(160);
        SegmentDraft stored = buyers("1").with(about);
        store.addAll(List.of(
                new SegmentDefinition(BUYERS, 1, stored.name(), stored.condition(), "Ada", "", NOW, stored.about())));
        assertEquals(2, service.save(buyers("2").with(about), "Ada", "").version());
        SegmentDraft more = buyers("2").with(about.withTarget(170));
        SegmentDraft other = new SegmentDraft(new SegmentId("others"), "Others", purchases("1"));
        Problem alone = assertThrows(ProblemException.class, () -> service.save(more, "Ada", ""))
                .problem();
        assertTrue(alone.message().startsWith("A conversion of 170%"), alone.message());
        Problem among = assertThrows(ProblemException.class, () -> service.saveAll(List.of(other, more), "Ada", ""))
                .problem();
        assertTrue(among.message().startsWith("Segment Buyers: A conversion of 170%"), among.message());
        assertEquals(Optional.empty(), service.unreachable(buyers("3").with(about)));
    }

    @Test
    void unknownSegmentsAreAnsweredWithTenOfThoseThereAreAndHowManyMore() {
        for (int i = 0; i < 13; i++) {
            service.save(new SegmentDraft(new SegmentId("s" + i), "S " + i, purchases("1")), "Ada", "");
        }
        String remedy = assertThrows(ProblemException.class, () -> service.require(BUYERS))
                .problem()
                .remedy();
        assertTrue(remedy.startsWith("Use one of these: s"), remedy);
        assertTrue(remedy.endsWith(" and 3 more."), remedy);
    }

    @Test
    void aMeasureThatIsComparedWronglyIsSaidInTheWordsOfTheEditor() {
        assertEquals(
                "\"two\" is not a number, and \"Number of events\" is compared with numbers.",
                service.findings(purchases("two"), Progress.none())
                        .getFirst()
                        .problem()
                        .message());
    }

    @Test
    void idsAreMadeOfNames() {
        assertEquals("fruh-kaufer-90", service.suggestId("  Früh-Käufer (90 %)").value());
        assertEquals("segment", service.suggestId("日本").value());
    }

    @Test
    void sizeOverTimeStatesItsFinding() {
        TimeSeriesChart chart = service.sizeOverTime(buyers("1"), 5, Progress.none());
        assertEquals("Buyers grew 67% to 10 users since 3 Jun 2026", chart.title());
        assertEquals(List.of(6.0, 7.0, 8.0, 9.0, 10.0), chart.lines().getFirst().values());
        assertTrue(chart.subtitle().contains("n = 10"), chart.subtitle());
        assertTrue(chart.subtitle().endsWith("the record growing"), chart.subtitle());
    }

    @Test
    void sizeOverTimeOfAWindowTheEventsFillNeedsNoCaveat() {
        EventCondition yesterday = new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.Count(),
                new Window.Last(1, Window.Unit.DAYS),
                Comparison.AT_LEAST,
                List.of("1"));
        TimeSeriesChart chart = service.sizeOverTime(buyers("1").with(yesterday), 5, Progress.none());
        assertFalse(chart.subtitle().contains("attributes"), chart.subtitle());
    }

    @Test
    void sizeIsToldOfDaysOnlyThatTheEventsReachBackFarEnoughFor() {
        assertEquals(5, sizes("4").days().size());
        assertEquals(1, sizes("30").days().size());
        assertEquals("Lapsed: 0 users on 7 Jun 2026", sizes("30").title());
    }

    private TimeSeriesChart sizes(String daysSinceLast) {
        EventCondition lapsed = new EventCondition(
                List.of("purchase"),
                List.of(),
                new Measure.DaysSinceLast(),
                new Window.AllTime(),
                Comparison.MORE_THAN,
                List.of(daysSinceLast));
        return service.sizeOverTime(new SegmentDraft(BUYERS, "Lapsed", lapsed), 5, Progress.none());
    }

    @Test
    void theTemplateOfVipsTakesReturnsFromPurchases() {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int user = 1; user <= 20; user++) {
            builder.event("u" + user, AS_OF.minusSeconds(9_000), "purchase", "tent", 10 * user);
        }
        builder.event("u20", AS_OF.minusSeconds(60), "return", "tent", -200);
        Population shop = Population.agreeing(builder.build(), ColumnTable.empty(20), "returns");
        SegmentTemplate vip = SegmentTemplates.of(shop, AS_OF, Progress.none()).getLast();
        assertEquals("Purchases less returns worth at least 180, the top 5% of buyers", vip.description());
        RoaringBitmap members = new SegmentEvaluator().members(vip.condition(), shop, AS_OF, Progress.none());
        assertEquals(RoaringBitmap.bitmapOf(17, 18), members);
    }

    @Test
    void steepGrowthIsToldByBothSizes() {
        assertEquals(
                "Buyers grew from 1 to 10 users since 29 May 2026",
                service.sizeOverTime(buyers("1"), 10, Progress.none()).title());
    }

    @Test
    void templatesFitTheDataAndAreAnswerable() {
        List<SegmentTemplate> templates = service.templates(Progress.none());
        assertEquals(
                List.of("Frequent buyers", "Cart abandoners", "New visitors", "Lapsed", "VIP"),
                templates.stream().map(SegmentTemplate::name).toList());
        for (SegmentTemplate template : templates) {
            assertEquals(List.of(), service.findings(template.condition(), Progress.none()), template.name());
        }
        assertEquals(
                2,
                service.audience(templates.getLast().condition(), AS_OF, Progress.none())
                        .size());
    }

    /// What GA4 and other shops call their events; user n viewed n times, and every other one bought.
    @Test
    void templatesKnowOtherNamesOfEventTypes() {
        for (List<String> names : List.of(
                List.of("view_item", "add_to_cart", "purchase"),
                List.of("Product Viewed", "Product Added", "Order Completed"),
                List.of("Ansicht", "Warenkorb", "Bestellung"),
                List.of("clicks", "carts", "orders"))) {
            EventFrameBuilder builder = new EventFrameBuilder();
            for (int user = 1; user <= 8; user++) {
                for (int n = 0; n < user; n++) {
                    builder.event("u" + user, AS_OF.minusSeconds(60 + n), names.get(0), "tent", Double.NaN);
                }
                builder.event("u" + user, AS_OF.minusSeconds(50), names.get(1), "tent", Double.NaN);
                if (user % 2 == 0) {
                    builder.event("u" + user, AS_OF.minusSeconds(40), names.get(2), "tent", 10);
                }
            }
            Population shop = Population.agreeing(builder.build(), ColumnTable.empty(8), names.getFirst());
            List<SegmentTemplate> templates = SegmentTemplates.of(shop, AS_OF, Progress.none());
            assertEquals(
                    List.of(
                            "Frequent buyers",
                            "Cart abandoners",
                            "New visitors",
                            "Lapsed",
                            "Window shoppers",
                            "Interested in one item",
                            "VIP"),
                    templates.stream().map(SegmentTemplate::name).toList(),
                    names.toString());
            assertEquals(Optional.empty(), MissingTemplates.of(shop, Progress.none()));
            SegmentTemplate window = templates.get(4);
            assertTrue(window.description().startsWith("At least 6 views"), window.description());
            assertEquals(
                    RoaringBitmap.bitmapOf(6),
                    new SegmentEvaluator().members(window.condition(), shop, AS_OF, Progress.none()),
                    names.toString());
            for (SegmentTemplate template : templates) {
                assertEquals(List.of(), ConditionCheck.findings(template.condition(), shop), template.name());
            }
        }
    }

    /// The first step of each look at the data passes; the second is one too many.
    @Test
    void templatesCanBeCancelledAndThatOneIsThereIsSeenAtTheFirstBuyer() {
        Progress once = new Progress() {
            private int steps;

            @Override
            public void report(String stage, long done, long total) {}

            @Override
            public boolean isCancelled() {
                steps++;
                return steps > 1;
            }
        };
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int user = 1; user <= 5_000; user++) {
            for (String type : List.of("view", "cart", "purchase")) {
                builder.event("u" + user, AS_OF.minusSeconds(60), type, "tent", 10);
            }
        }
        Population shop = Population.agreeing(builder.build(), ColumnTable.empty(5_000), "many");
        assertEquals(Optional.empty(), MissingTemplates.of(shop, once));
        assertThrows(CancellationException.class, () -> SegmentTemplates.of(shop, AS_OF, once));
    }

    @Test
    void whyATemplateIsMissingIsSaid() {
        String why = service.missingTemplates(Progress.none()).orElseThrow();
        assertTrue(
                why.startsWith(
                        "Not offered: Window shoppers and Interested in one item look for an event type called view, view_item,"
                                + " product_view or page_view. This data has purchase, cart."),
                why);
        EventFrameBuilder builder = new EventFrameBuilder();
        for (String type : List.of("view", "cart", "purchase")) {
            builder.event("u", AS_OF.minusSeconds(60), type, "tent", Double.NaN);
        }
        Population free = Population.agreeing(builder.build(), ColumnTable.empty(1), "free");
        assertEquals(
                Optional.of("Not offered: VIP looks for the value of purchases, and no purchase event has one above 0."
                        + " Import again with the column that holds it as value."),
                MissingTemplates.of(free, Progress.none()));
    }

    @Test
    void sampleIsStablePerSeedAndOfMembersOnly() {
        var sample = service.sampleUsers(purchases("1"), AS_OF, 4, 7);
        assertEquals(4, sample.size());
        assertEquals(sample, service.sampleUsers(purchases("1"), AS_OF, 4, 7));
        assertEquals(List.of(), service.sampleUsers(purchases("2"), AS_OF, 4, 7));
    }

    @Test
    void fieldsOfferTheValuesTheDataHas() {
        FieldCatalogue fields = service.fields(Progress.none());
        assertEquals(List.of(new KnownValue("cart", 10), new KnownValue("purchase", 10)), fields.types());
        assertEquals(List.of("item", "value"), fields.eventFields());
    }

    @Test
    void fieldsThatOfferTheSameAreEqual() {
        FieldCatalogue fields = service.fields(Progress.none());
        assertEquals(FieldCatalogue.of(shop()), fields);
        assertEquals(FieldCatalogue.of(shop()).hashCode(), fields.hashCode());
        EventFrameBuilder fewer = new EventFrameBuilder().event("u1", AS_OF.minusSeconds(60), "cart", "tent", 1);
        assertNotEquals(FieldCatalogue.of(Population.agreeing(fewer.build(), ColumnTable.empty(1), "fewer")), fields);
    }
}
