package app.attune.recommend.rerank;

import app.attune.core.ItemId;
import app.attune.core.Seeds;
import app.attune.events.EventFrame;
import app.attune.events.EventFrameBuilder;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A few items with attributes, some missing, and one user's list of them, drawn by a seed.
final class RandomCase {
    final SplittableRandom random;
    final int size;
    final String[] categories;
    final String[] brands;
    final double[] stock;
    final int[] users;
    final double[][] unlike;
    final UserCase user;
    private final EventFrame frame;

    RandomCase(long seed, int candidates) {
        random = Seeds.stream(seed, "rerank");
        size = candidates + 3;
        categories = draw("c", 3);
        brands = draw("b", 2);
        stock = IntStream.range(0, size)
                .mapToDouble(item -> random.nextInt(6) == 0 ? Double.NaN : random.nextInt(4))
                .toArray();
        users = IntStream.range(0, size).map(item -> 1 + random.nextInt(50)).toArray();
        unlike = unlike();
        int[] items = IntStream.range(0, candidates).toArray();
        for (int at = candidates - 1; at > 0; at--) {
            int other = random.nextInt(at + 1);
            int held = items[at];
            items[at] = items[other];
            items[other] = held;
        }
        double[] ascending = random.doubles(candidates, 0.1, 5).sorted().toArray();
        double[] scores = IntStream.range(0, candidates)
                .mapToDouble(at -> ascending[candidates - 1 - at])
                .toArray();
        int[] history = IntStream.range(candidates, size).toArray();
        user = new UserCase(
                items, scores, history, random.doubles(history.length, 0.5, 3).toArray());
        frame = frame();
    }

    private String[] draw(String letter, int different) {
        return IntStream.range(0, size)
                .mapToObj(item -> {
                    int drawn = random.nextInt(different + 1);
                    boolean both = random.nextInt(5) == 0;
                    return drawn == different ? "" : both ? letter + "0|" + letter + "1" : letter + drawn;
                })
                .toArray(String[]::new);
    }

    private double[][] unlike() {
        double[][] drawn = new double[size][size];
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < one; other++) {
                drawn[one][other] = random.nextDouble();
                drawn[other][one] = drawn[one][other];
            }
        }
        return drawn;
    }

    private EventFrame frame() {
        EventFrameBuilder builder = new EventFrameBuilder();
        for (int item = 0; item < size; item++) {
            Map<String, String> said = new HashMap<>();
            said.put("name", "n" + item);
            put(said, "category", categories[item]);
            put(said, "brand", brands[item]);
            put(said, "stock", Double.isNaN(stock[item]) ? "" : Integer.toString((int) stock[item]));
            builder.item(id(item), said);
            builder.event("somebody", Instant.EPOCH, "purchase", id(item), Double.NaN);
        }
        return builder.build();
    }

    private static void put(Map<String, String> said, String name, String value) {
        if (!value.isEmpty()) {
            said.put(name, value);
        }
    }

    private static String id(int item) {
        return Integer.toString(100 + item);
    }

    Material material() {
        List<ItemId> ids = IntStream.range(0, size)
                .mapToObj(RandomCase::id)
                .map(ItemId::new)
                .toList();
        Unlikeness drawn = (one, other) -> unlike[one][other];
        return new Material(new RerankItems(frame, ids), users, drawn, () -> drawn, "category");
    }

    /// Values of an item.
    static List<String> values(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\|"));
    }

    Reranked run(int n, Step... steps) {
        return new Reranker(new Reranking(List.of(steps)), material()).rerank(user, n);
    }

    static List<Integer> items(Reranked list) {
        return list.items().stream().map(Reranked.Placed::itemIdx).toList();
    }

    List<Integer> own(int n) {
        return Arrays.stream(user.items()).limit(n).boxed().toList();
    }

    /// From 0 to 1 by place.
    double relevance(int at) {
        double high = user.scores()[0];
        double low = user.scores()[user.scores().length - 1];
        return high > low ? 1 - (high - user.scores()[at]) / (high - low) : 1;
    }
}
