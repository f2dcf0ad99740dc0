package app.attune.decider;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Factors over numbered items: a user's are solved from the history, and the score of an item is the sum over the
/// factors, in order and started at 0, of user * item.
final class DenseFactors implements DenseModel {
    private final ServerFactors model;
    private final ItemIndex items;
    private final int[] known;
    private final double[][] factors;

    DenseFactors(ServerFactors model, ItemIndex items) {
        this.model = model;
        this.items = items;
        this.factors = new double[items.size()][];
        for (Map.Entry<String, double[]> entry : model.factors().entrySet()) {
            factors[items.find(entry.getKey())] = entry.getValue();
        }
        this.known =
                model.factors().keySet().stream().mapToInt(items::find).sorted().toArray();
    }

    @Override
    public Optional<String> kind() {
        return Optional.of(model.kind());
    }

    @Override
    public void score(Sheet sheet) {
        sheet.scoreNothing();
        sheet.fold = Optional.empty();
        int[] history = history(sheet);
        if (history.length == 0) {
            return;
        }
        Fold fold = new Fold(model, known.length);
        for (int item : history) {
            fold.add(factors[item], sheet.weight(item));
        }
        double[] user = fold.user();
        sheet.fold = Optional.of(fold);
        for (int item : known) {
            double score = Fold.product(user, factors[item]);
            if (score > 0) {
                sheet.add(item, score);
            }
        }
    }

    /// The items of the history that have factors, in ranking order.
    private int[] history(Sheet sheet) {
        int[] history = new int[sheet.historySize()];
        int n = 0;
        for (int at = 0; at < history.length; at++) {
            if (factors[sheet.history(at)] != null) {
                history[n++] = sheet.history(at);
            }
        }
        return Arrays.copyOf(history, n);
    }

    @Override
    public List<String> evidence(Sheet sheet, int item) {
        Evidence strongest = sheet.evidence;
        strongest.clear();
        sheet.fold.filter(fold -> factors[item] != null).ifPresent(fold -> {
            double[] explaining = fold.explaining(factors[item]);
            for (int source : history(sheet)) {
                double part = Fold.product(explaining, factors[source]);
                if (part > 0) {
                    strongest.offer(source, sheet.weight(source) * part);
                }
            }
        });
        return strongest.names(items);
    }
}
