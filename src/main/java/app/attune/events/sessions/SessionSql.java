package app.attune.events.sessions;

import java.time.Duration;

/// How sessions are numbered, as standard SQL for people who number them elsewhere; the workbench never runs it.
///
/// Tables and names as in the SQL of features: `events(user_id, event_time, …)` with properties as columns. Of two
/// sessions of a user that start at the same instant, either may come first.
public final class SessionSql {
    private SessionSql() {}

    /// All events with one column more, the number of their user's session.
    ///
    /// @param rules whose ids count only where events have the column `session_id`
    public static String of(SessionRules rules) {
        return switch (rules.ids()) {
            case RECORDED -> recorded(rules.gap());
            case IGNORED -> cut(rules.gap());
        };
    }

    private static String cut(Duration gap) {
        return """
                WITH cut AS (
                  SELECT e.*, CASE WHEN e.event_time <= LAG(e.event_time) OVER
                        (PARTITION BY e.user_id ORDER BY e.event_time) + INTERVAL '%d' SECOND
                      THEN 0 ELSE 1 END AS starts
                  FROM events e)
                SELECT c.*, SUM(c.starts) OVER (PARTITION BY c.user_id ORDER BY c.event_time) AS session_number
                FROM cut c""".formatted(gap.toSeconds());
    }

    private static String recorded(Duration gap) {
        return """
                WITH cut AS (
                  SELECT e.*, CASE WHEN e.session_id IS NOT NULL OR e.event_time <= LAG(e.event_time) OVER
                        (PARTITION BY e.user_id, CASE WHEN e.session_id IS NULL THEN 1 ELSE 0 END
                          ORDER BY e.event_time) + INTERVAL '%d' SECOND
                      THEN 0 ELSE 1 END AS starts
                  FROM events e),
                pauses AS (
                  SELECT c.*, SUM(c.starts) OVER (PARTITION BY c.user_id ORDER BY c.event_time) AS pause FROM cut c),
                visits AS (
                  SELECT p.*, CASE WHEN p.session_id IS NULL THEN p.pause ELSE 0 END AS visit,
                    MIN(p.event_time) OVER (PARTITION BY p.user_id, p.session_id,
                        CASE WHEN p.session_id IS NULL THEN p.pause ELSE 0 END) AS visit_start
                  FROM pauses p)
                SELECT v.*, DENSE_RANK() OVER
                    (PARTITION BY v.user_id ORDER BY v.visit_start, v.session_id, v.visit) AS session_number
                FROM visits v""".formatted(gap.toSeconds());
    }
}
