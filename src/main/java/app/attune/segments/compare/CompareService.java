package app.attune.segments.compare;

import app.attune.core.Counted;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.core.Seeds;
import app.attune.core.UserId;
import app.attune.segments.Audience;
import app.attune.segments.SegmentDraft;
import app.attune.segments.SegmentService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
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

    /// At most `n` of these users chosen at random, the same ones for the same seed, in order of their position.
    public List<UserId> sample(RoaringBitmap users, int n, long seed) {
        var names = segments.population(Progress.none()).events().users();
        SplittableRandom random = Seeds.stream(seed, "sample-users");
        List<UserId> sample = new ArrayList<>();
        int left = users.getCardinality();
        for (var each = users.getIntIterator(); each.hasNext() && sample.size() < n; left--) {
            int userIdx = each.next();
            if (random.nextInt(left) < n - sample.size()) {
                sample.add(new UserId(names.text(userIdx)));
            }
        }
        return sample;
    }
}
