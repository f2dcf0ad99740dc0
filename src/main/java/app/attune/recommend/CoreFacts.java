package app.attune.recommend;

/// What a k-core took out of the training part.
///
/// @param least        users and items with fewer of each other went; 0 if none was asked for
/// @param users        who went
/// @param items        that went
/// @param interactions that went
/// @param testUsers    who would have had something to find, and have not now
public record CoreFacts(int least, long users, long items, long interactions, int testUsers) {
    public static final CoreFacts NONE = new CoreFacts(0, 0, 0, 0, 0);

    public boolean isAsked() {
        return least > 0;
    }
}
