package app.attune.core;

/// Who did something, as the source system writes it. Never blank.
public record UserId(String value) implements Comparable<UserId> {
    public UserId {
        Require.notBlank(value, "A user id");
    }

    @Override
    public int compareTo(UserId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
