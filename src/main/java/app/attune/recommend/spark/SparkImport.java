package app.attune.recommend.spark;

import app.attune.core.ItemId;
import app.attune.core.ProblemException;
import app.attune.events.EventFrame;
import app.attune.recommend.ImportedFactors;
import app.attune.recommend.SparkEquation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Gives what Spark trained the ids of the data here.
///
/// @param unmappedItems of Spark without an id
/// @param unknownItems  with an id that the data here does not have: they are no part of the model
/// @param unmappedUsers of Spark without an id
/// @param unknownUsers  with an id that the data here does not have
public record SparkImport(
        ImportedFactors factors, int unmappedItems, int unknownItems, int unmappedUsers, int unknownUsers) {
    /// A row of Spark's and the item it is about.
    private record Row(ItemId item, int at) {}

    /// Which ids the numbers stand for.
    public record Ids(IdMap items, IdMap users) {}

    /// @throws ProblemException `spark.no-known-items`
    public static SparkImport of(SparkFolder folder, Ids ids, SparkEquation equation, EventFrame frame) {
        int unmappedItems = 0;
        int unknownItems = 0;
        List<Row> rows = new ArrayList<>();
        for (int at = 0; at < folder.items().size(); at++) {
            Optional<String> id = ids.items.of(folder.items().ids()[at]);
            if (id.isEmpty()) {
                unmappedItems++;
            } else if (frame.items().find(id.get()).isEmpty()) {
                unknownItems++;
            } else {
                rows.add(new Row(new ItemId(id.get()), at));
            }
        }
        if (rows.isEmpty()) {
            throw noKnownItems(folder, unmappedItems);
        }
        rows.sort((a, b) -> ItemId.RANKING.compare(a.item(), b.item()));
        Found users = users(folder, ids.users, frame);
        Map<String, String> origin = origin(folder, equation);
        origin.put("items-left-out", Integer.toString(unmappedItems + unknownItems));
        ImportedFactors factors = new ImportedFactors(
                rows.stream().map(Row::item).toList(),
                factors(folder, rows),
                gram(folder.items().factors(), folder.rank()),
                users.users,
                equation,
                origin);
        return new SparkImport(factors, unmappedItems, unknownItems, users.unmapped, users.unknown);
    }

    /// The users that the data here knows, and how many it does not.
    private record Found(ImportedFactors.Users users, int unmapped, int unknown) {}

    private static Found users(SparkFolder folder, IdMap map, EventFrame frame) {
        List<String> ids = new ArrayList<>();
        float[] factors = new float[folder.users().factors().length];
        int unmapped = 0;
        int unknown = 0;
        for (int at = 0; at < folder.users().size(); at++) {
            Optional<String> id = map.of(folder.users().ids()[at]);
            if (id.isEmpty()) {
                unmapped++;
            } else if (frame.users().find(id.get()).isEmpty()) {
                unknown++;
            } else {
                int rank = folder.rank();
                System.arraycopy(folder.users().factors(), at * rank, factors, ids.size() * rank, rank);
                ids.add(id.get());
            }
        }
        return new Found(new ImportedFactors.Users(ids, factors, folder.users().size()), unmapped, unknown);
    }

    private static float[] factors(SparkFolder folder, List<Row> rows) {
        int rank = folder.rank();
        float[] factors = new float[rows.size() * rank];
        for (int row = 0; row < rows.size(); row++) {
            System.arraycopy(folder.items().factors(), rows.get(row).at() * rank, factors, row * rank, rank);
        }
        return factors;
    }

    /// Of all items of Spark, known here or not: the training counted them all.
    private static double[] gram(float[] factors, int d) {
        double[] gram = new double[d * d];
        for (int start = 0; start < factors.length; start += d) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    gram[i * d + j] += (double) factors[start + i] * factors[start + j];
                }
            }
        }
        return gram;
    }

    private static Map<String, String> origin(SparkFolder folder, SparkEquation equation) {
        Map<String, String> origin = new TreeMap<>();
        origin.put("imported-from", "Spark " + folder.version() + " ALSModel " + folder.uid());
        origin.put("imported-sha256", folder.sha256());
        origin.put("factors", Integer.toString(folder.rank()));
        origin.put("feedback", equation.feedback().name().toLowerCase(Locale.ROOT));
        if (equation.feedback() == SparkEquation.Feedback.IMPLICIT) {
            origin.put("confidence-alpha", Double.toString(equation.alpha()));
        }
        origin.put("reg-param", Double.toString(equation.lambda()));
        return origin;
    }

    private static ProblemException noKnownItems(SparkFolder folder, int unmapped) {
        return ProblemException.of(
                "spark.no-known-items",
                "None of the " + folder.items().size() + " items that Spark trained is in the data here"
                        + (unmapped > 0 ? "; " + unmapped + " have no id in the map." : "."),
                "Give the map of Spark's numbers to the ids of the items, as CSV, with --items.");
    }
}
