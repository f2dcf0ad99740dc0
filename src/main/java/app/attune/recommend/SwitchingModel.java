package app.attune.recommend;

import app.attune.core.Provenance;
import app.attune.core.Require;
import app.attune.recommend.Catalogue.IndexedHistory;
import app.attune.recommend.Trainers.Task;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Asks one recommender for users who did little and another for those who did more.
///
/// A history with fewer items that the model knows than `threshold` goes to the first, any other to the second. Both
/// are
/// trained on the same interactions with their usual settings. Deterministic for a seed, as the two are.
/// Source: Burke, "Hybrid Recommender Systems: Survey and Experiments", UMUAI 12, 2002, section 3.2 (switching).
final class SwitchingModel extends CatalogueModel {
    private static final String FEW = "few";
    private static final String MANY = "many";
    private static final String THRESHOLD = "threshold";

    private final CatalogueModel few;
    private final CatalogueModel many;
    private final int threshold;

    private SwitchingModel(Provenance provenance, CatalogueModel few, CatalogueModel many, int threshold) {
        super(provenance, few.catalogue(), few.supports());
        Require.that(few.items().equals(many.items()), "Both know the same items");
        this.few = few;
        this.many = many;
        this.threshold = threshold;
    }

    static SwitchingModel train(Task task) {
        return new SwitchingModel(
                task.provenance(),
                part(task, FEW),
                part(task, MANY),
                task.options().whole(THRESHOLD));
    }

    private static CatalogueModel part(Task task, String place) {
        RecommenderOptions options =
                Algorithm.valueOf(task.options().choice(place)).usual();
        return Trainers.train(new Task(task.data(), options, task.provenance(), task.progress()));
    }

    static SwitchingModel of(ModelTables tables) {
        int[] threshold = tables.intsOf(THRESHOLD);
        Require.that(threshold.length == 1, "One threshold");
        return new SwitchingModel(tables.provenance(), part(tables, FEW), part(tables, MANY), threshold[0]);
    }

    private static CatalogueModel part(ModelTables tables, String place) {
        String name = tables.provenance().options().getOrDefault(place, "");
        return new ModelTables(
                        Algorithm.valueOf(name).kind(),
                        tables.provenance(),
                        tables.items(),
                        own(tables.ints(), place),
                        own(tables.doubles(), place),
                        own(tables.floats(), place))
                .toModel();
    }

    private static <T> SortedMap<String, T> own(SortedMap<String, T> tables, String place) {
        SortedMap<String, T> own = new TreeMap<>();
        tables.forEach((name, table) -> {
            if (name.startsWith(place + ".")) {
                own.put(name.substring(place.length() + 1), table);
            }
        });
        return own;
    }

    private static <T> void add(SortedMap<String, T> tables, String place, SortedMap<String, T> own) {
        own.forEach((name, table) -> tables.put(place + "." + name, table));
    }

    @Override
    public String kind() {
        return Algorithm.SWITCHING.kind();
    }

    private CatalogueModel asked(IndexedHistory history) {
        return history.to() - history.from() < threshold ? few : many;
    }

    @Override
    void score(IndexedHistory history, double[] scores) {
        asked(history).score(history, scores);
    }

    @Override
    Reasons reasons(IndexedHistory history) {
        return asked(history).reasons(history);
    }

    @Override
    List<Recommendation.Evidence> evidence(IndexedHistory history, int itemIdx) {
        return asked(history).evidence(history, itemIdx);
    }

    @Override
    public ModelTables tables() {
        TreeMap<String, int[]> ints = new TreeMap<>();
        TreeMap<String, double[]> doubles = new TreeMap<>();
        TreeMap<String, float[]> floats = new TreeMap<>();
        ints.put(THRESHOLD, new int[] {threshold});
        add(ints, FEW, few.tables().ints());
        add(ints, MANY, many.tables().ints());
        add(doubles, FEW, few.tables().doubles());
        add(doubles, MANY, many.tables().doubles());
        add(floats, FEW, few.tables().floats());
        add(floats, MANY, many.tables().floats());
        return new ModelTables(kind(), provenance(), items(), ints, doubles, floats);
    }
}
