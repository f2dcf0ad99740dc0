package app.attune.events.sample;

import app.attune.core.Seeds;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// A small export as a German till would write it, to try an import on: semicolons, Windows-1252, decimal commas,
/// other column names, and three lines that cannot be read.
final class MessyFile {
    static final String NAME = "messy-events.csv";
    static final int ROWS = 200;
    static final int TOO_FEW_COLUMNS_LINE = 48;
    static final int UNREADABLE_TIME_LINE = 97;
    static final int NO_USER_LINE = 151;

    private static final String HEADER = "Kunde;Zeitpunkt;Aktion;Artikel;Betrag;Stückzahl;Suchbegriff;Gerät";
    private static final Charset ENCODING = Charset.forName("windows-1252");
    private static final List<String> WORDS = List.of(
            "Wanderschuhe für Mädchen",
            "Zelt, grün",
            "\"Kocher; Töpfe\"",
            "Höhenmesser",
            "Schlafsack übergroß",
            "Müsliriegel",
            "\"Trinkflasche \"\"Größe L\"\"\"",
            "Regenhülle");

    private MessyFile() {}

    static void write(long seed, Catalogue catalogue, Path directory) throws IOException {
        SplittableRandom random = Seeds.stream(seed, "sample.messy");
        StringBuilder text = new StringBuilder(HEADER).append("\r\n");
        long time = ShopCalendar.AS_OF - 20 * ShopCalendar.DAY_MILLIS;
        for (int lineNumber = 2; lineNumber < ROWS + 2; lineNumber++) {
            time += 1_000L * random.nextInt(600, 9_000);
            text.append(line(lineNumber, time, catalogue, random)).append("\r\n");
        }
        Files.write(directory.resolve(NAME), text.toString().getBytes(ENCODING));
    }

    private static String line(int lineNumber, long time, Catalogue catalogue, SplittableRandom random) {
        String moment = ShopCalendar.iso(time).replace('T', ' ').replace("Z", "");
        String user = String.format(Locale.ROOT, "K-%04d", random.nextInt(1_000, 1_060));
        String rest = action(catalogue, random);
        return switch (lineNumber) {
            case TOO_FEW_COLUMNS_LINE -> user + ";" + moment + ";view";
            case UNREADABLE_TIME_LINE -> user + ";gestern Abend;" + rest;
            case NO_USER_LINE -> ";" + moment + ";" + rest;
            default -> user + ";" + moment + ";" + rest;
        };
    }

    private static String action(Catalogue catalogue, SplittableRandom random) {
        Item item = catalogue.item(catalogue.drawAny(random));
        String device = random.nextInt(3) == 0 ? "Tablet" : "Kasse";
        return switch (random.nextInt(8)) {
            case 0 -> "search;;;;" + WORDS.get(random.nextInt(WORDS.size())) + ";" + device;
            case 1, 2 -> {
                int quantity = 1 + random.nextInt(2);
                yield "purchase;" + item.id() + ";" + german(item.cents() * quantity) + ";" + quantity + ";;" + device;
            }
            default -> "view;" + item.id() + ";;;;" + device;
        };
    }

    private static String german(int cents) {
        String plain = SampleFiles.money(cents).replace('.', ',');
        int thousands = plain.length() - 6;
        return thousands > 0 ? plain.substring(0, thousands) + "." + plain.substring(thousands) : plain;
    }
}
