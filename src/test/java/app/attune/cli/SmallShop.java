package app.attune.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of a shop of twelve users and fifteen items, and a workspace made of them by commands.
final class SmallShop {
    static final int USERS = 12;
    static final int EVENTS = 248;

    private final Path folder;

    SmallShop(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path workspace() {
        return folder.resolve("shop");
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path write(String name, String text) throws IOException {
        return Files.writeString(file(name), text);
    }

    /// October 2026: everybody looks at another thing every third day and buys it half a minute later.
    Path events() throws IOException {
        StringBuilder csv = new StringBuilder("event_id,user_id,time,event,item_id,value,order_id\n");
        for (int day = 1; day <= 31; day++) {
            for (int user = 1; user <= USERS; user++) {
                if ((day + user) % 3 == 0) {
                    String item = "i" + (user + (day + user) / 3 * 4) % 15;
                    String at = String.format("2026-10-%02dT10:%02d", day, user);
                    csv.append("v%d-%d,u%02d,%s:00Z,view,%s,,\n".formatted(day, user, user, at, item));
                    csv.append("p%d-%d,u%02d,%s:30Z,purchase,%s,%d.50,o%d-%d\n"
                            .formatted(day, user, user, at, item, user * 10, day, user));
                }
            }
        }
        return write("events.csv", csv.toString());
    }

    /// Nobody knows u12's country.
    Path users() throws IOException {
        StringBuilder csv = new StringBuilder("user_id,country,signup_date\n");
        for (int user = 1; user <= USERS; user++) {
            csv.append(
                    "u%02d,%s,2026-10-%02d\n".formatted(user, user == USERS ? "" : user % 2 == 0 ? "DE" : "AT", user));
        }
        return write("users.csv", csv.toString());
    }

    Path items() throws IOException {
        StringBuilder csv = new StringBuilder("item_id,name,category\n");
        for (int item = 0; item < 15; item++) {
            csv.append("i%d,Thing %d,%s\n".formatted(item, item, item % 2 == 0 ? "Tents" : "Ropes"));
        }
        return write("items.csv", csv.toString());
    }

    /// Made and filled.
    SmallShop filled() throws IOException {
        Terminal.text("new", workspace(), "--name", "Small shop");
        Terminal.text("import", workspace(), items(), "--as", "items");
        Terminal.text("import", workspace(), users(), "--as", "users");
        Terminal.text("import", workspace(), events(), "--consent", "all-agreed");
        return this;
    }
}
