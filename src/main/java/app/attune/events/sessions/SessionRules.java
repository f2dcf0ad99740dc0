package app.attune.events.sessions;

import app.attune.core.Require;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What makes one session of several events of a user.
///
/// @param gap a pause longer than this ends a session
/// @param ids what a session id that the source recorded means
public record SessionRules(Duration gap, Ids ids) {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final List<String> PAGE_VIEWS =
            List.of("pageview", "page", "screenview", "screen", "pageping", "view", "viewpage");

    /// Thirty minutes, and the source's own ids where events have them.
    public static final SessionRules DEFAULT = new SessionRules(Duration.ofMinutes(30), Ids.RECORDED);

    /// What becomes of the session ids that events come with.
    public enum Ids {
        /// Events of one user with the same id are one session; those without an id are cut by pauses.
        RECORDED,
        /// All events are cut by pauses.
        IGNORED
    }

    public SessionRules {
        Require.that(
                gap.compareTo(Duration.ofSeconds(1)) >= 0 && gap.compareTo(LONGEST) <= 0,
                "A pause between sessions lasts from 1 second to 30 days, not " + gap.toSeconds() + " seconds");
    }

    public SessionRules withGap(Duration other) {
        return new SessionRules(other, ids);
    }

    public SessionRules withIds(Ids other) {
        return new SessionRules(gap, other);
    }

    /// Whether an event of this type shows a page: `page_view`, `$pageview`, `Page`, `screen_view`, `view`.
    static boolean isPageView(String type) {
        return PAGE_VIEWS.contains(plain(type));
    }

    /// Whether an event of this type only says that a page is still shown.
    static boolean isPing(String type) {
        return plain(type).equals("pageping");
    }

    private static String plain(String type) {
        return type.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
