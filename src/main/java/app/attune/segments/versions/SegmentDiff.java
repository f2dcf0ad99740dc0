package app.attune.segments.versions;

import app.attune.core.Problem;
import app.attune.core.UserId;
import app.attune.events.Dictionary;
import app.attune.segments.SegmentDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/// What became of a segment from one version to another: in words, and whom that brings in and leaves out.
///
/// @param changes one line each; none where both say the same
/// @param users   empty where one of the versions cannot be asked
/// @param problem why not
public record SegmentDiff(
        SegmentDefinition before,
        SegmentDefinition after,
        Instant asOf,
        List<String> changes,
        Optional<Users> users,
        Optional<Problem> problem) {
    public SegmentDiff {
        changes = List.copyOf(changes);
    }

    /// The users of both versions at one time: `after = before + gained - lost`.
    ///
    /// @param before how many the earlier version means
    /// @param after  how many the later one means
    /// @param gained in the later version only, in order of their position
    /// @param lost   in the earlier version only, in order of their position
    public record Users(int before, int after, List<UserId> gained, List<UserId> lost) {
        public Users {
            gained = List.copyOf(gained);
            lost = List.copyOf(lost);
        }

        /// @param ids of the users by position
        static Users of(RoaringBitmap before, RoaringBitmap after, Dictionary ids) {
            return new Users(
                    before.getCardinality(),
                    after.getCardinality(),
                    names(RoaringBitmap.andNot(after, before), ids),
                    names(RoaringBitmap.andNot(before, after), ids));
        }

        private static List<UserId> names(RoaringBitmap users, Dictionary ids) {
            return users.stream()
                    .mapToObj(userIdx -> new UserId(ids.text(userIdx)))
                    .toList();
        }
    }
}
