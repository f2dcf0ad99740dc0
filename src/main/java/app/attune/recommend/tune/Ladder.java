package app.attune.recommend.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The rungs of successive halving: how many settings learn from which share of the users.
///
/// The budget is the share of the training part's users that a trial learns from. All settings begin on a ninth of
/// them; the best third goes on to a third of the users, and the best third of those to all of them. Fewer than nine
/// settings begin on a third, fewer than three on all.
/// Source: Jamieson and Talwalkar, "Non-stochastic Best Arm Identification and Hyperparameter Optimization", AISTATS
/// 2016, with the factor 3 of Li et al., "Hyperband", JMLR 18, 2018.
public record Ladder(List<Rung> rungs) {
    private static final int FACTOR = 3;
    private static final int MOST_RUNGS = 3;

    /// So many settings learn from this share of the users.
    public record Rung(int settings, double share) {}

    public Ladder {
        rungs = List.copyOf(rungs);
    }

    /// @param settings that begin, at least 1
    public static Ladder of(int settings) {
        int count = 1;
        for (int left = settings; left >= FACTOR && count < MOST_RUNGS; left /= FACTOR) {
            count++;
        }
        List<Rung> rungs = new ArrayList<>();
        int left = settings;
        for (int rung = 1; rung <= count; rung++) {
            rungs.add(new Rung(left, 1 / Math.pow(FACTOR, count - rung)));
            left /= FACTOR;
        }
        return new Ladder(rungs);
    }

    /// Trials on all rungs together.
    public int trials() {
        return rungs.stream().mapToInt(Rung::settings).sum();
    }

    /// What all trials cost, in trainings on all users, if time grows with users.
    public double spend() {
        return rungs.stream()
                .mapToDouble(rung -> rung.settings() * rung.share())
                .sum();
    }

    /// As in "27 on 11 %, 9 on 33 %, 3 on 100 % of the users".
    public String words() {
        return rungs.stream()
                        .map(rung -> String.format(Locale.ROOT, "%,d on %.0f %%", rung.settings(), 100 * rung.share()))
                        .collect(Collectors.joining(", "))
                + " of the users";
    }
}
