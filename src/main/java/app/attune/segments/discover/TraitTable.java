package app.attune.segments.discover;

import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import app.attune.segments.ConditionCounts;
import app.attune.segments.MeasuredUsers;
import app.attune.segments.RandomUsers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/// Users with their traits: what rules are learned from. At most [#MOST_CELLS] values, so of very many users a random
/// part is learned from; what a rule then means is counted on all.
final class TraitTable {
    /// 320 MB of numbers.
    static final int MOST_CELLS = 40_000_000;

    private final int[] users;
    private final List<TraitColumn> columns;

    private TraitTable(int[] users, List<TraitColumn> columns) {
        this.users = users;
        this.columns = List.copyOf(columns);
    }

    /// @param known the users there are at that time, by position
    static TraitTable of(ConditionCounts.At at, RoaringBitmap known, long seed, Progress progress) {
        Population then = at.population().asOf(at.asOf(), progress);
        List<Trait> traits = TraitCatalogue.of(then, at.asOf());
        int[] users = RandomUsers.of(
                known, MOST_CELLS / Math.max(1, traits.size()), Seeds.stream(seed, "users-to-learn-from"));
        List<TraitColumn> columns = new ArrayList<>();
        for (Trait trait : traits) {
            progress.report("Reading traits of users", columns.size(), traits.size());
            TraitColumn column = new TraitColumn(trait, values(trait, then, at, users, progress));
            if (column.differs()) {
                columns.add(column);
            }
        }
        return new TraitTable(users, columns);
    }

    private static double[] values(
            Trait trait, Population then, ConditionCounts.At at, int[] users, Progress progress) {
        return switch (trait) {
            case Trait.Measured measured -> MeasuredUsers.of(measured.measure(), at, users, progress);
            case Trait.NumberAttribute number -> number(then, number.name(), users);
            case Trait.DateAttribute date -> date(then, date.name(), users);
            case Trait.TextValue text -> text(then, text, users);
        };
    }

    private static double[] number(Population then, String name, int[] users) {
        NumberColumn column = (NumberColumn) then.attribute(name).orElseThrow();
        return Arrays.stream(users).mapToDouble(user -> column.values()[user]).toArray();
    }

    private static double[] date(Population then, String name, int[] users) {
        DateColumn column = (DateColumn) then.attribute(name).orElseThrow();
        return Arrays.stream(users)
                .mapToDouble(user -> column.isMissing(user) ? Double.NaN : column.millis()[user])
                .toArray();
    }

    private static double[] text(Population then, Trait.TextValue text, int[] users) {
        TextColumn column = (TextColumn) then.attribute(text.name()).orElseThrow();
        int code = column.dictionary().find(text.value()).orElse(Dictionary.MISSING);
        return Arrays.stream(users)
                .mapToDouble(user -> column.isMissing(user) ? Double.NaN : column.codes()[user] == code ? 1 : 0)
                .toArray();
    }

    /// The same users with some of the columns, in this order.
    TraitTable only(List<Integer> kept) {
        return new TraitTable(users, kept.stream().map(columns::get).toList());
    }

    /// Of so many rows of it, in their order; a row may come more than once.
    TraitTable drawn(int[] rows) {
        int[] those = Arrays.stream(rows).map(row -> users[row]).toArray();
        return new TraitTable(
                those, columns.stream().map(column -> column.drawn(rows)).toList());
    }

    int user(int row) {
        return users[row];
    }

    int size() {
        return users.length;
    }

    List<TraitColumn> columns() {
        return columns;
    }

    /// Which of the rows are members.
    boolean[] in(RoaringBitmap members) {
        boolean[] in = new boolean[users.length];
        for (int row = 0; row < in.length; row++) {
            in[row] = members.contains(users[row]);
        }
        return in;
    }
}
