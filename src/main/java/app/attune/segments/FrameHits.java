package app.attune.segments;

import java.util.Arrays;

/// Reads events from a frame.
final class FrameHits implements HitReader {
    private final HitQuery query;
    private final int[] users;
    private final int endUser;
    private int place;

    /// @param users of whom alone there may be any, ascending
    FrameHits(HitQuery query, int[] users, int firstUser, int endUser) {
        this.query = query;
        this.users = users;
        this.endUser = endUser;
        int found = Arrays.binarySearch(users, firstUser);
        place = found < 0 ? -found - 1 : found;
    }

    @Override
    public int next(Hits hits) {
        if (place == users.length || users[place] >= endUser) {
            return NOBODY;
        }
        int userIdx = users[place++];
        query.read(userIdx, hits);
        return userIdx;
    }
}
