package app.attune.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.Progress;
import app.attune.recommend.RandomShop.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SplitFileTest {
    @TempDir
    private Path folder = Path.of("");

    private SplitFile read(String text) throws IOException {
        return SplitFileReader.read(Files.writeString(folder.resolve("split.csv"), text), Progress.none());
    }

    private static InteractionLog tiny() {
        return InteractionSelection.select(Shop.tiny(), Shop.PURCHASES, Progress.none());
    }

    private static List<String> pairs(InteractionLog log) {
        return RandomShop.rows(log).stream().map(one -> one.user() + one.item()).toList();
    }

    @Test
    void withoutPartsThePairsTestAndAllOthersTrain() throws IOException {
        Parts parts = OwnSplit.of(tiny(), read("user,item\na,2\nc,1\n")).parts();
        assertEquals(List.of("a2", "c1"), pairs(parts.test()));
        assertEquals(List.of("a1", "b1", "b2", "c3", "d2"), pairs(parts.train()));
        assertEquals(0, parts.details().setAside());
    }

    @Test
    void withPartsOnlyWhatIsNamedTrains() throws IOException {
        OwnSplit.Done done = OwnSplit.of(
                tiny(), read("item_id,Part,User_ID\r\n1,train,a\r\n2,TEST,a\r\n1,validation,b\r\n2,train,\"d\"\r\n"));
        assertEquals(List.of("a2"), pairs(done.parts().test()));
        assertEquals(List.of("a1", "d2"), pairs(done.parts().train()));
        assertEquals(4, done.parts().details().setAside(), "validation and what is not named");
        assertEquals(List.of(), done.findings());
    }

    @Test
    void whatNothingAnswersToIsToldWithItsLineAndARemedy() throws IOException {
        String text = """
                user,item,part
                a,1,train
                x,1,train
                a,9,test
                a,3,test
                b,1,tset
                b
                a,1,test
                ,1,test
                """;
        OwnSplit.Done done = OwnSplit.of(tiny(), read(text));
        List<String> told = done.findings().stream().map(one -> one.message()).toList();
        assertEquals(
                List.of(
                        "Line 6 of split.csv was left out: its part is \"tset\".",
                        "Line 7 of split.csv was left out: it has no item.",
                        "Line 9 of split.csv was left out: it has no user.",
                        "Line 3 of split.csv was left out: no interaction that counts is of user \"x\".",
                        "Line 4 of split.csv was left out: no interaction that counts is with item \"9\".",
                        "Line 8 of split.csv was left out: line 2 puts the same pair into another part.",
                        "Line 5 of split.csv was left out: user \"a\" has no interaction with item \"3\" that counts."),
                told);
        assertTrue(done.findings().stream().noneMatch(one -> one.remedy().isBlank()));
        assertEquals(List.of("a1"), pairs(done.parts().train()));
    }

    @Test
    void manyLinesOfNoUseAreCounted() throws IOException {
        String many = IntStream.range(0, 50).mapToObj(i -> "x" + i + ",1\n").collect(Collectors.joining());
        OwnSplit.Done done = OwnSplit.of(tiny(), read("user,item\na,2\n" + many));
        assertEquals(SplitFile.MOST_PROBLEMS + 1, done.findings().size());
        assertEquals(
                "50 lines of split.csv were left out; the first 20 are told.",
                done.findings().getLast().message());
    }

    @Test
    void filesThatSayNothingAreRefused() {
        assertEquals("recommend.split-file-column", code("person,item\na,1\n"));
        assertEquals("recommend.split-file-empty", code("user,item\n"));
        assertEquals("recommend.split-file-empty", code("user,item,part\na,1,tset\n"));
        ProblemException gone = assertThrows(
                ProblemException.class, () -> SplitFileReader.read(folder.resolve("gone.csv"), Progress.none()));
        assertEquals("recommend.split-file-unreadable", gone.problem().code());
    }

    private String code(String text) {
        return assertThrows(ProblemException.class, () -> read(text)).problem().code();
    }

    /// A file of the pairs of another way gives what that way gives.
    @Test
    void aFileOfThePairsOfLeaveLastOutIsTheSameSplit() throws IOException {
        for (long seed = 1; seed <= 20; seed++) {
            InteractionLog log = RandomShop.log(seed, 50);
            Parts last = LastOut.of(log);
            String text = "user,item\n"
                    + RandomShop.rows(last.test()).stream()
                            .map(one -> one.user() + "," + one.item() + "\n")
                            .distinct()
                            .collect(Collectors.joining());
            Parts own = OwnSplit.of(log, read(text)).parts();
            assertEquals(distinct(last.test()), distinct(own.test()), "seed " + seed);
            assertEquals(distinct(last.train()), distinct(own.train()), "seed " + seed);
        }
    }

    private static List<String> distinct(InteractionLog log) {
        return RandomShop.rows(log).stream()
                .map((Event one) -> one.user() + " " + one.item())
                .distinct()
                .sorted()
                .toList();
    }
}
