package app.attune.segments.ui;

import app.attune.core.Problem;
import app.attune.segments.Condition;
import app.attune.segments.ConditionFinding;
import app.attune.segments.ConditionFinding.Severity;
import app.attune.segments.SegmentId;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/// What fields say that the segment does not, since it cannot be taken: kept with its row when rows are built anew, and
/// with its segment while another one is open. FX thread only.
final class UntakenFields {
    /// A field of a row.
    ///
    /// @param control its name within the part
    record OfRow(List<Integer> path, String control, String text, ConditionFinding finding) {
        String id() {
            return Part.id(path) + "-" + control;
        }

        private OfRow at(List<Integer> other) {
            return new OfRow(other, control, text, new ConditionFinding(other, finding.severity(), finding.problem()));
        }
    }

    /// All of a segment.
    ///
    /// @param condition the one that the paths are of
    private record Kept(String name, Condition condition, Map<String, OfRow> rows, Map<String, String> others) {
        int size() {
            return rows.size() + others.size();
        }
    }

    /// The segment that was open, if any.
    record Left(Optional<SegmentId> id, String name) {}

    private final Texts texts = Texts.of("segments");
    private final Map<String, OfRow> rows = new TreeMap<>();
    private final Map<String, String> others = new TreeMap<>();
    private final Map<SegmentId, Kept> elsewhere = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper all = new ReadOnlyIntegerWrapper();
    private Condition condition;
    private Runnable back = () -> {};

    /// @param condition the one that is shown first
    UntakenFields(Condition condition) {
        this.condition = condition;
    }

    /// What a field of a row says is not taken, and why.
    ///
    /// @return whether that was not known
    boolean add(List<Integer> path, String id, String text, String why) {
        Problem problem = new Problem("segments.not-taken", why, texts.get("wrong.remedy"));
        String control = id.substring(Part.id(path).length() + 1);
        OfRow field = new OfRow(path, control, text, new ConditionFinding(path, Severity.ERROR, problem));
        boolean added = !field.equals(rows.put(id, field));
        tell();
        return added;
    }

    /// The field is right.
    ///
    /// @return whether it was not
    boolean remove(String id) {
        boolean removed = rows.remove(id) != null;
        tell();
        return removed;
    }

    /// What a field that belongs to no row says is not taken.
    void addOther(String field, String text) {
        others.put(field, text);
        tell();
    }

    /// That field is right.
    void removeOther(String field) {
        others.remove(field);
        tell();
    }

    /// What that field says, where it is not taken.
    Optional<String> other(String field) {
        return Optional.ofNullable(others.get(field));
    }

    private void tell() {
        count.set(rows.size() + others.size());
        all.set(count.get() + elsewhere.values().stream().mapToInt(Kept::size).sum());
    }

    /// How many fields of the open segment are not taken.
    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// How many fields of all segments are not taken.
    ReadOnlyIntegerProperty allProperty() {
        return all.getReadOnlyProperty();
    }

    /// Whether the condition is not what its rows say.
    boolean isAnyOfRows() {
        return !rows.isEmpty();
    }

    boolean isUntaken(String id) {
        return rows.containsKey(id);
    }

    /// Whether the part at `path`, or one within it, has such a field.
    boolean isAt(List<Integer> path) {
        return rows.values().stream()
                .map(OfRow::path)
                .anyMatch(wrong -> wrong.equals(path) || ConditionEdits.isWithin(wrong, path));
    }

    Stream<ConditionFinding> findings() {
        return rows.values().stream().map(OfRow::finding);
    }

    /// The rows stand where they stood, whatever they say.
    void follow(Condition now) {
        condition = now;
    }

    /// Takes out the fields of rows for those who build the rows anew, each with the place where its row now is; those
    /// whose row is gone are given up.
    List<OfRow> carry(Condition now) {
        RowPlaces places = new RowPlaces(condition, now);
        List<OfRow> fields = new ArrayList<>();
        rows.values().forEach(field -> places.of(field.path()).map(field::at).ifPresent(fields::add));
        condition = now;
        rows.clear();
        return List.copyOf(fields);
    }

    /// That all are shown again that can be.
    void carried() {
        tell();
    }

    /// What is to be done when rows that are shown already have to be built anew.
    void onReturn(Runnable rebuild) {
        back = rebuild;
    }

    /// Shows a segment by `show`: what is not taken stays with the one that is left, and what was not taken of this one
    /// comes back.
    void change(Left left, SegmentId id, Runnable show) {
        boolean some = count.get() > 0;
        if (some) {
            left.id()
                    .ifPresent(known -> elsewhere.put(
                            known, new Kept(left.name(), condition, Map.copyOf(rows), Map.copyOf(others))));
        }
        rows.clear();
        others.clear();
        Optional<Kept> kept = Optional.ofNullable(elsewhere.remove(id));
        kept.ifPresent(found -> {
            condition = found.condition();
            rows.putAll(found.rows());
            others.putAll(found.others());
        });
        show.run();
        if (some || kept.isPresent()) {
            back.run();
        }
        tell();
    }

    /// What is not taken, a sentence for each segment.
    ///
    /// @param open the name of the open one
    List<String> sentences(String open) {
        List<String> said = new ArrayList<>();
        if (count.get() > 0) {
            said.add(sentence(open, count.get()));
        }
        elsewhere.values().forEach(kept -> said.add(sentence(kept.name(), kept.size())));
        return List.copyOf(said);
    }

    private String sentence(String name, int fields) {
        return texts.get("unkept.fields", name, fields);
    }
}
