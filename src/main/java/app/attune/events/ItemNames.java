package app.attune.events;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What people call items: an attribute of the catalogue, or else what the events call them.
///
/// Shops that export one file have the item's title beside every sale (Online Retail: `Description`), written a little
/// differently now and then. The most frequent text is the name; ties go to the first by text. Events are counted once,
/// when the first name is asked for that the catalogue does not have; cost O(n log n) over the events with a title.
public final class ItemNames {
    private static final List<String> NAMES =
            List.of("name", "title", "product_name", "item_name", "product_title", "item_title");
    private static final List<String> DESCRIPTIONS = List.of("description", "product");
    private static final Pattern OF_ANYTHING = Pattern.compile(".+_(title|name)");
    private static final Pattern OF_ANOTHER = Pattern.compile(
            "(.+_)?(brand|category|genre|author|artist|director|publisher"
                    + "|supplier|vendor|seller|manufacturer|maker|department|class|collection|series|shop|store|file|user)_.+");

    private final EventFrame frame;
    private final Optional<Column> attribute;
    private final Optional<TextColumn> property;
    private int[] ofEvents = {};

    public ItemNames(EventFrame frame) {
        this.frame = frame;
        List<Column> columns = frame.catalogue().columns();
        this.attribute = named(NAMES, columns).or(() -> titled(columns)).or(() -> named(DESCRIPTIONS, columns));
        List<Column> texts =
                frame.properties().stream().filter(TextColumn.class::isInstance).toList();
        this.property = named(NAMES, texts).or(() -> named(DESCRIPTIONS, texts)).map(TextColumn.class::cast);
    }

    /// A title before a name: "movie_title", but not "brand_name".
    private static Optional<Column> titled(List<Column> columns) {
        return columns.stream()
                .filter(column -> column instanceof TextColumn
                        && OF_ANYTHING.matcher(plain(column.name())).matches()
                        && !OF_ANOTHER.matcher(plain(column.name())).matches())
                .min(Comparator.comparingInt(column -> plain(column.name()).endsWith("_title") ? 0 : 1));
    }

    private static Optional<Column> named(List<String> names, List<Column> columns) {
        return names.stream()
                .flatMap(name ->
                        columns.stream().filter(column -> plain(column.name()).equals(name)))
                .findFirst();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /// Empty when nothing names the item.
    public Optional<String> of(int itemIdx) {
        return attribute
                .filter(column -> !column.isMissing(itemIdx))
                .map(column -> column.display(itemIdx))
                .or(() -> property.flatMap(column -> ofEvents(column, itemIdx)));
    }

    private Optional<String> ofEvents(TextColumn column, int itemIdx) {
        int code = counted(column)[itemIdx];
        return code == Dictionary.MISSING
                ? Optional.empty()
                : Optional.of(column.dictionary().text(code));
    }

    private synchronized int[] counted(TextColumn column) {
        if (ofEvents.length == 0) {
            ofEvents = mostFrequent(column);
        }
        return ofEvents;
    }

    /// By item position, the code of its most frequent text.
    private int[] mostFrequent(TextColumn column) {
        long[] pairs = pairs(column);
        int[] codes = new int[frame.itemCount()];
        Arrays.fill(codes, Dictionary.MISSING);
        int[] most = new int[frame.itemCount()];
        int from = 0;
        for (int to = 1; to <= pairs.length; to++) {
            if (to == pairs.length || pairs[to] != pairs[from]) {
                int item = (int) (pairs[from] >>> Integer.SIZE);
                int code = (int) pairs[from];
                boolean tied = to - from == most[item] && isFirst(column, code, codes[item]);
                if (to - from > most[item] || tied) {
                    most[item] = to - from;
                    codes[item] = code;
                }
                from = to;
            }
        }
        return codes;
    }

    private static boolean isFirst(TextColumn column, int code, int other) {
        return column.dictionary().text(code).compareTo(column.dictionary().text(other)) < 0;
    }

    /// Item and text of every event that has both, sorted.
    private long[] pairs(TextColumn column) {
        long[] pairs = new long[frame.eventCount()];
        int n = 0;
        for (int row = 0; row < frame.eventCount(); row++) {
            int code = column.codes()[row];
            if (frame.item(row) != Dictionary.MISSING
                    && code != Dictionary.MISSING
                    && !column.dictionary().text(code).isBlank()) {
                pairs[n++] = (long) frame.item(row) << Integer.SIZE | code;
            }
        }
        long[] found = Arrays.copyOf(pairs, n);
        Arrays.parallelSort(found);
        return found;
    }
}
