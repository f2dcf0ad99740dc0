package app.attune.recommend;

import app.attune.events.Column;
import app.attune.events.EventFrame;
import app.attune.events.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The kinds of items by one attribute of the catalogue, such as their category: what lists are compared with a user's
/// mix by.
///
/// The attribute is the first of [#NAMES] that the catalogue has with at least two and at most a thousand kinds and for
/// at least half of the items. An item may have several kinds, written with | between them; they share it evenly.
///
/// @param attribute its name
/// @param count     kinds there are
/// @param ofItem    per position of the training items its kinds; none where the attribute is missing
@SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
record ItemKinds(String attribute, int count, int[][] ofItem) {
    static final List<String> NAMES = List.of(
            "category",
            "categories",
            "main_category",
            "product_category",
            "category_name",
            "genre",
            "genres",
            "department",
            "product_type",
            "section",
            "topic",
            "class");
    private static final int MOST = 1000;

    /// Empty if items have no such attribute.
    static Optional<ItemKinds> of(Interactions train) {
        EventFrame frame = train.log().frame();
        return NAMES.stream()
                .flatMap(name -> named(name, frame).stream())
                .map(column -> read(column, train))
                .filter(ItemKinds::isTelling)
                .findFirst();
    }

    private static Optional<TextColumn> named(String name, EventFrame frame) {
        return frame.catalogue().columns().stream()
                .filter(column -> plain(column).equals(name) && column instanceof TextColumn)
                .map(TextColumn.class::cast)
                .findFirst();
    }

    private static String plain(Column column) {
        return column.name().strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    private static ItemKinds read(TextColumn column, Interactions train) {
        Map<String, Integer> codes = new HashMap<>();
        int[][] ofItem = new int[train.items()][];
        for (int itemIdx = 0; itemIdx < ofItem.length; itemIdx++) {
            String id = train.catalogue().item(itemIdx).value();
            OptionalInt row = train.log().frame().items().find(id);
            ofItem[itemIdx] = row.isPresent() && row.getAsInt() < column.size()
                    ? kinds(column.display(row.getAsInt()), codes)
                    : new int[0];
        }
        return new ItemKinds(column.name(), codes.size(), ofItem);
    }

    private static int[] kinds(String text, Map<String, Integer> codes) {
        List<Integer> kinds = new ArrayList<>();
        for (String kind : text.split("\\|")) {
            if (!kind.isBlank()) {
                int next = codes.size();
                kinds.add(codes.computeIfAbsent(kind.strip(), ignored -> next));
            }
        }
        return kinds.stream().mapToInt(kind -> kind).distinct().toArray();
    }

    private boolean isTelling() {
        long known = Arrays.stream(ofItem).filter(kinds -> kinds.length > 0).count();
        return count >= 2 && count <= MOST && 2 * known >= ofItem.length;
    }

    /// Shares of kinds in what a user did, by weight; empty if no item of it has a kind.
    Optional<double[]> mix(Catalogue.IndexedHistory history) {
        double[] sums = new double[count];
        for (int at = history.from(); at < history.to(); at++) {
            add(sums, history.itemIdx()[at], history.weights()[at]);
        }
        return shares(sums);
    }

    /// Shares of kinds among the first k, each item counting alike; empty if none of them has a kind.
    Optional<double[]> mix(int[] ranked, int k) {
        double[] sums = new double[count];
        for (int rank = 0; rank < Math.min(k, ranked.length); rank++) {
            add(sums, ranked[rank], 1);
        }
        return shares(sums);
    }

    private void add(double[] sums, int itemIdx, double weight) {
        for (int kind : ofItem[itemIdx]) {
            sums[kind] += weight / ofItem[itemIdx].length;
        }
    }

    private static Optional<double[]> shares(double[] sums) {
        double total = Arrays.stream(sums).sum();
        if (total <= 0) {
            return Optional.empty();
        }
        for (int kind = 0; kind < sums.length; kind++) {
            sums[kind] /= total;
        }
        return Optional.of(sums);
    }
}
