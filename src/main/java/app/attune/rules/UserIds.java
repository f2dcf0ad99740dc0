package app.attune.rules;

import java.util.OptionalInt;

/// The ids of users by their position, and back.
public interface UserIds {
    String id(int userIdx);

    /// Empty when the data has no such user.
    OptionalInt find(String id);

    /// Knows nobody.
    static UserIds none() {
        return NoUsers.INSTANCE;
    }

    /// Ids that are not known.
    enum NoUsers implements UserIds {
        INSTANCE;

        @Override
        public String id(int userIdx) {
            return String.valueOf(userIdx);
        }

        @Override
        public OptionalInt find(String id) {
            return OptionalInt.empty();
        }
    }
}
