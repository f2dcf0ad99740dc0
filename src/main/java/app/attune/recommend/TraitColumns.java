package app.attune.recommend;

import app.attune.core.Progress;
import app.attune.events.Column;
import app.attune.events.DateColumn;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.ItemNames;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import app.attune.recommend.ItemTraits.Trait;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what items are like from the columns of a catalogue.
///
/// A text is one value, or several between `|`, `;` and `>`; where most values are of one item alone, or have more than
/// three words on average, it is taken apart into words (letters and digits, in lower case, two and more).
/// Numbers of few values are values; others fall into ten bands of equally many items. Of dates the year counts (UTC).
/// The name of an item counts in words, also where only the events tell it.
final class TraitColumns {
    private static final Pattern PARTS = Pattern.compile("\\s*[|;>]\\s*");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int FEW = 32;
    private static final int BANDS = 10;
    private static final double LONG = 3;
    private static final int ITEMS_PER_CHECKPOINT = 4096;

    private final EventFrame frame;
    private final Progress progress;
    private final Map<Trait, Integer> found = new HashMap<>();
    private final List<Trait> traits = new ArrayList<>();
    private long[] pairs = new long[1024];
    private int size;

    private TraitColumns(EventFrame frame, Progress progress) {
        this.frame = frame;
        this.progress = progress;
    }

    /// @param pairs of an item's position in the frame (upper half) and a trait's (lower half), sorted; a word that an
    ///              item has twice is there twice
    @SuppressWarnings("ArrayRecordComponent") // A carrier between steps, never compared.
    record Read(List<Trait> traits, long[] pairs) {}

    static Read of(EventFrame frame, Progress progress) {
        TraitColumns columns = new TraitColumns(frame, progress);
        frame.catalogue().columns().forEach(columns::read);
        columns.names();
        long[] pairs = Arrays.copyOf(columns.pairs, columns.size);
        Arrays.sort(pairs);
        return new Read(List.copyOf(columns.traits), pairs);
    }

    private void read(Column column) {
        switch (column) {
            case TextColumn text -> read(text);
            case NumberColumn number -> read(number);
            case DateColumn date -> {
                for (int item = 0; item < date.size(); item++) {
                    if (!date.isMissing(item)) {
                        int year = Instant.ofEpochMilli(date.millis()[item])
                                .atOffset(ZoneOffset.UTC)
                                .getYear();
                        add(item, new Trait(date.name(), Integer.toString(year)));
                    }
                }
            }
        }
    }

    private void read(TextColumn column) {
        boolean inWords = isProse(column);
        for (int item = 0; item < column.size(); item++) {
            checkpoint(item);
            if (!column.isMissing(item)) {
                String text = column.display(item);
                if (inWords) {
                    words(item, text);
                } else {
                    values(item, column.name(), text);
                }
            }
        }
    }

    private static boolean isProse(TextColumn column) {
        Set<String> different = new HashSet<>();
        int there = 0;
        long words = 0;
        for (int code : column.codes()) {
            if (code != Dictionary.MISSING) {
                for (String part : PARTS.split(column.dictionary().text(code))) {
                    there++;
                    different.add(part);
                    words += BETWEEN_WORDS.split(part).length;
                }
            }
        }
        return 2 * different.size() > there || words > LONG * there;
    }

    private void values(int item, String column, String text) {
        for (String value : PARTS.split(text.strip())) {
            if (!value.isBlank()) {
                add(item, new Trait(column, value.strip()));
            }
        }
    }

    private void words(int item, String text) {
        for (String word : BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT))) {
            if (word.length() > 1) {
                add(item, Trait.word(word));
            }
        }
    }

    private void read(NumberColumn column) {
        double[] sorted =
                Arrays.stream(column.values()).filter(Double::isFinite).sorted().toArray();
        boolean isBanded = Arrays.stream(sorted).distinct().count() > FEW;
        String[] bands = isBanded ? bands(sorted) : new String[0];
        for (int item = 0; item < column.size(); item++) {
            double value = column.values()[item];
            if (Double.isFinite(value)) {
                add(item, new Trait(column.name(), isBanded ? bands[band(sorted, value)] : column.display(item)));
            }
        }
    }

    /// Equal values share a band.
    private static int band(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return (int) ((long) low * BANDS / sorted.length);
    }

    private static String[] bands(double[] sorted) {
        double[] least = new double[BANDS];
        double[] most = new double[BANDS];
        Arrays.fill(least, Double.NaN);
        for (double value : sorted) {
            int band = band(sorted, value);
            least[band] = Double.isNaN(least[band]) ? value : least[band];
            most[band] = value;
        }
        String[] bands = new String[BANDS];
        NumberColumn edges = new NumberColumn("", new double[2 * BANDS]);
        for (int band = 0; band < BANDS; band++) {
            edges.values()[2 * band] = least[band];
            edges.values()[2 * band + 1] = most[band];
            bands[band] = edges.display(2 * band) + " to " + edges.display(2 * band + 1);
        }
        return bands;
    }

    /// Those that only the events tell: the catalogue's are among its columns.
    private void names() {
        boolean hasText = frame.catalogue().columns().stream()
                .anyMatch(column -> column instanceof TextColumn text && isProse(text));
        if (hasText) {
            return;
        }
        ItemNames names = new ItemNames(frame);
        for (int item = 0; item < frame.itemCount(); item++) {
            checkpoint(item);
            Optional<String> name = names.of(item);
            if (name.isPresent()) {
                words(item, name.get());
            }
        }
    }

    private void add(int item, Trait trait) {
        int at = found.computeIfAbsent(trait, added -> {
            traits.add(added);
            return traits.size() - 1;
        });
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * size);
        }
        pairs[size++] = (long) item << Integer.SIZE | at;
    }

    private void checkpoint(int item) {
        if (item % ITEMS_PER_CHECKPOINT == 0) {
            progress.checkpoint();
        }
    }
}
