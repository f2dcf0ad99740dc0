package app.attune.recommend.onnx;

import app.attune.core.Seeds;
import app.attune.events.ColumnTable;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import app.attune.profiles.Population;
import app.attune.recommend.Algorithm;
import app.attune.recommend.FactorModel;
import app.attune.recommend.ModelId;
import app.attune.recommend.Shop;
import app.attune.recommend.onnx.OnnxRequest.Layout;
import app.attune.recommend.onnx.OnnxRequest.Users;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A shop with a model of factors.
record FactorShop(Population population, FactorModel model) {
    static final ModelId ID = new ModelId("ials", 1);
    static final Instant AS_OF = Shop.day(200);

    /// Many items, of which some are taken far more often.
    static FactorShop of(int users, int items) {
        SplittableRandom random = Seeds.stream(7, "factor shop");
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int user = 0; user < users; user++) {
            int taste = random.nextInt(20);
            for (int each = 3 + random.nextInt(15); each > 0; each--) {
                double skewed = random.nextDouble() * random.nextDouble();
                int item = (int) (items * skewed) / 20 * 20 + (random.nextInt(4) > 0 ? taste : random.nextInt(20));
                Instant time = Shop.START.plusSeconds(random.nextLong(86_400L * 100));
                builder.event("user " + user, time, "purchase", Integer.toString(item % items), Double.NaN);
            }
        }
        return of(Shop.population(builder.build()));
    }

    static FactorShop of(Population population) {
        var options = Algorithm.IALS.usual().with("factors", 16).with("iterations", 5);
        return new FactorShop(population, (FactorModel) Shop.trained(population, options));
    }

    /// Three users of whom the second does not agree.
    static FactorShop withoutConsentOfOne() {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (String user : List.of("=anna", "ben", "cora")) {
            for (String item : List.of("1", "2", "3")) {
                builder.event(user, Shop.START, "purchase", user + item, Double.NaN);
                builder.event(user, Shop.START, "purchase", item, Double.NaN);
            }
        }
        builder.event("dan", Shop.START, "look", "1", Double.NaN);
        EventFrame frame = builder.build();
        List<Map<String, String>> rows =
                new ArrayList<>(Collections.nCopies(frame.userCount(), Map.of("consent_personalisation", "GRANTED")));
        rows.set(frame.users().find("ben").orElseThrow(), Map.of("consent_personalisation", "DENIED"));
        ColumnTable attributes = new ColumnTable(frame.userCount(), EventFrameBuilder.columnsOf(rows));
        return of(Population.agreeing(frame, attributes, frame.dataHash()));
    }

    OnnxRequest request(Layout layout, Users users, Path folder) {
        return new OnnxRequest(ID, model, Shop.PURCHASES, 10, layout, users, folder);
    }
}
