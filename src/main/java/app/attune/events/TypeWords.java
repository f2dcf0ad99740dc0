package app.attune.events;

import app.attune.events.read.ColumnProfile;
import app.attune.events.read.ImportPreview;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds the column of event types by its values: few different words, at least half of which are well-known ones that
/// at least half of the rows have.
final class TypeWords {
    private static final int MOST = 30;
    private static final String OTHERWISE = "page|url|path|channel|source|medium|campaign|device|category|referr";
    private static final Set<String> KNOWN = Set.of(
            "view",
            "views",
            "viewed",
            "pageview",
            "pageviews",
            "viewitem",
            "viewproduct",
            "productview",
            "productviewed",
            "itemview",
            "detail",
            "impression",
            "exposure",
            "click",
            "clicks",
            "clicked",
            "tap",
            "open",
            "cart",
            "addtocart",
            "addcart",
            "cartadd",
            "addedtocart",
            "removefromcart",
            "basket",
            "addtobasket",
            "wishlist",
            "addtowishlist",
            "checkout",
            "begincheckout",
            "purchase",
            "purchased",
            "buy",
            "bought",
            "order",
            "ordered",
            "sale",
            "transaction",
            "payment",
            "refund",
            "return",
            "search",
            "searched",
            "signup",
            "register",
            "registration",
            "login",
            "logout",
            "subscribe",
            "unsubscribe",
            "rating",
            "rate",
            "rated",
            "review",
            "like",
            "share",
            "sessionstart",
            "visit",
            "kauf",
            "gekauft",
            "bestellung",
            "bestellt",
            "warenkorb",
            "indenwarenkorb",
            "merkzettel",
            "wunschliste",
            "ansicht",
            "angesehen",
            "seitenaufruf",
            "produktansicht",
            "klick",
            "suche",
            "bewertung",
            "anmeldung",
            "registrierung",
            "retoure",
            "stornierung",
            "storno");

    private TypeWords() {}

    /// The column with the most known words, the first of several; those with a role already are left out.
    static Optional<String> column(ImportPreview preview, Collection<String> claimed) {
        List<String> names = preview.columnNames();
        String best = "";
        double most = 0;
        for (ColumnProfile profile : preview.columns()) {
            boolean other = claimed.contains(profile.name())
                    || profile.name().toLowerCase(Locale.ROOT).matches(".*(" + OTHERWISE + ").*");
            double share = other ? 0 : share(preview.rows(), names.indexOf(profile.name()));
            if (share > most) {
                most = share;
                best = profile.name();
            }
        }
        return most > 0 ? Optional.of(best) : Optional.empty();
    }

    /// Whether the column looks like one of event types.
    static boolean holds(ImportPreview preview, String column) {
        return share(preview.rows(), preview.columnNames().indexOf(column)) > 0;
    }

    /// The share of rows with known words, or 0 if the column does not look like one of types.
    private static double share(List<List<String>> rows, int column) {
        TreeMap<String, Integer> words = new TreeMap<>();
        int present = 0;
        for (List<String> row : rows) {
            String word = row.get(column).toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
            if (!word.isEmpty()) {
                words.merge(word, 1, Integer::sum);
                present++;
            }
        }
        long known = words.keySet().stream().filter(KNOWN::contains).count();
        int having = words.entrySet().stream()
                .filter(entry -> KNOWN.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        boolean types = words.size() <= MOST && known * 2 >= words.size() && having * 2 >= present;
        return types && known > 0 ? (double) having / present : 0;
    }
}
