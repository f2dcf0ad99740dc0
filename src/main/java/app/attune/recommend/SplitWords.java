package app.attune.recommend;

import app.attune.core.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a way of splitting did, in sentences: what leaks, and what a k-core took out.
public final class SplitWords {
    private SplitWords() {}

    /// What of the future a model could have seen, for the way it was measured in.
    public static String leakage(SplitFacts facts) {
        return switch (facts.details().kind()) {
            case BY_TIME, PERIOD -> byTime(facts.leakage());
            case LEAVE_LAST_OUT -> lastOut(facts);
            case OWN_FILE -> ownFile(facts);
        };
    }

    private static String byTime(LeakageCheck check) {
        if (!check.passes()) {
            return "LEAKAGE: the future is in the training part";
        }
        return check.lastTrain().equals(check.firstTest())
                ? "no leakage: nothing tested is earlier than what was trained on; some of that very moment are on each"
                        + " side"
                : "no leakage";
    }

    private static String lastOut(SplitFacts facts) {
        return facts.leakage().passes()
                ? "no leakage in this data"
                : "leaks the future of others: " + share(facts.leakage().testBeforeEnd(), facts.testEvents())
                        + " of what tests is earlier than the newest that trains, so results are better than in use;"
                        + " no user's own future trains";
    }

    private static String ownFile(SplitFacts facts) {
        LeakageCheck check = facts.leakage();
        if (check.passes()) {
            return "no leakage: nothing that trains is later than anything that tests";
        }
        String own = check.ownFuture() == 0
                ? "no user's own future trains"
                : Counted.of(check.ownFuture(), "interaction")
                        + (check.ownFuture() == 1 ? " trains that is" : " train that are")
                        + " later than a test of the same user";
        return "leaks the future: " + share(check.testBeforeEnd(), facts.testEvents())
                + " of what tests is earlier than the newest that trains; " + own;
    }

    /// What a k-core took out; empty if none was asked for.
    public static List<String> core(SplitFacts facts) {
        CoreFacts core = facts.details().core();
        List<String> sentences = new ArrayList<>();
        if (core.isAsked()) {
            sentences.add(core.least() + "-core of what trains: " + Counted.of(core.users(), "user") + ", "
                    + Counted.of(core.items(), "item") + " and " + Counted.of(core.interactions(), "interaction")
                    + " were left out, with fewer than " + core.least() + " of each other; "
                    + Counted.of(core.testUsers(), "test user") + " fewer for it, so results are of the more active.");
        }
        return sentences;
    }

    private static String share(long part, long all) {
        return String.format(Locale.ROOT, "%.0f %%", 100.0 * part / Math.max(1, all));
    }
}
