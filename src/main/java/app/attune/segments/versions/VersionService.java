package app.attune.segments.versions;

import app.attune.core.Counted;
import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.profiles.Population;
import app.attune.segments.Audience;
import app.attune.segments.ConditionSentence;
import app.attune.segments.SegmentDefinition;
import app.attune.segments.SegmentId;
import app.attune.segments.SegmentService;
import app.attune.segments.compare.OverlapWords;
import app.attune.segments.versions.SegmentDiff.Users;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Compares versions of segments. Thread-safe.
public final class VersionService {
    private final SegmentService segments;

    public VersionService(SegmentService segments) {
        this.segments = segments;
    }

    /// One version of a segment, deleted segments included.
    ///
    /// @throws ProblemException `segments.unknown` or `segments.unknown-version`
    public SegmentDefinition version(SegmentId id, int version) {
        List<SegmentDefinition> all = segments.versions(id);
        if (all.isEmpty()) {
            return segments.require(id);
        }
        return all.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        "segments.unknown-version",
                        "Segment \"" + id + "\" has no version " + version + ".",
                        "Choose one from 1 to " + all.getFirst().version() + "."));
    }

    /// What the second says otherwise than the first, and the users of both at a time. Other segments they refer to
    /// are those of now.
    public SegmentDiff diff(SegmentDefinition before, SegmentDefinition after, Instant asOf, Progress progress) {
        progress.report("Comparing versions", 0, 0);
        List<String> changes = EditWords.of(before, after, segments.sentences(), progress);
        try {
            Population people = segments.population(progress);
            Audience first = segments.audience(before.condition(), people, asOf, progress);
            Audience second = segments.audience(after.condition(), people, asOf, progress);
            Users users =
                    Users.of(first.members(), second.members(), people.events().users());
            return new SegmentDiff(before, after, asOf, changes, Optional.of(users), Optional.empty());
        } catch (ProblemException e) {
            return new SegmentDiff(before, after, asOf, changes, Optional.empty(), Optional.of(e.problem()));
        }
    }

    /// What each version but the first says otherwise than the one before, in words by its number; nobody is counted.
    ///
    /// @param all   of one segment, newest first
    /// @param known numbers of those that need no words any more
    public Map<Integer, String> changes(List<SegmentDefinition> all, Set<Integer> known, Progress progress) {
        ConditionSentence sentences = segments.sentences();
        Map<Integer, String> words = new HashMap<>();
        for (int i = 0; i + 1 < all.size(); i++) {
            SegmentDefinition one = all.get(i);
            if (!known.contains(one.version())) {
                words.put(one.version(), String.join(" ", EditWords.of(all.get(i + 1), one, sentences, progress)));
            }
        }
        return Map.copyOf(words);
    }

    /// "Version 1 means 120 users and version 3 means 100: 12 gained (12% of 100), nobody lost."
    public static String sentence(SegmentDiff diff, Users users) {
        int before = users.before();
        int after = users.after();
        return "Version " + diff.before().version() + " means " + Counted.of(before, "user") + " and version "
                + diff.after().version() + " means " + OverlapWords.number(after) + ": "
                + moved(users.gained().size(), "gained", after) + ", "
                + moved(users.lost().size(), "lost", before) + ".";
    }

    private static String moved(int users, String how, int of) {
        return users == 0
                ? "nobody " + how
                : OverlapWords.number(users) + " " + how + " (" + OverlapWords.percent(users, of) + " of "
                        + OverlapWords.number(of) + ")";
    }
}
