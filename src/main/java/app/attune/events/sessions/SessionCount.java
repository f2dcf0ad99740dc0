package app.attune.events.sessions;

import java.util.Arrays;

/// Sessions found so far, as columns that grow.
final class SessionCount {
    private static final int FIRST_SIZE = 1_024;

    private int size;
    private int[] users = new int[FIRST_SIZE];
    private long[] starts = new long[FIRST_SIZE];
    private long[] ends = new long[FIRST_SIZE];
    private int[] events = new int[FIRST_SIZE];
    private int[] pageViews = new int[FIRST_SIZE];

    int size() {
        return size;
    }

    /// A session that starts with an event at `time`, which is still to be added.
    int start(int userIdx, long time) {
        if (size == users.length) {
            int more = size * 2;
            users = Arrays.copyOf(users, more);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            events = Arrays.copyOf(events, more);
            pageViews = Arrays.copyOf(pageViews, more);
        }
        users[size] = userIdx;
        starts[size] = time;
        return size++;
    }

    void add(int session, long time) {
        ends[session] = time;
        events[session]++;
    }

    void view(int session) {
        pageViews[session]++;
    }

    long end(int session) {
        return ends[session];
    }

    /// Longer than there are sessions, as all the others.
    int[] users() {
        return users;
    }

    long[] starts() {
        return starts;
    }

    long[] ends() {
        return ends;
    }

    int[] events() {
        return events;
    }

    int[] pageViews() {
        return pageViews;
    }
}
