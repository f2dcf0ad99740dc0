package app.attune.events;

import app.attune.core.Problem;
import app.attune.events.read.DecimalMark;
import app.attune.events.read.NumberText;
import app.attune.events.read.PlainCells;
import app.attune.events.read.RawRow;
import app.attune.events.read.RejectReason;
import app.attune.events.read.Rejection;
import app.attune.events.read.TimeReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Turns the values of a row into what they mean, or says what is wrong with them.
final class RowMapper {
    /// Longer texts are not kept.
    static final int MAX_TEXT = 65_536;

    private static final int NONE = -1;

    private final Mapping mapping;
    private final List<String> columns;
    private final KeptColumns kept;
    private final DecimalMark mark;
    private final ClockChanges changes = new ClockChanges();
    private final TimeReader time;
    private final DateWatch dates;
    private final long latest;
    private final int user;
    private final int anonymous;
    private final int item;
    private final WrittenTimes when;
    private final AmountReader amount;
    private final MisfitTally misfits = new MisfitTally();
    private final int eventId;
    private final EventTypes types;
    private final KeptReader keptValues;

    /// @param latest times after this are in the future
    RowMapper(Mapping mapping, List<String> columns, DecimalMark mark, Instant latest) {
        this.mapping = mapping;
        this.columns = columns;
        this.kept = KeptColumns.of(mapping, columns);
        this.mark = mark;
        this.time = new TimeReader(mapping.time(), changes::meet);
        this.dates = new DateWatch(mapping.time(), latest);
        this.latest = latest.toEpochMilli();
        this.user = position(ColumnRole.USER);
        this.anonymous = position(ColumnRole.ANONYMOUS_ID);
        this.item = position(ColumnRole.ITEM);
        this.when = WrittenTimes.of(mapping, columns);
        KeptReader.Numbers file = new KeptReader.Numbers(columns, mark);
        this.amount = new AmountReader(mapping, file, misfits);
        this.eventId = position(ColumnRole.EVENT_ID);
        this.types = new EventTypes(mapping, columns, mark);
        this.keptValues = new KeptReader(mapping, kept, file, misfits);
    }

    KeptColumns kept() {
        return kept;
    }

    /// What is to say of the amounts that were read.
    List<Problem> ofAmounts() {
        return amount.mixed().stream().toList();
    }

    /// The values that do not fit what their columns hold.
    MisfitTally misfits() {
        return misfits;
    }

    BlankTally blankTally() {
        return new BlankTally(mapping, columns, kept);
    }

    /// Where the clocks changed as a time was read.
    ClockChanges clockChanges() {
        return changes;
    }

    /// Whether day and month are in the right order in the times.
    DateWatch dates() {
        return dates;
    }

    boolean hasEventIds() {
        return eventId != NONE && mapping.rows() == RowKind.EVENTS;
    }

    /// Where the columns of events are, if taking their values as they are is all the mapping asks for.
    Optional<PlainColumns> plainColumns() {
        boolean plain = mapping.rows() == RowKind.EVENTS
                && types.hasNoRules()
                && amount.isPlain()
                && mapping.columnOf(ColumnRole.TIME_OF_DAY).isEmpty()
                && mapping.withRole(ColumnRole.CONSENT).isEmpty()
                && mapping.withRole(ColumnRole.CONSENT_TIME).isEmpty()
                && mapping.userIdForm() == UserIdForm.AS_WRITTEN;
        return plain
                ? Optional.of(new PlainColumns(
                        user,
                        anonymous,
                        item,
                        when.day(),
                        amount.column(),
                        eventId,
                        types.column(),
                        types.constant(),
                        latest,
                        amount.unit()))
                : Optional.empty();
    }

    PlainCells plainCells() {
        return new PlainCells(mapping.time(), mark, changes::meet);
    }

    /// Fills `into`, or gives the reason why not.
    Optional<Rejection> map(RawRow.Values row, MappedRow into) {
        misfits.at(row.line());
        Optional<Rejection> problem = switch (mapping.rows()) {
            case EVENTS -> event(row, into);
            case USERS -> change(row, user(row, into).or(() -> since(row, into)), into);
            case ITEMS -> change(row, item(row, into), into);
        };
        return problem.isPresent() ? problem : keep(row, into);
    }

    private int position(ColumnRole role) {
        return mapping.columnOf(role).map(columns::indexOf).orElse(NONE);
    }

    private Optional<Rejection> event(RawRow.Values row, MappedRow into) {
        Optional<Rejection> problem = user(row, into);
        if (problem.isEmpty()) {
            problem = time(row, into);
        }
        if (problem.isEmpty()) {
            problem = amount.read(row, into);
        }
        into.item.set(item == NONE ? "" : text(row, item));
        into.type.set(types.of(row));
        into.eventId.set(eventId == NONE ? "" : text(row, eventId));
        if (problem.isPresent()) {
            return problem;
        }
        if (into.type.isEmpty()) {
            return reject(row, types.column(), RejectReason.NO_EVENT_TYPE, "the row names no event type");
        }
        if (eventId != NONE && into.eventId.isEmpty()) {
            return reject(row, eventId, RejectReason.NO_EVENT_ID, "the event id is empty");
        }
        return Optional.empty();
    }

    /// Since when the row holds; without a time it holds always.
    private Optional<Rejection> since(RawRow.Values row, MappedRow into) {
        into.time = TimedChanges.ALWAYS;
        into.clockChange = Optional.empty();
        return when.text(row.values()).isEmpty() ? Optional.empty() : time(row, into);
    }

    private Optional<Rejection> change(RawRow.Values row, Optional<Rejection> problem, MappedRow into) {
        into.type.set(types.byRule(row));
        return problem;
    }

    private Optional<Rejection> user(RawRow.Values row, MappedRow into) {
        String text = user == NONE ? "" : text(row, user);
        if (text.isEmpty()) {
            return anonymous(row, into);
        }
        into.user.set(text);
        if (mapping.userIdForm() == UserIdForm.IGNORING_CASE) {
            into.user.set(text.toLowerCase(Locale.ROOT));
        }
        if (mapping.userIdForm() == UserIdForm.WHOLE_NUMBER) {
            boolean point = NumberText.isWholeWithPoint(text);
            into.user.set(point ? text.substring(0, text.indexOf('.')) : text);
            if (!point && !text.chars().allMatch(Character::isDigit)) {
                return reject(row, user, RejectReason.BAD_USER_ID, "found '" + shown(text) + "'");
            }
        }
        return Optional.empty();
    }

    /// Whoever is not signed in is known by the anonymous id.
    private Optional<Rejection> anonymous(RawRow.Values row, MappedRow into) {
        into.user.set(anonymous == NONE ? "" : text(row, anonymous));
        String detail = anonymous == NONE ? "the user id is empty" : "neither a user id nor an anonymous id";
        return into.user.isEmpty()
                ? reject(row, user == NONE ? anonymous : user, RejectReason.NO_USER, detail)
                : Optional.empty();
    }

    private Optional<Rejection> item(RawRow.Values row, MappedRow into) {
        into.item.set(text(row, item));
        return into.item.isEmpty() ? reject(row, item, RejectReason.NO_ITEM, "the item id is empty") : Optional.empty();
    }

    private Optional<Rejection> time(RawRow.Values row, MappedRow into) {
        String text = when.text(row.values());
        if (text.isEmpty()) {
            return reject(row, when.emptyColumn(row.values()), RejectReason.NO_TIME, "the time is empty");
        }
        OptionalLong millis = time.millis(text);
        if (millis.isEmpty()) {
            dates.unread(text);
            String expected = mapping.time().label();
            return reject(row, when.day(), RejectReason.BAD_TIME, "found '" + shown(text) + "', expected " + expected);
        }
        into.time = millis.getAsLong();
        dates.read(into.time);
        into.clockChange = changes.take();
        return into.time > latest
                ? reject(row, when.day(), RejectReason.FUTURE_TIME, "found '" + shown(text) + "'")
                : Optional.empty();
    }

    private Optional<Rejection> keep(RawRow.Values row, MappedRow into) {
        Optional<Rejection> problem = tooLong(row, into);
        for (int i = 0; i < into.properties.length; i++) {
            KeptColumn column = kept.properties().get(i);
            into.properties[i].set(keptText(text(row, column.position()), column));
        }
        for (int i = 0; i < into.attributes.length; i++) {
            KeptColumn column = kept.attributes().get(i);
            String text = text(row, column.position());
            String said = keptValues.attribute(i, text);
            into.attributes[i].set(said);
            if (said.isEmpty() && !text.isEmpty() && keptValues.isOfConsent(i)) {
                problem = reject(row, column.position(), RejectReason.BAD_CONSENT, "found '" + shown(text) + "'");
            }
        }
        return problem;
    }

    private Optional<Rejection> tooLong(RawRow.Values row, MappedRow into) {
        if (row.raw().length() <= MAX_TEXT) {
            return Optional.empty();
        }
        List<KeptColumn> all = new ArrayList<>(kept.properties());
        all.addAll(kept.attributes());
        for (KeptColumn column : all) {
            if (text(row, column.position()).length() > MAX_TEXT) {
                return tooLong(row, column.position());
            }
        }
        boolean ids = tooLong(into.user) || tooLong(into.item) || tooLong(into.type);
        return ids ? tooLong(row, NONE) : Optional.empty();
    }

    private static boolean tooLong(TextCell cell) {
        return cell.length() > MAX_TEXT && cell.text().length() > MAX_TEXT;
    }

    private static Optional<Rejection> tooLong(RawRow.Values row, int column) {
        String detail = String.format(Locale.ROOT, "a text of more than %,d characters", MAX_TEXT);
        return reject(row, column, RejectReason.TOO_LONG, detail);
    }

    /// What is kept of a stripped text.
    String keptText(String text, KeptColumn column) {
        return keptValues.text(text, column);
    }

    static String text(RawRow.Values row, int position) {
        return row.values()[position].strip();
    }

    static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    static Optional<Rejection> reject(RawRow.Values row, int column, RejectReason reason, String detail) {
        return Optional.of(new Rejection(row.line(), column + 1, reason, detail, row.raw()));
    }
}
