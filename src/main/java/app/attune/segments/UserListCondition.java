package app.attune.segments;

import java.util.List;

/// The user's id is, or is not, one of a list.
///
/// @param ids exactly as the data has them
public record UserListCondition(Listed listed, List<String> ids) implements UserCondition {
    /// Which users are meant.
    public enum Listed {
        IS,
        IS_NOT
    }

    public UserListCondition {
        ids = List.copyOf(ids);
    }
}
