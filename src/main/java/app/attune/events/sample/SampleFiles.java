package app.attune.events.sample;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// Writes the shop as CSV files: UTF-8, comma, line feeds, missing values empty; gzip without a time stamp.
final class SampleFiles {
    static final String EVENTS = "events.csv.gz";
    static final String USERS = "users.csv.gz";
    static final String ITEMS = "items.csv.gz";

    private SampleFiles() {}

    static void write(Shop shop, Path directory) throws IOException {
        try (Writer out = gzip(directory.resolve(EVENTS))) {
            out.write("event_id,user_id,time,event,item_id,value,quantity,order_id,query,device,");
            out.write("experiment,variant,loaded_at\n");
            for (Row row : shop.rows()) {
                out.write(line(row, shop));
            }
        }
        try (Writer out = gzip(directory.resolve(USERS))) {
            out.write("user_id,age_band,gender,country,device,signup_date,");
            out.write("consent_personalisation,consent_marketing\n");
            for (Shopper shopper : shop.shoppers()) {
                out.write(line(shopper));
            }
        }
        try (Writer out = gzip(directory.resolve(ITEMS))) {
            out.write("item_id,name,category,top_category,brand,price\n");
            for (Item item : shop.catalogue().items()) {
                out.write(line(item));
            }
        }
    }

    private static String line(Row row, Shop shop) {
        ShopEvent event = row.event();
        ShopEvent.Detail detail = event.detail();
        return String.join(
                        ",",
                        row.id(),
                        shop.shoppers().get(event.userIdx()).id(),
                        ShopCalendar.iso(event.time()),
                        event.kind().word(),
                        event.itemIdx() < 0
                                ? ""
                                : shop.catalogue().item(event.itemIdx()).id(),
                        value(event),
                        detail.quantity() == 0 ? "" : Integer.toString(detail.quantity()),
                        row.orderId(),
                        detail.query(),
                        detail.device(),
                        detail.trial().experiment(),
                        detail.trial().variant(),
                        ShopCalendar.iso(row.loadedAt()))
                + "\n";
    }

    private static String value(ShopEvent event) {
        int hundredths = event.detail().hundredths();
        if (hundredths < 0) {
            return "";
        }
        return event.kind() == EventKind.RATING ? Integer.toString(hundredths / 100) : money(hundredths);
    }

    private static String line(Shopper shopper) {
        Shopper.Facts facts = shopper.facts();
        return String.join(
                        ",",
                        shopper.id(),
                        facts.ageBand(),
                        facts.gender(),
                        facts.country(),
                        facts.device(),
                        facts.signupDate(),
                        facts.personalisation(),
                        facts.marketing())
                + "\n";
    }

    private static String line(Item item) {
        return String.join(
                        ",",
                        item.id(),
                        item.name(),
                        item.shelf().path(),
                        item.shelf().top(),
                        item.brand(),
                        money(item.cents()))
                + "\n";
    }

    static String money(int cents) {
        int rest = cents % 100;
        return cents / 100 + (rest < 10 ? ".0" : ".") + rest;
    }

    private static Writer gzip(Path file) throws IOException {
        OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file));
        return new BufferedWriter(new OutputStreamWriter(new SmallestGzip(raw), StandardCharsets.UTF_8), 1 << 16);
    }

    /// Gzip at its best compression; Java writes no time stamp into the header.
    private static final class SmallestGzip extends GZIPOutputStream {
        SmallestGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
