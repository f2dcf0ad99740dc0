package app.attune.cli;

import app.attune.decide.Beside;
import app.attune.decide.BesideWords;
import app.attune.decide.DecidedItem;
import app.attune.decide.ListChange;
import app.attune.decide.Preview;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Two lists side by side and the most popular items beside them, as lines.
final class BesideLines {
    private static final int NAME = 32;

    private BesideLines() {}

    /// @param head before what they have different in short
    static List<String> of(String head, Beside beside, Preview preview) {
        List<String> lines = new ArrayList<>();
        lines.add(head + ": " + BesideWords.inShort(beside));
        lines.add(row("", "Now", beside.title(), "Most popular"));
        int rows = Math.max(
                beside.before().items().size(),
                Math.max(beside.after().items().size(), preview.popular().size()));
        for (int at = 0; at < rows; at++) {
            lines.add(row(
                    (at + 1) + ".",
                    at < beside.before().items().size()
                            ? name(beside, beside.before().items().get(at))
                            : "",
                    at < beside.after().items().size() ? marked(beside, at) : "",
                    at < preview.popular().size()
                            ? preview.itemName(preview.popular().get(at).item())
                            : ""));
        }
        beside.items().stream()
                .filter(change -> change.kind() == ListChange.Kind.GONE)
                .forEach(change -> lines.add("  Gone: " + beside.itemName(change.item()) + ", was "
                        + change.before().orElse(0) + "."));
        BesideWords.differences(beside).forEach(said -> lines.add("  " + said));
        beside.kept().ifPresent(said -> lines.add("  " + said));
        return lines;
    }

    private static String row(String place, String now, String other, String popular) {
        return String.format(Locale.ROOT, "  %5s  %-32s  %-42s  %s", place, now, other, popular)
                .stripTrailing();
    }

    private static String name(Beside beside, DecidedItem item) {
        String name = beside.itemName(item.item());
        return name.length() > NAME ? name.substring(0, NAME - 1) + "\u2026" : name;
    }

    private static String marked(Beside beside, int at) {
        DecidedItem item = beside.after().items().get(at);
        String mark = BesideWords.of(beside.items().get(at));
        return name(beside, item) + (mark.isEmpty() ? "" : " (" + mark + ")");
    }
}
