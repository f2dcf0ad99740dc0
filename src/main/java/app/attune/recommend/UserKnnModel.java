package app.attune.recommend;

import app.attune.core.Provenance;
import app.attune.core.Require;
import app.attune.recommend.Catalogue.IndexedHistory;
import app.attune.recommend.TopItems.Ranked;
import app.attune.recommend.Trainers.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/// Recommends what the users took whose histories are most like the one asked about. Keeps all histories, without ids.
///
/// likeness(h, u) = sum over the items of both of weight(h, i) * weight(u, i) / (|h| * |u| + shrink), |h| the Euclidean
/// norm over the items that the model knows. The score of item j is the sum over the `neighbours` most alike users u of
/// likeness(h, u) * weight(u, j); ties: earlier in the frame. A user with nothing beyond the history has nothing to say
/// and is no neighbour, the user themself among them. Sums run over users in order of likeness. Cost O(sum over the
/// items of the history of their users + sum over the users found of their items + users).
/// Source: Herlocker, Konstan, Borchers, Riedl, "An Algorithmic Framework for Performing Collaborative Filtering",
/// SIGIR 1999; shrinkage as in [ItemKnnTrainer].
final class UserKnnModel extends CatalogueModel {
    private static final String OFFSETS = "users.offsets";
    private static final String ITEMS = "users.items";
    private static final String WEIGHTS = "users.weights";
    private static final String LIKENESS = "likeness";

    private final String kind;
    private final SparseTable users;
    private final SparseTable byItem;
    private final double[] norms;
    private final Likeness likeness;

    private record Likeness(int neighbours, double shrink) {}

    private UserKnnModel(String kind, Provenance provenance, Known known, Likeness likeness) {
        super(provenance, known.catalogue, known.support);
        this.kind = kind;
        this.users = known.users;
        this.byItem = users.turned(known.catalogue.size());
        this.likeness = likeness;
        this.norms = new double[users.rows()];
        for (int user = 0; user < norms.length; user++) {
            for (int at = users.from(user); at < users.to(user); at++) {
                norms[user] += users.weight(at) * users.weight(at);
            }
            norms[user] = Math.sqrt(norms[user]);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
    private record Known(Catalogue catalogue, int[] support, SparseTable users) {}

    static UserKnnModel train(Task task) {
        task.progress().report("Keeping histories", 0, 1);
        task.progress().checkpoint();
        Interactions data = task.data();
        return new UserKnnModel(
                task.options().kind(),
                task.provenance(),
                new Known(data.catalogue(), data.usersByItem(), data.rows()),
                new Likeness(task.options().whole("neighbours"), task.options().amount("shrink")));
    }

    /// The same with the sessions or days of users in place of users, each item of one at weight 1.
    ///
    /// Where interactions count less with age, what the user did lately says most of which sessions are alike: the
    /// vector
    /// multiplication of Ludewig and Jannach, "Evaluation of Session-based Recommendation Algorithms", UMUAI 28, 2018,
    /// section 3.3.2, with an exponential weight over all that the user did.
    static UserKnnModel ofSessions(Task task) {
        task.progress().report("Keeping sessions", 0, 1);
        task.progress().checkpoint();
        Interactions data = task.data();
        ItemSets sessions = Baskets.of(
                        data.log(), Baskets.By.valueOf(task.options().choice("sequence")))
                .items(data.log(), data.catalogue());
        double[] ones = new double[sessions.items().length];
        Arrays.fill(ones, 1);
        return new UserKnnModel(
                task.options().kind(),
                task.provenance(),
                new Known(
                        data.catalogue(),
                        data.usersByItem(),
                        new SparseTable(sessions.offsets(), sessions.items(), ones)),
                new Likeness(task.options().whole("neighbours"), task.options().amount("shrink")));
    }

    static UserKnnModel of(ModelTables tables) {
        double[] likeness = tables.doublesOf(LIKENESS);
        Require.that(likeness.length == 2, "Two numbers of likeness");
        SparseTable users = new SparseTable(tables.intsOf(OFFSETS), tables.intsOf(ITEMS), tables.doublesOf(WEIGHTS));
        users.require(tables.items().size());
        return new UserKnnModel(
                tables.kind(),
                tables.provenance(),
                new Known(new Catalogue(tables.items()), tables.intsOf(SUPPORT), users),
                new Likeness((int) likeness[0], likeness[1]));
    }

    @Override
    public String kind() {
        return kind;
    }

    /// Users, the most alike first, and how much they are.
    Ranked neighbours(IndexedHistory history) {
        SparseSum products = new SparseSum(users.rows());
        double square = 0;
        for (int at = history.from(); at < history.to(); at++) {
            double weight = history.weights()[at];
            square += weight * weight;
            int item = history.itemIdx()[at];
            for (int place = byItem.from(item); place < byItem.to(item); place++) {
                products.add(byItem.other(place), weight * byItem.weight(place));
            }
        }
        double norm = Math.sqrt(square);
        TopItems top = new TopItems(likeness.neighbours);
        products.drain((user, product) -> {
            if (hasMore(user, history)) {
                top.offer(user, product / (norm * norms[user] + likeness.shrink));
            }
        });
        return top.drain();
    }

    private boolean hasMore(int user, IndexedHistory history) {
        for (int at = users.from(user); at < users.to(user); at++) {
            if (history.find(users.other(at)) < 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    void score(IndexedHistory history, double[] scores) {
        Ranked alike = neighbours(history);
        for (int rank = 0; rank < alike.size(); rank++) {
            int user = alike.positions()[rank];
            for (int at = users.from(user); at < users.to(user); at++) {
                scores[users.other(at)] += alike.scores()[rank] * users.weight(at);
            }
        }
    }

    @Override
    Reasons reasons(IndexedHistory history) {
        Ranked alike = neighbours(history);
        double[] shares = new double[alike.size()];
        for (int rank = 0; rank < shares.length; rank++) {
            double product = 0;
            int user = alike.positions()[rank];
            for (int at = history.from(); at < history.to(); at++) {
                product += history.weights()[at] * weight(user, history.itemIdx()[at]);
            }
            shares[rank] = alike.scores()[rank] / product;
        }
        return itemIdx -> evidence(history, itemIdx, new Ranked(alike.positions(), shares));
    }

    @Override
    List<Recommendation.Evidence> evidence(IndexedHistory history, int itemIdx) {
        return reasons(history).of(itemIdx);
    }

    /// The parts of the score that each item of the history makes users alike by; they add up to it.
    private List<Recommendation.Evidence> evidence(IndexedHistory history, int itemIdx, Ranked shares) {
        double[] parts = new double[history.to() - history.from()];
        for (int rank = 0; rank < shares.size(); rank++) {
            int user = shares.positions()[rank];
            double share = shares.scores()[rank] * weight(user, itemIdx);
            for (int at = 0; at < parts.length && share > 0; at++) {
                int place = history.from() + at;
                parts[at] += share * history.weights()[place] * weight(user, history.itemIdx()[place]);
            }
        }
        List<Recommendation.Evidence> found = new ArrayList<>();
        for (int at = 0; at < parts.length; at++) {
            if (parts[at] > 0) {
                int source = history.itemIdx()[history.from() + at];
                found.add(new Recommendation.Evidence(catalogue().item(source), parts[at]));
            }
        }
        return ItemItemModel.strongest(found);
    }

    private double weight(int user, int item) {
        return users.find(user, item);
    }

    @Override
    public ModelTables tables() {
        TreeMap<String, int[]> ints = new TreeMap<>();
        ints.put(SUPPORT, supports());
        ints.put(OFFSETS, users.offsets().clone());
        ints.put(ITEMS, users.others().clone());
        TreeMap<String, double[]> doubles = new TreeMap<>();
        doubles.put(WEIGHTS, users.weights().clone());
        doubles.put(LIKENESS, new double[] {likeness.neighbours, likeness.shrink});
        return new ModelTables(kind, provenance(), items(), ints, doubles);
    }
}
