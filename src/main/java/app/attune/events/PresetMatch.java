package app.attune.events;

import app.attune.core.Listed;
import app.attune.events.read.FileFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// How well a file fits a preset.
///
/// @param format  the way to read the file
/// @param found   signs the file has
/// @param lacking signs it lacks
/// @param barred  signs it has and may not have
/// @param named   whether its name is one the preset's files have
record PresetMatch(
        Preset preset,
        FileFormat format,
        List<String> found,
        List<String> lacking,
        List<String> barred,
        boolean named) {
    private static final int SHOWN = 4;

    static PresetMatch of(Preset preset, FileFormat format, FileSample sample, String fileName) {
        PresetSigns signs = preset.recognise();
        List<String> found = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        signs.all().forEach(sign -> sample.find(sign).ifPresentOrElse(found::add, () -> lacking.add(sign)));
        List<String> some =
                signs.any().stream().flatMap(sign -> sample.find(sign).stream()).toList();
        found.addAll(some);
        if (some.isEmpty() && !signs.any().isEmpty()) {
            lacking.add(String.join(" or ", signs.any()));
        }
        signs.values()
                .forEach(sign -> (sample.matches(sign) ? found : lacking).add(sign.at() + " like " + sign.matches()));
        if (!signs.columns().isEmpty()) {
            (signs.columns().contains(sample.columnCount()) ? found : lacking)
                    .add(signs.columns().getFirst() + " columns");
        }
        boolean named = !signs.fileName().isEmpty()
                && Pattern.compile(signs.fileName(), Pattern.CASE_INSENSITIVE)
                        .matcher(fileName)
                        .find();
        return new PresetMatch(
                preset,
                format.withShape(preset.shape()),
                found,
                lacking,
                signs.none().stream()
                        .flatMap(sign -> sample.find(sign).stream())
                        .toList(),
                named);
    }

    boolean fits() {
        return lacking.isEmpty() && barred.isEmpty() && !found.isEmpty();
    }

    /// Share of the signs that the file has.
    double score() {
        int all = found.size() + lacking.size() + barred.size();
        return all == 0 ? 0 : (double) found.size() / all;
    }

    /// For the order among those that fit: more signs first, then the name of the file.
    int rank() {
        return 2 * found.size() + (named ? 1 : 0);
    }

    String reason() {
        return "Recognised as " + preset.name() + ": the file has " + Listed.first(SHOWN, dotted(found)) + ".";
    }

    String nearMiss() {
        String lacks = lacking.isEmpty() ? "" : " but lacks " + names(lacking);
        String has = barred.isEmpty() ? "" : " but has " + names(barred);
        return "The nearest preset is " + preset.name() + "; the file has "
                + found.size() + " of its " + (found.size() + lacking.size() + barred.size()) + " signs" + lacks + has
                + ".";
    }

    private static String names(List<String> signs) {
        return String.join(", ", dotted(signs));
    }

    private static List<String> dotted(List<String> signs) {
        return signs.stream()
                .map(sign -> sign.startsWith("/") ? sign.substring(1).replace('/', '.') : sign)
                .toList();
    }
}
