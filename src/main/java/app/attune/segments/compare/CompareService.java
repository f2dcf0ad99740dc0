package app.attune.segments.compare;

import app.attune.core.Counted;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Require;
import app.attune.core.Seeds;
import app.attune.core.UserId;
import app.attune.profiles.Population;
import app.attune.segments.Audience;
import app.attune.segments.RandomUsers;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentService;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/// Compares the users of segments with each other and with everybody else. Thread-safe; every count is that of
/// [SegmentService#audience].
public final class CompareService {
    /// More segments than this make combinations nobody reads.
    public static final int MOST_SEGMENTS = 12;

    private final SegmentService segments;

    public CompareService(SegmentService segments) {
        this.segments = segments;
    }

    /// Who is in which of these segments; one that is named twice counts once.
    ///
    /// @throws ProblemException `segments.too-few-compared`, `segments.too-many-compared`, or if a row cannot be
    ///                          evaluated
    public Overlap overlap(List<SegmentDraft> compared, Instant asOf, Progress progress) {
        List<SegmentDraft> different = compared.stream().distinct().toList();
        if (different.size() < 2) {
            throw ProblemException.of(
                    "segments.too-few-compared",
                    "An overlap is of two segments at least, not of "
                            + Counted.of(different.size(), "different segment") + ".",
                    "Name another segment to compare with.");
        }
        if (different.size() > MOST_SEGMENTS) {
            throw ProblemException.of(
                    "segments.too-many-compared",
                    "An overlap of " + different.size() + " segments has more combinations than anybody can read.",
                    "Compare at most " + MOST_SEGMENTS + " segments at once.");
        }
        List<Overlap.Part> parts = new ArrayList<>();
        int population = 0;
        for (SegmentDraft one : different) {
            progress.report("Counting " + one.name(), parts.size(), different.size());
            Audience audience = segments.audience(one.condition(), asOf, progress);
            population = audience.population();
            parts.add(new Overlap.Part(one, audience.members()));
        }
        return Overlap.of(parts, population, asOf);
    }

    /// How the users of a segment differ from everybody else there was.
    ///
    /// @throws ProblemException `segments.too-few-to-profile`, or if a row cannot be evaluated
    public SegmentProfile profile(SegmentDraft segment, Instant asOf, Progress progress) {
        Population now = segments.population(progress);
        RoaringBitmap members =
                segments.audience(segment.condition(), asOf, progress).members();
        Sides sides = Sides.of(members, now.knownAt(asOf));
        int fewest = Math.min(sides.inside().length, sides.outside().length);
        if (fewest < SegmentProfile.FEWEST) {
            throw ProblemException.of(
                    "segments.too-few-to-profile",
                    segment.name() + " has " + Counted.of(sides.inside().length, "user") + ", and there are "
                            + OverlapWords.number(sides.outside().length) + " others.",
                    "A profile needs at least " + SegmentProfile.FEWEST + " users on both sides.");
        }
        AskedFor asked = AskedFor.by(segments.resolved(segment.condition()));
        Findings findings = new Findings(progress);
        progress.report("Comparing attributes", 0, 2);
        new AttributeDifferences(sides, asked, findings)
                .add(now.asOf(asOf, progress).attributes());
        progress.report("Comparing behaviour", 1, 2);
        new BehaviourDifferences(sides, asked, findings, now.events(), asOf).add();
        return new SegmentProfile(
                segment, asOf, sides.inside().length, sides.outside().length, findings.sorted(), findings.hidden());
    }

    /// What the users of each segment, and everybody, did in the `days` days before a time.
    ///
    /// @throws ProblemException if a row cannot be evaluated
    public KeyFigures keyFigures(List<SegmentDraft> compared, Span span, Progress progress) {
        Population now = segments.population(progress);
        KeyFigureCount count = new KeyFigureCount(now.events(), span.asOf(), span.days());
        List<KeyFigures.Row> rows = new ArrayList<>();
        for (SegmentDraft one : compared) {
            progress.report("Measuring " + one.name(), rows.size(), compared.size());
            RoaringBitmap members =
                    segments.audience(one.condition(), span.asOf(), progress).members();
            rows.add(count.of(one.name(), members, progress));
        }
        rows.add(count.of("Everybody", now.knownAt(span.asOf()), progress));
        return new KeyFigures(span.asOf(), span.days(), count.sales(), rows);
    }

    /// So many days before a time.
    public record Span(Instant asOf, int days) {
        public Span {
            Require.that(days > 0, "At least one day");
        }
    }

    /// Who entered and left a segment in each of the last periods, each so many days long.
    ///
    /// @param last    the last period
    /// @param periods how many
    /// @throws ProblemException if a row cannot be evaluated
    public Flows flows(SegmentDraft segment, Span last, int periods, Progress progress) {
        Population now = segments.population(progress);
        List<Flows.State> states = new ArrayList<>();
        for (int back = periods; back >= 0; back--) {
            progress.report("Counting " + segment.name(), states.size(), periods + 1L);
            Instant time = last.asOf().minus(Duration.ofDays((long) back * last.days()));
            RoaringBitmap members =
                    segments.audience(segment.condition(), time, progress).members();
            states.add(new Flows.State(time, members, now.knownAt(time)));
        }
        List<Flows.Period> all = new ArrayList<>();
        for (int i = 1; i < states.size(); i++) {
            all.add(Flows.Period.of(states.get(i - 1), states.get(i)));
        }
        return new Flows(segment.name(), all);
    }

    /// How many users are left after each row of a segment; rows that cannot be counted are named and passed over.
    public DropOff dropOff(SegmentDraft segment, Instant asOf, Progress progress) {
        return DropOff.of(segment.condition(), segments, asOf, progress);
    }

    /// At most `n` of these users chosen at random, the same ones for the same seed, in order of their position.
    public List<UserId> sample(RoaringBitmap users, int n, long seed) {
        var names = segments.population(Progress.none()).events().users();
        return Arrays.stream(RandomUsers.of(users, n, Seeds.stream(seed, "sample-users")))
                .mapToObj(userIdx -> new UserId(names.text(userIdx)))
                .toList();
    }
}
