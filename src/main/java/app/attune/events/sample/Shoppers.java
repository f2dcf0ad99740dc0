package app.attune.events.sample;

import app.attune.core.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// Makes the shop's 15,000 fictional customers.
final class Shoppers {
    static final int COUNT = 15_000;

    private static final String[] AGES = {"18-24", "25-34", "35-44", "45-54", "55-64", "65+", ""};
    private static final WeightedDraw AGE = new WeightedDraw(.13, .25, .22, .17, .13, .06, .04);
    private static final String[] GENDERS = {"female", "male", "other", ""};
    private static final WeightedDraw GENDER = new WeightedDraw(.46, .47, .015, .055);
    private static final String[] COUNTRIES = {"DE", "AT", "CH", "FR", "GB", "NL", "SE", "PL", "IT"};
    private static final WeightedDraw COUNTRY = new WeightedDraw(.38, .12, .09, .10, .09, .08, .05, .05, .04);
    private static final WeightedDraw DEVICE = new WeightedDraw(.58, .34, .08);
    private static final String[] CONSENTS = {"granted", "denied", ""};
    private static final WeightedDraw PERSONALISATION = new WeightedDraw(.80, .12, .08);
    private static final WeightedDraw MARKETING = new WeightedDraw(.45, .45, .10);
    private static final double NEW_SHARE = .45;
    private static final double ENTHUSIASTS = .012;
    private static final double VISITS_SURELY = .92;

    private Shoppers() {}

    static List<Shopper> of(long seed) {
        SplittableRandom random = Seeds.stream(seed, "sample.shoppers");
        SplittableRandom coin = Seeds.stream(seed, "sample.assignment");
        List<Shopper> shoppers = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            Shopper.Arms arms = new Shopper.Arms(coin.nextBoolean(), coin.nextBoolean());
            shoppers.add(shopper(i, arms, random));
        }
        return shoppers;
    }

    static String deviceName(int device) {
        return switch (device) {
            case 0 -> "mobile";
            case 1 -> "desktop";
            default -> "tablet";
        };
    }

    private static Shopper shopper(int userIdx, Shopper.Arms arms, SplittableRandom random) {
        int firstDay = 0;
        int signup = -1 - (int) (1_400 * random.nextDouble() * random.nextDouble());
        if (Chance.happens(NEW_SHARE, random)) {
            firstDay = random.nextInt(ShopCalendar.DAYS);
            signup = firstDay;
        }
        boolean unknown = Chance.happens(.02, random) && signup < 0;
        String date = unknown ? "" : ShopCalendar.FIRST_DAY.plusDays(signup).toString();
        String id = String.format(Locale.ROOT, "u%05d", userIdx + 1);
        Shopper.Facts facts = facts(date, random);
        return new Shopper(userIdx, id, facts, habits(firstDay, signup >= 0, arms, random));
    }

    private static Shopper.Facts facts(String signupDate, SplittableRandom random) {
        return new Shopper.Facts(
                AGES[AGE.draw(random)],
                GENDERS[GENDER.draw(random)],
                COUNTRIES[COUNTRY.draw(random)],
                deviceName(DEVICE.draw(random)),
                signupDate,
                CONSENTS[PERSONALISATION.draw(random)],
                CONSENTS[MARKETING.draw(random)]);
    }

    private static Shopper.Habits habits(int firstDay, boolean isNew, Shopper.Arms arms, SplittableRandom random) {
        boolean enthusiast = Chance.happens(ENTHUSIASTS, random);
        double visits = enthusiast ? 2.6 : Math.min(2.5, .165 * StrictMath.exp(.9 * Chance.normal(random)));
        double buys = enthusiast ? .75 : Math.min(.6, .075 * StrictMath.exp(.6 * Chance.normal(random)));
        int visitDay = -1;
        if (isNew) {
            visitDay = firstDay;
        } else if (Chance.happens(VISITS_SURELY, random)) {
            visitDay = random.nextInt(ShopCalendar.DAYS);
        }
        int first = random.nextInt(Catalogue.TASTES);
        int second = random.nextInt(Catalogue.TASTES);
        return new Shopper.Habits(visits, enthusiast, buys, first, second, firstDay, visitDay, arms);
    }
}
