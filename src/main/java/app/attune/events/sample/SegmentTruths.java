package app.attune.events.sample;

import app.attune.events.sample.Expected.SegmentTruth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Counts the planted segments over the rows by a plain loop.
final class SegmentTruths {
    static final int VIP_EUROS = 1_000;

    private static final long LAST_14 = daysBack(14);
    private static final long LAST_28 = daysBack(28);
    private static final long LAST_30 = daysBack(30);
    private static final long LAST_90 = daysBack(90);

    private final Shop shop;
    private final Person[] people;

    private SegmentTruths(Shop shop) {
        this.shop = shop;
        this.people = new Person[shop.shoppers().size()];
        for (Shopper shopper : shop.shoppers()) {
            people[shopper.userIdx()] = new Person(shopper.facts());
        }
    }

    /// What the loop gathers about one person.
    private static final class Person {
        final Shopper.Facts facts;
        final Set<String> recentOrders = new HashSet<>();
        long firstEvent = Long.MAX_VALUE;
        long lastCart = Long.MIN_VALUE;
        long lastPurchase = Long.MIN_VALUE;
        long lastTentPurchase = Long.MIN_VALUE;
        long cents;
        int tentViews;

        Person(Shopper.Facts facts) {
            this.facts = facts;
        }
    }

    static List<SegmentTruth> of(Shop shop, List<Row> distinct) {
        SegmentTruths truths = new SegmentTruths(shop);
        distinct.forEach(truths::gather);
        return truths.count();
    }

    private void gather(Row row) {
        ShopEvent event = row.event();
        Person person = people[event.userIdx()];
        person.firstEvent = Math.min(person.firstEvent, event.time());
        boolean tent = event.itemIdx() >= 0
                && shop.catalogue().item(event.itemIdx()).shelf().top().equals("Tents");
        switch (event.kind()) {
            case CART -> person.lastCart = Math.max(person.lastCart, event.time());
            case PURCHASE -> purchase(person, row, tent);
            case VIEW -> person.tentViews += tent && event.time() >= LAST_28 ? 1 : 0;
            case SEARCH, RATING, EXPOSURE -> {}
        }
    }

    private static void purchase(Person person, Row row, boolean tent) {
        long time = row.event().time();
        person.lastPurchase = Math.max(person.lastPurchase, time);
        person.lastTentPurchase = tent ? Math.max(person.lastTentPurchase, time) : person.lastTentPurchase;
        person.cents += row.event().detail().hundredths();
        if (time >= LAST_90) {
            person.recentOrders.add(row.orderId());
        }
    }

    private List<SegmentTruth> count() {
        Predicate<Person> frequent = person -> person.recentOrders.size() >= 5;
        Predicate<Person> vip = person -> person.cents >= VIP_EUROS * 100L;
        List<SegmentTruth> counted = new ArrayList<>(countBehaviour(frequent, vip));
        String newFrom = ShopCalendar.iso(LAST_14).substring(0, 10);
        counted.add(segment(
                "new-signups|New visitors|signup_date on or after " + newFrom + " (the last 14 days)",
                person -> person.facts.signupDate().compareTo(newFrom) >= 0));
        counted.add(segment(
                "german-mobile|Germany on mobile|country = DE and device = mobile",
                person -> person.facts.country().equals("DE")
                        && person.facts.device().equals("mobile")));
        counted.add(segment(
                "consented|May be personalised|consent_personalisation = granted",
                person -> person.facts.personalisation().equals("granted")));
        counted.add(segment(
                "refused|Refused personalisation|consent_personalisation = denied",
                person -> person.facts.personalisation().equals("denied")));
        return counted;
    }

    private List<SegmentTruth> countBehaviour(Predicate<Person> frequent, Predicate<Person> vip) {
        return List.of(
                segment("frequent-buyers|Frequent buyers|at least 5 distinct orders in the last 90 days", frequent),
                segment(
                        "cart-abandoners|Cart abandoners|a cart event and no purchase in the last 30 days",
                        person -> person.lastCart >= LAST_30 && person.lastPurchase < LAST_30),
                segment(
                        "first-seen|First seen|first event within the last 14 days",
                        person -> person.firstEvent >= LAST_14 && person.firstEvent < ShopCalendar.AS_OF),
                segment(
                        "lapsed|Lapsed buyers|at least one purchase, none in the last 90 days",
                        person -> person.lastPurchase > Long.MIN_VALUE && person.lastPurchase < LAST_90),
                segment("vip|VIP|sum of the value of purchases at least " + VIP_EUROS, vip),
                segment("frequent-vip|Frequent VIP|both frequent-buyers and vip", frequent.and(vip)),
                segment(
                        "tent-browsers|Tent browsers|at least 3 views of items of top category Tents in the last"
                                + " 28 days and no purchase of one in the last 90 days",
                        person -> person.tentViews >= 3 && person.lastTentPurchase < LAST_90));
    }

    /// `words` is id, name and definition with a bar between.
    private SegmentTruth segment(String words, Predicate<Person> member) {
        String[] word = words.split("\\|", -1);
        int size = 0;
        for (Person person : people) {
            size += member.test(person) ? 1 : 0;
        }
        return new SegmentTruth(word[0], word[1], word[2], size);
    }

    private static long daysBack(int days) {
        return ShopCalendar.AS_OF - days * ShopCalendar.DAY_MILLIS;
    }
}
