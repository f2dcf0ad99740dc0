package app.attune.events;

import app.attune.events.read.ColumnProfile;
import app.attune.events.read.ImportPreview;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a column named just `id` is the id of, in a file where no column is known to name users.
///
/// Where nothing happened, of an item if the columns look like those of items, else of a user. Where something did, of
/// the event if no value comes twice in [#ENOUGH] rows or more, else of the user.
final class PlainId {
    private static final int ENOUGH = 20;
    private static final Set<String> OF_ITEMS = Set.of(
            "title",
            "price",
            "unitprice",
            "category",
            "categories",
            "brand",
            "genre",
            "genres",
            "sku",
            "stock",
            "colour",
            "color",
            "author",
            "publisher");

    private final ImportPreview preview;

    PlainId(ImportPreview preview) {
        this.preview = preview;
    }

    /// Adds the role of the column, if there is one.
    void claim(Map<ColumnRole, String> roles) {
        column().ifPresent(name -> {
            boolean happened = roles.containsKey(ColumnRole.TIME) || roles.containsKey(ColumnRole.ITEM);
            if (isItem(roles)) {
                roles.put(ColumnRole.ITEM, name);
            } else if (happened && isDifferent(name)) {
                roles.putIfAbsent(ColumnRole.EVENT_ID, name);
            } else {
                roles.put(ColumnRole.USER, name);
            }
        });
    }

    private boolean isItem(Map<ColumnRole, String> roles) {
        return !roles.containsKey(ColumnRole.TIME)
                && !roles.containsKey(ColumnRole.ITEM)
                && preview.columnNames().stream().map(MappingGuess::simple).anyMatch(OF_ITEMS::contains)
                && preview.columnNames().stream().noneMatch(MappingGuess::isContact);
    }

    private Optional<String> column() {
        return preview.columns().stream()
                .filter(profile -> !profile.isEmpty()
                        && MappingGuess.simple(profile.name()).equals("id"))
                .map(ColumnProfile::name)
                .findFirst();
    }

    private boolean isDifferent(String name) {
        int position = preview.columnNames().indexOf(name);
        Set<String> seen = new HashSet<>();
        List<String> values = preview.rows().stream()
                .map(row -> row.get(position))
                .filter(value -> !value.isBlank())
                .toList();
        return values.size() >= ENOUGH && values.stream().allMatch(seen::add);
    }
}
