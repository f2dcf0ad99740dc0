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

    /// The users of both versions at one time: `after = before + gained - lost`. The bitmaps hold user positions.
    ///
    /// @param population users known then
    /// @param ids        of the users by position
    public record Users(RoaringBitmap before, RoaringBitmap after, int population, Dictionary ids) {
        /// The ids of these users, in order of their position.
        public List<UserId> names(RoaringBitmap users) {
            return users.stream()
                    .mapToObj(userIdx -> new UserId(ids.text(userIdx)))
                    .toList();
        }

        /// In the later version only.
        public RoaringBitmap gained() {
            return RoaringBitmap.andNot(after, before);
        }

        /// In the earlier version only.
        public RoaringBitmap lost() {
            return RoaringBitmap.andNot(before, after);
        }
    }
}
