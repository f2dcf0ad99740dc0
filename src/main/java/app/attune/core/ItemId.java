package app.attune.core;

/// What something was done to: an item of the catalogue, as the source system writes it. Never blank.
public record ItemId(String value) implements Comparable<ItemId> {
    public ItemId {
        Require.notBlank(value, "An item id");
    }

    @Override
    public int compareTo(ItemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
