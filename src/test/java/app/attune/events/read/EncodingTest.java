package app.attune.events.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.ProblemException;
import app.attune.core.json.Json;
import app.attune.events.read.EncodingGuess.Sureness;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EncodingTest {
    private static final String GERMAN = "Kunde;Ort\nJürgen Müller;Köln\nBärbel Groß;Düsseldorf\nÄnne Öhler;Würzburg\n";
    private static final String FRENCH = "client;ville\nHélène;Besançon\nFrançois;Orléans\nZoé;Forêt-Noël à côté\n";
    private static final String POLISH =
            "klient;miasto\nŁukasz Żółć;Łódź\nGrażyna Śląska;Kraków\nStanisław;Gdańsk i Wrocław\n";
    private static final String CZECH =
            "zákazník;město\nJiří Dvořák;Plzeň\nŽofie Růžičková;Děčín\nŠtěpán;České Budějovice\n";
    private static final String TURKISH =
            "müşteri;şehir\nÇağlar Yıldız;İstanbul\nGülşah;Eskişehir\nOğuz;Diyarbakır Şırnak\n";
    private static final String RUSSIAN =
            "клиент;город\nИван Петров;Москва\nОльга Сергеева;Санкт-Петербург\nПётр;Новосибирск\n";
    private static final String GREEK = "πελάτης;πόλη\nΓιώργος Παπαδόπουλος;Αθήνα\nΕλένη;Θεσσαλονίκη\nΝίκος;Πάτρα\n";
    private static final String HEBREW = "לקוח;עיר\nיוסי כהן;תל אביב\nרחל לוי;ירושלים\nדוד;חיפה\n";
    private static final String CHINESE = "客戶;城市\n王小明;台北市信義區\n陳美麗;高雄市左營區\n林志強;台中市西屯區\n張惠美的訂單已經出貨;我們會再通知您\n";
    private static final String SIMPLIFIED = "客户;城市\n王小明;北京市朝阳区\n陈美丽;上海市浦东新区\n林志强;广州市天河区\n这个订单已经发货;我们会再通知您\n";
    private static final String JAPANESE =
            "顧客;都市\n山田太郎;東京都渋谷区\nさとうはなこ;大阪市\nスズキイチロウ;名古屋市\nご注文ありがとうございます;またのお越しをお待ちしております\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "GERMAN, UTF-8",
        "GERMAN, UTF-16LE",
        "GERMAN, UTF-16BE",
        "GERMAN, windows-1252",
        "GERMAN, IBM850",
        "FRENCH, windows-1252",
        "POLISH, windows-1250",
        "POLISH, ISO-8859-2",
        "CZECH, windows-1250",
        "TURKISH, windows-1254",
        "RUSSIAN, windows-1251",
        "RUSSIAN, KOI8-R",
        "RUSSIAN, IBM866",
        "RUSSIAN, UTF-8",
        "GREEK, windows-1253",
        "HEBREW, windows-1255",
        "CHINESE, Big5",
        "SIMPLIFIED, GB18030",
        "JAPANESE, Shift_JIS",
        "JAPANESE, EUC-JP"
    })
    void textInManyLanguagesIsReadAsItWasWritten(String text, String charset) {
        String written = of(text);
        EncodingGuess guess = FormatDetection.encoding(written.getBytes(Charset.forName(charset)));
        assertEquals(
                written,
                new String(
                        written.getBytes(Charset.forName(charset)),
                        guess.encoding().charset()),
                guess.words());
    }

    @Test
    void aMarkIsCertainAndFewLettersAreAGuess() {
        assertEquals(Sureness.CERTAIN, sureness("\uFEFFa;b\n", StandardCharsets.UTF_8));
        assertEquals(Sureness.CERTAIN, sureness("\uFEFFa;b\n", StandardCharsets.UTF_16LE));
        assertEquals(Sureness.ASSUMED, sureness("a;b\n", StandardCharsets.US_ASCII));
        assertEquals(Sureness.CERTAIN, sureness(GERMAN, StandardCharsets.UTF_8));
        assertEquals(Sureness.LIKELY, sureness("a;b\nü;1\n", StandardCharsets.UTF_8));
        assertEquals(Sureness.GUESSED, sureness("a;b\nü;1\n", StandardCharsets.ISO_8859_1));
        assertEquals(Sureness.LIKELY, sureness(RUSSIAN, Charset.forName("KOI8-R")));
    }

    @Test
    void theEuroSignTellsLatin9() {
        String prices = "Artikel;Preis\nZelt für zwei;199 €\nKocher;€ 49\nTrinkflasche, groß;9 €\n";
        EncodingGuess guess = FormatDetection.encoding(prices.getBytes(Charset.forName("ISO-8859-15")));
        assertEquals("ISO-8859-15", guess.encoding().name());
        assertEquals(
                "windows-1252",
                FormatDetection.encoding(prices.getBytes(Charset.forName("windows-1252")))
                        .encoding()
                        .name());
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, true", "UTF-8, false", "UTF-16LE, true", "UTF-16LE, false", "UTF-16BE, true", "UTF-16BE, false"
    })
    void aMarkIsNoTextWithOrWithoutIt(String charset, boolean mark) throws IOException {
        String text = (mark ? "\uFEFF" : "") + "user,value\na,ü\n";
        List<RawRow> rows = rows(text.getBytes(Charset.forName(charset)), Encoding.of(charset));
        assertEquals("user a", "user " + ((RawRow.Values) rows.getFirst()).values()[0]);
        assertEquals("ü", ((RawRow.Values) rows.getFirst()).values()[1]);
    }

    @Test
    void everyEncodingOfJavaCanBeChosenAndNamedInJson() {
        assertTrue(Encoding.values().length > 60);
        for (Encoding encoding : Encoding.values()) {
            assertEquals(encoding, Json.read(Json.write(encoding), Encoding.class, "An encoding"));
        }
        assertEquals(Encoding.UTF_8, Json.read("\"UTF_8_BOM\"", Encoding.class, "An encoding"));
        ProblemException problem = assertThrows(ProblemException.class, () -> Encoding.of("klingon"));
        assertEquals("import.unknown-encoding", problem.problem().code());
    }

    @ParameterizedTest
    @CsvSource({"Big5, 3", "Shift_JIS, 3", "GB18030, 3", "EUC-KR, 3", "windows-1253, 3"})
    void bytesThatAreNoCharacterCostTheirRowOnlyInAnyEncoding(String charset, long line) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("user,value\na,1\nb,".getBytes(Charset.forName(charset)));
        bytes.write(charset.equals("windows-1253") ? 0xD2 : 0xFF);
        bytes.write(0xFF);
        bytes.writeBytes("\nc,3\n".getBytes(Charset.forName(charset)));
        List<RawRow> rows = rows(bytes.toByteArray(), Encoding.of(charset));
        assertEquals(3, rows.size());
        Rejection rejection = ((RawRow.Broken) rows.get(1)).rejection();
        assertEquals(RejectReason.UNDECODABLE, rejection.reason());
        assertEquals(line, rejection.line());
        assertEquals(2, rejection.column());
        assertTrue(rejection.detail().startsWith("byte 3 of the row, character 3, is not "), rejection.detail());
    }

    private List<RawRow> rows(byte[] bytes, Encoding encoding) throws IOException {
        SourceFile file = new SourceFile(Files.write(folder.resolve("text.csv"), bytes));
        List<RawRow> rows = new ArrayList<>();
        try (RowReader reader =
                RowReaders.open(file, file.open(), FileFormat.csv().withEncoding(encoding))) {
            for (Optional<RawRow> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
        }
        return rows;
    }

    private static Sureness sureness(String text, Charset charset) {
        return FormatDetection.encoding(text.getBytes(charset)).sureness();
    }

    private static String of(String name) {
        return switch (name) {
            case "GERMAN" -> GERMAN;
            case "FRENCH" -> FRENCH;
            case "POLISH" -> POLISH;
            case "CZECH" -> CZECH;
            case "TURKISH" -> TURKISH;
            case "RUSSIAN" -> RUSSIAN;
            case "GREEK" -> GREEK;
            case "HEBREW" -> HEBREW;
            case "CHINESE" -> CHINESE;
            case "SIMPLIFIED" -> SIMPLIFIED;
            default -> JAPANESE;
        };
    }
}
