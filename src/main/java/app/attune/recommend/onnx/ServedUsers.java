package app.attune.recommend.onnx;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.profiles.Consents;
import app.attune.profiles.Population;
import app.attune.recommend.FactorModel;
import app.attune.recommend.Histories;
import app.attune.recommend.InteractionOptions;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.roaringbitmap.RoaringBitmap;

/// The factors of everybody who agreed to personalisation and did something that the model knows, in the order of ids.
///
/// @param ids      of the rows
/// @param factors  row by row, little-endian floats
/// @param withheld users who have not agreed: they have no row
/// @param without  users who agreed and did nothing that the model knows: they have no row either
@SuppressWarnings("ArrayRecordComponent") // A table on its way to a file, never compared.
record ServedUsers(List<String> ids, byte[] factors, int withheld, int without) {
    /// What one file of ONNX may hold, with room for what is around the numbers.
    private static final long LARGEST = Integer.MAX_VALUE - (1L << 20);

    private static final int BETWEEN_REPORTS = 256;

    /// Nobody.
    static ServedUsers none() {
        return new ServedUsers(List.of(), new byte[0], 0, 0);
    }

    /// @throws ProblemException `model.too-large`
    static ServedUsers of(
            FactorModel model,
            InteractionOptions interactions,
            Population population,
            Instant asOf,
            Progress progress) {
        RoaringBitmap known = population.knownAt(asOf);
        RoaringBitmap agreed =
                RoaringBitmap.andNot(known, population.consents().withheld(Consents.PERSONALISATION, asOf));
        requireRoom(agreed.getLongCardinality(), model.items().size(), model.factors());
        int[] order = byId(population, agreed);
        Histories histories = new Histories(population, interactions);
        byte[] bytes = new byte[order.length * model.factors() * Float.BYTES];
        ByteBuffer rows = Onnx.over(bytes);
        List<String> ids = new ArrayList<>();
        for (int at = 0; at < order.length; at++) {
            if (at % BETWEEN_REPORTS == 0) {
                progress.report("Working out factors of users", at, order.length);
            }
            progress.checkpoint();
            double[] user = model.user(histories.of(order[at], asOf));
            if (Arrays.stream(user).anyMatch(factor -> factor != 0)) {
                ids.add(population.events().users().text(order[at]));
                Arrays.stream(user).forEach(factor -> rows.putFloat((float) factor));
            }
        }
        byte[] factors = rows.hasRemaining() ? Arrays.copyOf(bytes, rows.position()) : bytes;
        int withheld = known.getCardinality() - order.length;
        return new ServedUsers(ids, factors, withheld, order.length - ids.size());
    }

    private static int[] byId(Population population, RoaringBitmap users) {
        return Arrays.stream(users.toArray())
                .boxed()
                .sorted((a, b) -> population
                        .events()
                        .users()
                        .text(a)
                        .compareTo(population.events().users().text(b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int size() {
        return ids.size();
    }

    /// The factors of one row.
    double[] row(int row, int d) {
        ByteBuffer all = Onnx.over(factors);
        double[] user = new double[d];
        for (int f = 0; f < d; f++) {
            user[f] = all.getFloat((row * d + f) * Float.BYTES);
        }
        return user;
    }

    /// Protocol Buffers count the bytes of a message in 31 bits.
    ///
    /// @throws ProblemException `model.too-large`
    static void requireRoom(long users, long items, int d) {
        long bytes = (users + items + 1) * d * Float.BYTES;
        if (bytes > LARGEST) {
            throw ProblemException.of(
                    "model.too-large",
                    String.format(
                            Locale.ROOT,
                            "%d factors of %,d users and %,d items take %,d MB, and a file of ONNX holds at most %,d MB.",
                            d,
                            users,
                            items,
                            bytes >> 20,
                            LARGEST >> 20),
                    users == 0
                            ? "Train a model with fewer factors."
                            : "Write it without users, so that the server gives their factors, or train a model with fewer"
                                    + " factors.");
        }
    }
}
