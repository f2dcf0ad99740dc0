package app.attune.segments.ui;

import app.attune.segments.AllOf;
import app.attune.segments.AnyOf;
import app.attune.segments.AttributeCondition;
import app.attune.segments.BucketCondition;
import app.attune.segments.Condition;
import app.attune.segments.ConsentCondition;
import app.attune.segments.EventCondition;
import app.attune.segments.FieldCatalogue;
import app.attune.segments.FieldKind;
import app.attune.segments.MarkedCondition;
import app.attune.segments.Measure;
import app.attune.segments.MeasureKind;
import app.attune.segments.NoneOf;
import app.attune.segments.RankCondition;
import app.attune.segments.SegmentCondition;
import app.attune.segments.UserCondition;
import app.attune.segments.UserListCondition;
import app.attune.ui.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a row is about: an attribute of the user, something measured of their events, or the user as a whole.
///
/// @param attribute empty but for attributes
record RowSubject(Kind kind, String attribute) {
    enum Kind {
        COUNT(MeasureKind.COUNT),
        DISTINCT(MeasureKind.DISTINCT),
        SUM(MeasureKind.SUM),
        AVERAGE(MeasureKind.AVERAGE),
        SMALLEST(MeasureKind.SMALLEST),
        LARGEST(MeasureKind.LARGEST),
        FIRST(MeasureKind.FIRST),
        LAST(MeasureKind.LAST),
        FIRST_TEXT(MeasureKind.FIRST_TEXT),
        LAST_TEXT(MeasureKind.LAST_TEXT),
        DAYS(MeasureKind.DAYS),
        FIRST_DAYS(MeasureKind.FIRST_DAYS),
        ACTIVE(MeasureKind.ACTIVE),
        SESSIONS(MeasureKind.SESSIONS),
        LONGEST_SESSION(MeasureKind.LONGEST_SESSION),
        MOST_EVENTS(MeasureKind.MOST_EVENTS),
        MOST_OF_ITEM(MeasureKind.MOST_OF_ITEM),
        ITEM_WITH_MOST(MeasureKind.ITEM_WITH_MOST),
        STEPS(MeasureKind.STEPS),
        SEGMENT,
        LIST,
        CONSENT,
        BUCKET,
        RANK,
        ATTRIBUTE;

        private final Optional<MeasureKind> measure;

        Kind() {
            measure = Optional.empty();
        }

        Kind(MeasureKind measure) {
            this.measure = Optional.of(measure);
        }
    }

    private static final Set<Kind> WHOLE = EnumSet.range(Kind.SEGMENT, Kind.RANK);

    static RowSubject of(Condition row) {
        return switch (row) {
            case MarkedCondition marked -> of(marked.part());
            case AttributeCondition attribute -> new RowSubject(Kind.ATTRIBUTE, attribute.attribute());
            case EventCondition events -> of(kind(events.measure()));
            case UserCondition user -> of(kind(user));
            case AllOf group -> throw new IllegalArgumentException("Not a row");
            case AnyOf group -> throw new IllegalArgumentException("Not a row");
            case NoneOf group -> throw new IllegalArgumentException("Not a row");
        };
    }

    static RowSubject of(Kind kind) {
        return new RowSubject(kind, "");
    }

    private static Kind kind(UserCondition row) {
        return switch (row) {
            case SegmentCondition segment -> Kind.SEGMENT;
            case UserListCondition list -> Kind.LIST;
            case ConsentCondition consent -> Kind.CONSENT;
            case BucketCondition bucket -> Kind.BUCKET;
            case RankCondition rank -> Kind.RANK;
        };
    }

    static Kind kind(Measure measure) {
        MeasureKind measured = MeasureKind.of(measure);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.measure.filter(measured::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /// Events first, then what is said of the user as a whole, then every attribute.
    static List<RowSubject> all(Offers offers) {
        List<RowSubject> all = new ArrayList<>(measures());
        WHOLE.stream()
                .map(RowSubject::of)
                .filter(subject -> subject.isOffered(offers))
                .forEach(all::add);
        offers.fields().attributes().forEach(name -> all.add(new RowSubject(Kind.ATTRIBUTE, name)));
        return all;
    }

    /// What users can be ranked by.
    static List<RowSubject> numbers(FieldCatalogue fields) {
        List<RowSubject> all = new ArrayList<>(measures());
        all.removeAll(List.of(of(Kind.FIRST_TEXT), of(Kind.LAST_TEXT), of(Kind.ITEM_WITH_MOST)));
        fields.attributes().stream()
                .filter(name -> fields.attributeKind(name)
                        .filter(FieldKind.NUMBER::equals)
                        .isPresent())
                .forEach(name -> all.add(new RowSubject(Kind.ATTRIBUTE, name)));
        return all;
    }

    private static List<RowSubject> measures() {
        return EnumSet.range(Kind.COUNT, Kind.STEPS).stream()
                .map(RowSubject::of)
                .toList();
    }

    /// What a new row can be about, whether that is offered now or not.
    static List<RowSubject> starts(Offers offers) {
        Stream<RowSubject> attribute =
                offers.fields().attributes().stream().limit(1).map(name -> new RowSubject(Kind.ATTRIBUTE, name));
        Stream<RowSubject> whole = WHOLE.stream().map(RowSubject::of);
        return Stream.of(Stream.of(of(Kind.COUNT)), attribute, Stream.of(of(Kind.STEPS)), whole)
                .flatMap(subjects -> subjects)
                .toList();
    }

    /// A row about another segment takes one.
    boolean isOffered(Offers offers) {
        return kind != Kind.SEGMENT || !offers.segments().isEmpty();
    }

    /// What it is chosen by.
    String words(Texts texts) {
        return kind == Kind.ATTRIBUTE
                ? attribute
                : kind.measure.map(MeasureKind::words).orElseGet(() -> texts.get("subject." + key()));
    }

    /// The end of its keys in the texts.
    String key() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
