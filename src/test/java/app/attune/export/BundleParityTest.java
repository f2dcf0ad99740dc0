package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ItemId;
import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.core.json.Json;
import app.attune.decide.DecisionInput;
import app.attune.decide.ProfileDesk;
import app.attune.decider.BundleDecider;
import app.attune.decider.BundleFolder;
import app.attune.decider.BundleVerifier;
import app.attune.decider.ServerContext;
import app.attune.decider.ServerDecision;
import app.attune.decider.ServerProfile;
import app.attune.decider.ServerRequest;
import app.attune.decider.ServerShown;
import app.attune.decider.Verification;
import app.attune.rules.RequestContext;
import app.attune.rules.Shown;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleParityTest {
    private static final int USERS = 2_600;
    private static final int COMPARED = 2_000;
    private static final int RANDOM_PROGRAMS = 30;

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    @Test
    void theBundleDecidesForTwoThousandUsersAsTheWorkbenchDoes() {
        ProfileDesk desk = GeneratedShop.desk(20261101, USERS, GeneratedShop.widerSegments());
        ExportedBundle bundle = new BundleWriter(GeneratedShop.CLOCK)
                .write(GeneratedShop.request(desk), folder.resolve("bundle"), Progress.none());
        BundleDecider decider = BundleDecider.of(BundleFolder.open(bundle.folder()));
        SplittableRandom random = Seeds.stream(5, "compared users");
        Map<String, Integer> reasons = new TreeMap<>();
        int mismatches = 0;
        for (int i = 0; i < COMPARED; i++) {
            int userIdx = random.nextInt(USERS);
            ServerDecision served = decider.decide(served(desk, userIdx));
            String expected = Json.write(GoldenFile.expected(desk.decide(userIdx)));
            if (!expected.equals(Json.write(ServedJson.of(served)))) {
                mismatches++;
            }
            reasons.merge(served.reason(), 1, Integer::sum);
        }
        assertEquals(0, mismatches, "users compared " + COMPARED + ", reasons " + reasons);
        assertTrue(reasons.keySet().size() >= 4, "The users have different ends: " + reasons);
    }

    @Test
    void anExportVerifiesWithAtLeastTwoHundredGoldenDecisions() {
        ProfileDesk desk = GeneratedShop.desk(3, 300, GeneratedShop.widerSegments());
        ExportedBundle bundle = new BundleWriter(GeneratedShop.CLOCK)
                .write(GeneratedShop.request(desk), folder.resolve("bundle"), Progress.none());
        Verification verification = BundleVerifier.verify(bundle.folder());
        assertTrue(verification.isSound(), verification.toString());
        assertTrue(verification.vectors() >= 200, "vectors " + verification.vectors());
        assertEquals(bundle.hash(), verification.bundleHash());
    }

    @Test
    void randomRulesAreDecidedAlikeForRandomUsers() {
        ProfileDesk shop = GeneratedShop.desk(17, 250);
        for (long seed = 0; seed < RANDOM_PROGRAMS; seed++) {
            ProfileDesk desk = GeneratedShop.desk(shop, RandomPrograms.of(seed));
            ExportedBundle bundle = new BundleWriter(GeneratedShop.CLOCK)
                    .write(GeneratedShop.request(desk), folder.resolve("bundle-" + seed), Progress.none());
            BundleDecider decider = BundleDecider.of(BundleFolder.open(bundle.folder()));
            RandomPrograms random = RandomPrograms.seeded(seed);
            for (int userIdx = 0; userIdx < 250; userIdx += 5) {
                Instant at = random.instant();
                DecisionInput input =
                        desk.input(userIdx).at(at).in(random.context().with(random.shown(at)));
                assertEquals(
                        Json.write(GoldenFile.expected(desk.decide(input))),
                        Json.write(ServedJson.of(decider.decide(served(input)))),
                        "seed " + seed + ", " + input + ", " + desk.setup().program());
                assertEquals(
                        Json.write(GoldenFile.expected(desk.decide(userIdx))),
                        Json.write(ServedJson.of(decider.decide(served(desk, userIdx)))),
                        "seed " + seed + ", user " + userIdx + ", "
                                + desk.setup().program());
            }
        }
    }

    private static ServerContext served(RequestContext context) {
        return new ServerContext(
                context.placement(),
                context.device(),
                context.basket().stream()
                        .flatMap(basket -> basket.items().stream())
                        .map(ItemId::value)
                        .toList(),
                context.basket().map(RequestContext.Basket::total).orElse(OptionalDouble.empty()),
                served(context.shown()));
    }

    private static ServerShown served(Shown shown) {
        Map<String, List<Instant>> firings = new HashMap<>();
        shown.firings().forEach((rule, times) -> firings.put(rule.value(), times));
        return new ServerShown(firings, shown.visitStart());
    }

    /// Somebody without anything but a profile.
    static ServerRequest asked(ServerProfile profile) {
        return new ServerRequest("", GeneratedShop.AS_OF, served(RequestContext.none()), profile);
    }

    static ServerRequest served(ProfileDesk desk, int userIdx) {
        return served(desk.input(userIdx));
    }

    private static ServerRequest served(DecisionInput input) {
        Map<String, Object> attributes = new HashMap<>();
        input.profile()
                .attributes()
                .forEach((name, text) ->
                        attributes.put(name, name.equals("age") ? (Object) Double.valueOf(text) : text));
        Map<String, Double> history = new HashMap<>();
        input.history().forEach(item -> history.put(item.item().value(), item.weight()));
        return new ServerRequest(
                input.user().value(),
                input.at(),
                served(input.context()),
                new ServerProfile(
                        attributes,
                        input.profile().features(),
                        history,
                        input.profile().items()));
    }
}
