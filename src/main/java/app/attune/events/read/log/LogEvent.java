package app.attune.events.read.log;

import java.util.Locale;
import java.util.Set;

/// What a line of a server log says happened: `page_view` where a page was delivered, else the method, such as `post`,
/// or `get` for pictures, scripts and pages that were not there.
public final class LogEvent {
    private static final String PAGE_VIEW = "page_view";
    private static final Set<String> STATIC = Set.of(
            "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "bmp", "woff",
            "woff2", "ttf", "otf", "eot", "mp3", "mp4", "webm", "ogg", "wav", "avi", "swf", "flv", "xml", "rss", "atom",
            "json", "txt", "zip", "gz");

    private LogEvent() {}

    /// @param status empty where the log has none
    public static String of(String method, String path, String status) {
        boolean seen = status.isEmpty() || status.startsWith("2") || status.equals("304");
        boolean page = (method.isEmpty() || method.equals("GET")) && seen && !isStatic(path);
        return page ? PAGE_VIEW : method.isEmpty() ? "request" : method.toLowerCase(Locale.ROOT);
    }

    private static boolean isStatic(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/')
                && STATIC.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
