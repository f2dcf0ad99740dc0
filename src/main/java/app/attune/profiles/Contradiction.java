package app.attune.profiles;

import app.attune.events.Column;
import app.attune.events.ColumnTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// An attribute of which the users who are one person say different things.
///
/// @param said first what counts for the person
public record Contradiction(int person, String name, String attribute, List<Said> said) {
    /// What one user's rows say.
    public record Said(String user, String value) {}

    public Contradiction {
        said = List.copyOf(said);
    }

    /// Those of all persons in their order, each person's by attribute.
    ///
    /// @param users the attributes of users, before they were brought together
    static List<Contradiction> of(PersonMap persons, ColumnTable users) {
        List<Contradiction> found = new ArrayList<>();
        for (int person = 0; person < persons.personCount(); person++) {
            if (persons.usersOf(person) > 1) {
                Integer[] members = Arrays.stream(persons.users(person)).boxed().toArray(Integer[]::new);
                Arrays.sort(members, persons::compareForNaming);
                for (Column column : users.columns()) {
                    List<Said> said = Arrays.stream(members)
                            .filter(user -> !column.isMissing(user))
                            .map(user -> new Said(persons.userId(user), column.shown(user)))
                            .toList();
                    if (said.stream().map(Said::value).distinct().count() > 1) {
                        found.add(new Contradiction(person, persons.name(person), column.name(), said));
                    }
                }
            }
        }
        return found;
    }
}
