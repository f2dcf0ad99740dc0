package app.attune.recommend;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.events.Column;
import app.attune.events.TextColumn;
import app.attune.profiles.Population;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.roaringbitmap.RoaringBitmap;

/// A way to part users into groups that do not overlap.
///
/// @param by     what it goes by, in words
/// @param groups by position of the user in the frame
public record UserGroups(String by, List<Group> groups) {
    private static final int MOST = 12;
    private static final String OTHER = "(other)";
    private static final String MISSING = "(missing)";

    public UserGroups {
        groups = List.copyOf(groups);
    }

    /// Some of the users.
    public record Group(String name, RoaringBitmap users) {}

    /// Parts users as they were at a time, so that nothing of the test is known.
    @FunctionalInterface
    public interface Grouping {
        UserGroups of(Population population, Instant asOf, Progress progress);
    }

    /// Finds the members of a segment.
    @FunctionalInterface
    public interface Members {
        RoaringBitmap of(Population population, Instant asOf, Progress progress);
    }

    /// Members of a segment and all others.
    public static Grouping bySegment(String name, Members members) {
        return (population, asOf, progress) -> {
            RoaringBitmap in = members.of(population, asOf, progress);
            RoaringBitmap others = RoaringBitmap.flip(in, 0L, population.size());
            return new UserGroups(
                    "segment " + name, List.of(new Group("in " + name, in), new Group("not in " + name, others)));
        };
    }

    /// By the texts of an attribute: the twelve most frequent, all others together, and those without one, who always
    /// stand apart. A text that is written like one of the last two is quoted.
    ///
    /// @throws ProblemException `recommend.no-such-attribute`
    public static Grouping byAttribute(String name) {
        return (population, asOf, progress) -> byTexts(name, text(name, population.asOf(asOf, progress)));
    }

    /// Names of the attributes that users can be parted by.
    public static List<String> attributes(Population population) {
        return population.attributes().columns().stream()
                .filter(TextColumn.class::isInstance)
                .map(Column::name)
                .filter(name -> !name.startsWith(Population.CONSENT_PREFIX))
                .sorted()
                .toList();
    }

    private static TextColumn text(String name, Population population) {
        return population
                .attribute(name)
                .filter(TextColumn.class::isInstance)
                .map(TextColumn.class::cast)
                .orElseThrow(() -> ProblemException.of(
                        "recommend.no-such-attribute",
                        "Users have no attribute " + name + " of texts.",
                        attributes(population).isEmpty()
                                ? "Import a file about users, or compare by a segment."
                                : "Use one of: " + String.join(", ", attributes(population)) + "."));
    }

    private static UserGroups byTexts(String name, TextColumn column) {
        Map<String, RoaringBitmap> users = new HashMap<>();
        RoaringBitmap missing = new RoaringBitmap();
        for (int userIdx = 0; userIdx < column.size(); userIdx++) {
            RoaringBitmap same = column.isMissing(userIdx)
                    ? missing
                    : users.computeIfAbsent(column.display(userIdx), ignored -> new RoaringBitmap());
            same.add(userIdx);
        }
        List<Group> groups = mostFrequent(users);
        if (!missing.isEmpty()) {
            groups.add(new Group(MISSING, missing));
        }
        return new UserGroups(name, groups);
    }

    private static List<Group> mostFrequent(Map<String, RoaringBitmap> users) {
        List<Group> sorted = users.entrySet().stream()
                .map(entry -> new Group(told(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingLong((Group group) -> -group.users().getLongCardinality())
                        .thenComparing(Group::name))
                .collect(Collectors.toCollection(ArrayList::new));
        if (sorted.size() > MOST) {
            RoaringBitmap rest = new RoaringBitmap();
            sorted.subList(MOST, sorted.size()).forEach(group -> rest.or(group.users()));
            sorted.subList(MOST, sorted.size()).clear();
            sorted.add(new Group(OTHER, rest));
        }
        return sorted;
    }

    private static String told(String text) {
        return text.equals(OTHER) || text.equals(MISSING) ? "“" + text + "”" : text;
    }

    /// By how many items a user had in training: those who are new and those the model knows well.
    static UserGroups byHistory(Interactions train, TestSet test) {
        Group few = new Group("new: 1 to 4 items", new RoaringBitmap());
        Group some = new Group("5 to 19 items", new RoaringBitmap());
        Group many = new Group("known: 20 items or more", new RoaringBitmap());
        for (int row : test.rows()) {
            int items = train.to(row) - train.from(row);
            Group group = items < 5 ? few : items < 20 ? some : many;
            group.users().add(train.frameUser(row));
        }
        return new UserGroups("items in training", List.of(few, some, many));
    }
}
