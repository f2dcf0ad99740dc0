package app.attune.events.sample;

import static app.attune.events.sample.WrittenSample.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.events.sample.WrittenSample.Event;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Finds every planted truth again in the bundled files, by other code than planted it.
class PlantedTruthTest {
    private static final WrittenSample SAMPLE = WrittenSample.in(Path.of("sample-datasets"));
    private static final JsonNode EXPECTED = SAMPLE.expected();
    private static final String DAYS_14 = "2026-10-18T00:00:00Z";
    private static final String DAYS_28 = "2026-10-04T00:00:00Z";
    private static final String DAYS_30 = "2026-10-02T00:00:00Z";
    private static final String DAYS_90 = "2026-08-03T00:00:00Z";

    @Test
    void theLastEventIsOnTheDayBeforeTheAsOf() {
        Instant last = SAMPLE.events().stream()
                .map(Event::time)
                .max(Instant::compareTo)
                .orElseThrow();
        assertEquals("2026-10-31", last.toString().substring(0, 10));
        assertEquals("2026-11-01T00:00:00Z", EXPECTED.get("as_of").asText());
    }

    @Test
    void behaviouralSegmentsHaveTheirSizes() {
        Set<String> carted = users(event -> event.is("cart") && event.since(DAYS_30));
        carted.removeAll(users(event -> event.is("purchase") && event.since(DAYS_30)));
        assertEquals(size("cart-abandoners"), carted.size());

        Set<String> seen = users(event -> true);
        seen.removeAll(users(event -> !event.since(DAYS_14)));
        assertEquals(size("first-seen"), seen.size());

        Set<String> lapsed = users(event -> event.is("purchase"));
        lapsed.removeAll(users(event -> event.is("purchase") && event.since(DAYS_90)));
        assertEquals(size("lapsed"), lapsed.size());
    }

    @Test
    void buyersSegmentsHaveTheirSizes() {
        Set<String> frequent = matching(
                purchases()
                        .filter(event -> event.since(DAYS_90))
                        .collect(Collectors.groupingBy(
                                Event::user, Collectors.mapping(event -> event.cell("order_id"), Collectors.toSet()))),
                orders -> orders.size() >= 5);
        Set<String> vip = matching(
                purchases().collect(Collectors.groupingBy(Event::user, Collectors.summingLong(Event::cents))),
                cents -> cents >= 100_000);
        assertEquals(size("frequent-buyers"), frequent.size());
        assertEquals(size("vip"), vip.size());
        frequent.retainAll(vip);
        assertEquals(size("frequent-vip"), frequent.size());
    }

    @Test
    void tentBrowsersAreFoundThroughTheItemsCategory() {
        Predicate<Event> tent =
                event -> !event.item().isEmpty() && top(event.item()).equals("Tents");
        Set<String> browsers = matching(
                SAMPLE.events().stream()
                        .filter(event -> event.is("view") && event.since(DAYS_28) && tent.test(event))
                        .collect(Collectors.groupingBy(Event::user, Collectors.counting())),
                views -> views >= 3);
        browsers.removeAll(users(event -> event.is("purchase") && event.since(DAYS_90) && tent.test(event)));
        assertEquals(size("tent-browsers"), browsers.size());
    }

    @Test
    void attributeSegmentsHaveTheirSizesAndConsentIsRefusedByAboutAnEighth() {
        assertEquals(
                size("new-signups"),
                people(user -> user.getOrDefault("signup_date", "").compareTo("2026-10-18") >= 0));
        assertEquals(
                size("german-mobile"),
                people(user -> "DE".equals(user.get("country")) && "mobile".equals(user.get("device"))));
        assertEquals(size("consented"), people(user -> "granted".equals(user.get("consent_personalisation"))));
        long refused = people(user -> "denied".equals(user.get("consent_personalisation")));
        assertEquals(size("refused"), refused);
        assertEquals(.12, refused / 15_000.0, .01);
        assertTrue(people(user -> !user.containsKey("age_band")) > 300, "some attributes are missing");
    }

    @Test
    void plantedPairsHaveTheirCountsAndTheHighestLifts() {
        Map<String, Set<String>> orders = purchases()
                .collect(Collectors.groupingBy(
                        event -> event.cell("order_id"), Collectors.mapping(Event::item, Collectors.toSet())));
        Map<String, Integer> single = new HashMap<>();
        Map<String, Integer> together = new HashMap<>();
        for (Set<String> items : orders.values()) {
            items.forEach(item -> single.merge(item, 1, Integer::sum));
            for (String a : items) {
                items.stream()
                        .filter(b -> a.compareTo(b) < 0)
                        .forEach(b -> together.merge(a + " " + b, 1, Integer::sum));
            }
        }
        assertEquals(EXPECTED.at("/pairs/orders").asInt(), orders.size());
        Set<String> planted = new HashSet<>();
        for (JsonNode pair : EXPECTED.at("/pairs/planted")) {
            String a = pair.get("item_a").asText();
            String b = pair.get("item_b").asText();
            String key = a.compareTo(b) < 0 ? a + " " + b : b + " " + a;
            planted.add(key);
            assertEquals(pair.get("orders_a").asInt(), single.getOrDefault(a, 0));
            assertEquals(pair.get("orders_b").asInt(), single.getOrDefault(b, 0));
            assertEquals(pair.get("orders_both").asInt(), together.getOrDefault(key, 0));
            double lift = pair.get("orders_both").asDouble() * orders.size() / found(a, single) / found(b, single);
            assertEquals(pair.get("lift").asDouble(), lift, 1e-6);
            assertTrue(lift > 5 && lift < 30, key + " has lift " + lift);
        }
        assertEquals(planted, matching(together, count -> count >= 10), "pairs in at least 10 orders");
    }

    @Test
    void exactlyTwoFeaturesDrift() {
        Map<String, double[][]> measured = DriftReading.of(SAMPLE);
        for (JsonNode feature : EXPECTED.at("/drift/drifting")) {
            assertTrue(agrees(feature, measured) > .1, feature.toString());
        }
        for (JsonNode feature : EXPECTED.at("/drift/steady")) {
            assertTrue(agrees(feature, measured) < .03, feature.toString());
        }
        assertEquals(2, EXPECTED.at("/drift/drifting").size());
        assertTrue(EXPECTED.at("/drift/steady").size() >= 6);
    }

    @Test
    void anUnpenalisedLogisticRegressionFindsThePlantedCoefficients() {
        LogisticReading reading = LogisticReading.of(SAMPLE);
        assertEquals(EXPECTED.at("/propensity/users").asInt(), reading.users());
        assertEquals(EXPECTED.at("/propensity/buyers").asInt(), reading.buyers());
        int k = 0;
        for (JsonNode planted : EXPECTED.at("/propensity/coefficients")) {
            double apart = Math.abs(
                    planted.get("value").asDouble() - reading.estimate().get(k));
            assertTrue(
                    apart < 3.5 * reading.standardError().get(k),
                    planted.get("feature") + " estimated " + reading.estimate().get(k) + " +- "
                            + reading.standardError().get(k));
            k++;
        }
    }

    @Test
    void theOfferReachesWomenLessOftenThanMen() {
        Set<String> active = users(event -> event.is("view") && event.since(DAYS_28));
        Set<String> shown = users(event -> event.is("exposure")
                && event.since(DAYS_28)
                && event.cell("experiment").isEmpty());
        assertTrue(active.containsAll(shown));
        for (JsonNode group : EXPECTED.at("/disparity/groups")) {
            Predicate<String> member = user -> group.get("gender")
                    .asText()
                    .equals(found(user, SAMPLE.users()).get("gender"));
            assertEquals(
                    group.get("users").asInt(), active.stream().filter(member).count());
            assertEquals(
                    group.get("shown").asInt(), shown.stream().filter(member).count());
            assertEquals(group.get("planted_rate").asDouble(), group.get("rate").asDouble(), .03);
        }
        assertTrue(EXPECTED.at("/disparity/ratio").asDouble() < .8);
    }

    @Test
    void theBannerTestIsFairAndUpliftsTheCheckoutTestIsMismatched() {
        for (JsonNode experiment : EXPECTED.get("experiments")) {
            String name = experiment.get("experiment").asText();
            Map<String, Event> shown = SAMPLE.events().stream()
                    .filter(event -> event.cell("experiment").equals(name))
                    .collect(Collectors.toMap(Event::user, Function.identity()));
            for (JsonNode variant : experiment.get("variants")) {
                assertVariant(experiment, variant, shown);
            }
        }
        assertTrue(EXPECTED.at("/experiments/0/srm_chi_square").asDouble() < 10.83);
        assertTrue(EXPECTED.at("/experiments/1/srm_chi_square").asDouble() > 10.83);
        assertEquals(.4, EXPECTED.at("/experiments/0/observed_relative_uplift").asDouble(), .2);
    }

    @Test
    void duplicatesAreExactAndLateEventsAreCounted() {
        JsonNode arrival = EXPECTED.get("arrival");
        assertEquals(arrival.get("rows").asInt(), SAMPLE.allEvents().size());
        assertEquals(arrival.get("distinct_rows").asInt(), SAMPLE.events().size());
        assertEquals(arrival.get("distinct_rows").asInt(), new HashSet<>(SAMPLE.allEvents()).size());
        assertEquals(120, arrival.get("exact_duplicates").asInt());
        List<Duration> delays = SAMPLE.events().stream()
                .map(event -> Duration.between(event.time(), Instant.parse(event.cell("loaded_at"))))
                .toList();
        assertFalse(delays.stream().anyMatch(Duration::isNegative));
        assertEquals(
                arrival.get("late_events").asInt(),
                delays.stream()
                        .filter(delay -> delay.compareTo(Duration.ofHours(24)) > 0)
                        .count());
    }

    @Test
    void figuresArePlausible() {
        Map<String, Long> kinds = SAMPLE.events().stream()
                .collect(Collectors.groupingBy(Event::kind, TreeMap::new, Collectors.counting()));
        double conversion = (double) found("purchase", kinds) / found("view", kinds);
        assertTrue(conversion > .02 && conversion < .04, "conversion of views " + conversion);
        assertEquals(Set.of("cart", "exposure", "purchase", "rating", "search", "view"), kinds.keySet());
        assertTrue(SAMPLE.events().stream().allMatch(event -> SAMPLE.users().containsKey(event.user())));
        assertTrue(purchases()
                .allMatch(event -> event.cents() == price(event.item()) * Long.parseLong(event.cell("quantity"))));
    }

    private static void assertVariant(JsonNode experiment, JsonNode variant, Map<String, Event> shown) {
        Instant to = Instant.parse(experiment.get("to").asText());
        Set<String> arm = shown.values().stream()
                .filter(event ->
                        event.cell("variant").equals(variant.get("variant").asText()))
                .map(Event::user)
                .collect(Collectors.toSet());
        assertEquals(variant.get("users").asInt(), arm.size());
        Set<String> buyers = users(event -> event.is("purchase")
                && arm.contains(event.user())
                && event.time().isBefore(to)
                && !event.time().isBefore(found(event.user(), shown).time()));
        assertEquals(variant.get("buyers").asInt(), buyers.size());
    }

    private static double agrees(JsonNode feature, Map<String, double[][]> measured) {
        double[][] samples = found(feature.get("feature").asText(), measured);
        assertEquals(feature.get("n_before").asInt(), samples[0].length);
        assertEquals(feature.get("n_after").asInt(), samples[1].length);
        assertEquals(feature.get("mean_before").asDouble(), DriftReading.mean(samples[0]), 1e-5);
        assertEquals(feature.get("mean_after").asDouble(), DriftReading.mean(samples[1]), 1e-5);
        double distance = DriftReading.distance(samples[0], samples[1]);
        assertEquals(feature.get("ks").asDouble(), distance, 1e-6);
        return distance;
    }

    private static Stream<Event> purchases() {
        return SAMPLE.events().stream().filter(event -> event.is("purchase"));
    }

    private static Set<String> users(Predicate<Event> did) {
        return SAMPLE.events().stream().filter(did).map(Event::user).collect(Collectors.toCollection(HashSet::new));
    }

    private static <T> Set<String> matching(Map<String, T> byUser, Predicate<T> condition) {
        return byUser.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static long people(Predicate<Map<String, String>> condition) {
        return SAMPLE.users().values().stream().filter(condition).count();
    }

    private static String top(String item) {
        return SAMPLE.item(item, "top_category");
    }

    private static long price(String item) {
        return new BigDecimal(SAMPLE.item(item, "price")).movePointRight(2).longValueExact();
    }

    private static int size(String segment) {
        for (JsonNode truth : EXPECTED.get("segments")) {
            if (truth.get("id").asText().equals(segment)) {
                return truth.get("size").asInt();
            }
        }
        throw new AssertionError("No segment " + segment);
    }
}
