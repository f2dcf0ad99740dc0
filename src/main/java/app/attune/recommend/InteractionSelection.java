package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.profiles.Population;
import java.util.Arrays;

/// Picks the events that count: an item, a weighted type, nothing taken back, inside the window, of a user who agrees
/// to it.
final class InteractionSelection {
    private static final byte NOT_COUNTED = -1;
    private static final int USERS_PER_CHECKPOINT = 4096;

    private final Population population;
    private final InteractionOptions options;
    private final EventFrame frame;
    private final byte[] rankOfType;
    private final TakenBack takenBack;
    private final long from;
    private final long to;

    private InteractionSelection(Population population, InteractionOptions options) {
        this.population = population;
        this.options = options;
        this.frame = population.events();
        this.rankOfType = rankOfType(frame.types(), options);
        this.takenBack = new TakenBack(frame);
        this.from = options.window().from().toEpochMilli();
        this.to = options.window().to().toEpochMilli();
    }

    static InteractionLog select(Population population, InteractionOptions options, Progress progress) {
        return new InteractionSelection(population, options).select(Consent.Whose.AGREEING, progress);
    }

    /// Those of all users but the ones who refuse.
    static InteractionLog ofAll(Population population, InteractionOptions options, Progress progress) {
        return new InteractionSelection(population, options).select(Consent.Whose.NOT_REFUSING, progress);
    }

    /// For each type of the dictionary its position among the weighted types by name, or -1.
    static byte[] rankOfType(Dictionary types, InteractionOptions options) {
        byte[] ranks = new byte[types.size()];
        Arrays.fill(ranks, NOT_COUNTED);
        byte rank = 0;
        for (String type : options.weights().keySet()) {
            byte position = rank++;
            types.find(type).ifPresent(code -> ranks[code] = position);
        }
        return ranks;
    }

    private InteractionLog select(Consent.Whose whose, Progress progress) {
        Consent consent = new Consent(population);
        int[] users = new int[frame.eventCount()];
        int[] items = new int[frame.eventCount()];
        byte[] ranks = new byte[frame.eventCount()];
        long[] times = new long[frame.eventCount()];
        int[] rows = new int[frame.eventCount()];
        int n = 0;
        int denied = 0;
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            if (userIdx % USERS_PER_CHECKPOINT == 0) {
                progress.checkpoint();
            }
            if (consent.isWithheld(userIdx, whose)) {
                denied++;
                continue;
            }
            for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
                if (counts(row)) {
                    users[n] = userIdx;
                    items[n] = frame.item(row);
                    ranks[n] = rankOfType[frame.type(row)];
                    times[n] = frame.time(row);
                    rows[n++] = row;
                }
            }
        }
        return new InteractionLog(
                frame,
                options,
                population.dataHash(),
                denied,
                Arrays.copyOf(users, n),
                Arrays.copyOf(items, n),
                Arrays.copyOf(ranks, n),
                Arrays.copyOf(times, n),
                Arrays.copyOf(rows, n));
    }

    private boolean counts(int row) {
        return frame.item(row) != Dictionary.MISSING
                && rankOfType[frame.type(row)] != NOT_COUNTED
                && frame.time(row) >= from
                && frame.time(row) < to
                && !takenBack.test(row);
    }
}
