package app.attune.events.read.log;

import java.util.List;
import java.util.Locale;

/// Programs that fetch pages without a person looking at them, by what they call themselves.
public final class KnownBots {
    private static final List<String> PARTS = List.of(
            "bot",
            "crawl",
            "spider",
            "slurp",
            "archiver",
            "ia_archive",
            "facebookexternalhit",
            "feedfetcher",
            "feedburner",
            "feedparser",
            "feedbin",
            "feedly",
            "newsblur",
            "tiny tiny rss",
            "rss/",
            "mediapartners",
            "bingpreview",
            "pingdom",
            "uptime",
            "monitor",
            "nagios",
            "check_http",
            "curl/",
            "wget/",
            "python-",
            "python/",
            "libwww",
            "java/",
            "go-http-client",
            "okhttp",
            "apache-httpclient",
            "ruby",
            "perl",
            "scrapy",
            "headlesschrome",
            "phantomjs",
            "lighthouse",
            "ezooms",
            "semrush",
            "ahrefs",
            "chef client",
            "nutch",
            "netcraft",
            "validator",
            "cfnetwork",
            "winhttp",
            "httrack",
            "zgrab",
            "masscan");

    private KnownBots() {}

    public static boolean isBot(String userAgent) {
        String lower = userAgent.toLowerCase(Locale.ROOT);
        return PARTS.stream().anyMatch(lower::contains) && !lower.contains("cubot");
    }
}
