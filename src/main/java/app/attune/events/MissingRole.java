package app.attune.events;

/// What can be done when no column holds what an import cannot do without.
final class MissingRole {
    private MissingRole() {}

    static String remedy(ColumnRole role) {
        return role == ColumnRole.USER
                ? "Choose the column that names users: an id of a customer, account, device or cookie, or an e-mail"
                        + " address. If there is none, an id of the visit or order can stand for them: each is then a"
                        + " user of its own. Without any, only an export that names users lets events be told apart by"
                        + " user; or make each row a user of its own."
                : "Choose the column that holds it, or import the rows as something else.";
    }
}
