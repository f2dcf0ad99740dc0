package app.attune.profiles;

/// What analysts have defined about people, as it stands now.
public interface PeopleDefinitions {
    IdentityRules identity();

    /// Every user is a person.
    static PeopleDefinitions none() {
        return () -> IdentityRules.NONE;
    }
}
