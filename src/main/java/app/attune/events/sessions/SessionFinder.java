package app.attune.events.sessions;

import app.attune.core.Progress;
import app.attune.events.Column;
import app.attune.events.Dictionary;
import app.attune.events.EventFrame;
import app.attune.events.NumberColumn;
import app.attune.events.TextColumn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Walks the events of every user once, in order of time, and says where sessions start.
final class SessionFinder {
    static final String SESSION_ID = "session_id";
    private static final String PAGE_VIEW_ID = "page_view_id";
    private static final int USERS_A_CHECK = 4_096;
    private static final int NONE = -1;
    private static final Column NOTHING = new NumberColumn("", new double[0]);

    private final EventFrame frame;
    private final SessionRules rules;
    private final long gap;
    private final int[] ids;
    private final int[] pages;
    private final boolean[] views;
    private final boolean[] pings;
    private final SessionCount found = new SessionCount();
    private final Map<Integer, Integer> byId = new HashMap<>();
    private final Set<Long> seen = new HashSet<>();
    private int paused = NONE;

    SessionFinder(EventFrame frame, SessionRules rules) {
        this.frame = frame;
        this.rules = rules;
        this.gap = rules.gap().toMillis();
        this.ids = rules.ids() == SessionRules.Ids.RECORDED ? codes(SESSION_ID) : new int[0];
        this.pages = codes(PAGE_VIEW_ID);
        int types = frame.types().size();
        this.views = new boolean[types];
        this.pings = new boolean[types];
        for (int type = 0; type < types; type++) {
            views[type] = SessionRules.isPageView(frame.types().text(type));
            pings[type] = SessionRules.isPing(frame.types().text(type));
        }
    }

    /// Of every event; none at all if the events have no such texts.
    private int[] codes(String name) {
        return frame.property(name).orElse(NOTHING) instanceof TextColumn text ? text.codes() : new int[0];
    }

    Sessions find(Progress progress) {
        int[] sessionOf = new int[frame.eventCount()];
        int[] firstOf = new int[frame.userCount() + 1];
        for (int userIdx = 0; userIdx < frame.userCount(); userIdx++) {
            if (userIdx % USERS_A_CHECK == 0) {
                progress.checkpoint();
            }
            firstOf[userIdx] = found.size();
            startUser();
            for (int row = frame.from(userIdx); row < frame.to(userIdx); row++) {
                int session = session(userIdx, row);
                sessionOf[row] = session;
                found.add(session, frame.time(row));
                view(session, row);
            }
        }
        firstOf[frame.userCount()] = found.size();
        return new Sessions(rules, sessionOf, firstOf, found);
    }

    private void startUser() {
        if (ids.length > 0) {
            byId.clear();
        }
        if (pages.length > 0) {
            seen.clear();
        }
        paused = NONE;
    }

    private int session(int userIdx, int row) {
        int id = ids.length == 0 ? Dictionary.MISSING : ids[row];
        long time = frame.time(row);
        if (id != Dictionary.MISSING) {
            return byId.computeIfAbsent(id, first -> found.start(userIdx, time));
        }
        if (paused == NONE || time - found.end(paused) > gap) {
            paused = found.start(userIdx, time);
        }
        return paused;
    }

    /// A page counts once in a session, however often it is shown or said to be shown.
    private void view(int session, int row) {
        if (!views[frame.type(row)]) {
            return;
        }
        int page = pages.length == 0 ? Dictionary.MISSING : pages[row];
        boolean counts = page == Dictionary.MISSING
                ? !pings[frame.type(row)] && pages.length == 0
                : seen.add(((long) session << Integer.SIZE) | page);
        if (counts) {
            found.view(session);
        }
    }
}
