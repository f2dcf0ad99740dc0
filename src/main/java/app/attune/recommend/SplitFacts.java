package app.attune.recommend;

/// How the interactions were cut, and what could not be asked.
///
/// @param leakage             ends of both parts; passes where the parts were cut in time
/// @param trainEvents         interactions that train
/// @param testEvents          interactions that test, before anything was dropped
/// @param testUsers           users with at least one new item to find
/// @param unknownUserEvents   test interactions of users without training interactions, dropped
/// @param unknownItemEvents   test interactions with items without training interactions, dropped
/// @param repeatedEvents      test interactions with items the user already had, dropped
/// @param usersWithoutConsent users left out of both parts because they have not agreed to personalisation
/// @param details             the way they were cut, and what a k-core took out
public record SplitFacts(
        LeakageCheck leakage,
        long trainEvents,
        long testEvents,
        int testUsers,
        long unknownUserEvents,
        long unknownItemEvents,
        long repeatedEvents,
        int usersWithoutConsent,
        SplitDetails details) {
    static SplitFacts of(Parts parts, TestSet test) {
        return new SplitFacts(
                parts.leakage(),
                parts.train().size(),
                parts.test().size(),
                test.users(),
                test.unknownUsers(),
                test.unknownItems(),
                test.alreadyHad(),
                parts.train().usersWithoutConsent(),
                parts.details());
    }
}
