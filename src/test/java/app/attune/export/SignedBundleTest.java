package app.attune.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.attune.core.Progress;
import app.attune.decider.BundleSignature;
import app.attune.decider.Verification;
import app.attune.prove.BundleCheck;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SignedBundleTest {
    private static final WrittenBundle BUNDLE = WrittenBundle.fresh();
    private static final String OURS = GeneratedShop.KEY.fingerprint();

    @TempDir
    @SuppressWarnings("NullAway.Init") // Set by JUnit.
    private Path folder;

    private Verification verify(WrittenBundle bundle) {
        return bundle.verify(folder.resolve("bundle"));
    }

    private Verification verifyOurs(WrittenBundle bundle) {
        return BundleCheck.verifySigned(bundle.write(folder.resolve("bundle")), OURS, Progress.none());
    }

    private void assertWrong(WrittenBundle bundle, String words) {
        Verification found = verify(bundle);
        assertFalse(found.isSound());
        assertEquals(BundleSignature.State.WRONG, found.signature().state());
        assertTrue(found.findings().toString().contains(words), found.findings().toString());
    }

    private static String file(String name) {
        return BUNDLE.files().getOrDefault(name, "");
    }

    /// All of the bundle as somebody else would sign it.
    private static WrittenBundle forged(SigningKey key) {
        SortedMap<String, String> files = new TreeMap<>(BUNDLE.files());
        files.replaceAll((name, text) -> text.replace(OURS, key.fingerprint()));
        files.put("signing-key.pem", key.publicPem());
        WrittenBundle forged = new WrittenBundle(files).signedAgain(BUNDLE);
        return forged.with("SIGNATURE", key.signature(forged.files().getOrDefault("SHA256SUMS", "")));
    }

    @Test
    void aBundleIsSignedByTheKeyItNames() {
        Verification found = verifyOurs(BUNDLE);
        assertTrue(found.isSound(), found.toString());
        assertEquals(BundleSignature.State.GOOD, found.signature().state());
        assertEquals(OURS, found.signature().fingerprint().orElse(""));
        assertTrue(file("manifest.json").contains(OURS));
        assertTrue(file("rulebook.md").contains(OURS));
    }

    @Test
    void nothingOfThePrivateKeyIsInTheBundle() {
        String secret = GeneratedShop.KEY.privatePem().lines().toList().get(1);
        BUNDLE.files().forEach((name, text) -> {
            assertFalse(text.contains("PRIVATE"), name);
            assertFalse(text.contains(secret), name);
        });
    }

    @Test
    void anotherKeyInItsPlaceIsFoundOut() {
        SigningKey other = SigningKey.fresh();
        WrittenBundle swapped =
                BUNDLE.with("signing-key.pem", other.publicPem()).signedAgain(BUNDLE);
        assertWrong(swapped, "the manifest names another key");
        SortedMap<String, String> files = new TreeMap<>(swapped.files());
        files.computeIfPresent("manifest.json", (name, text) -> text.replace(OURS, other.fingerprint()));
        assertWrong(new WrittenBundle(files).signedAgain(new WrittenBundle(files)), "it does not fit");
    }

    @Test
    void aBundleSignedBySomebodyElseIsSoundUntilTheKeyIsExpected() {
        WrittenBundle forged = forged(SigningKey.fresh());
        assertTrue(verify(forged).isSound(), verify(forged).toString());
        Verification found = verifyOurs(forged);
        assertFalse(found.isSound());
        assertEquals(BundleSignature.State.OTHER_KEY, found.signature().state());
    }

    @Test
    void aSignatureOfOtherChecksumsIsFoundOut() {
        assertWrong(BUNDLE.with("SIGNATURE", GeneratedShop.KEY.signature("other checksums")), "it does not fit");
    }

    @Test
    void aSignatureCutShortOrMadeLongIsFoundOut() {
        String signature = file("SIGNATURE");
        assertWrong(BUNDLE.with("SIGNATURE", ""), "SIGNATURE");
        assertWrong(BUNDLE.with("SIGNATURE", signature.substring(0, 40)), "SIGNATURE");
        assertWrong(BUNDLE.with("SIGNATURE", "Ed25519\nAAAA\n"), "it does not fit");
        assertWrong(BUNDLE.with("SIGNATURE", "Ed25519\n!!!!\n"), "not Base64");
        assertWrong(BUNDLE.with("SIGNATURE", signature + "x".repeat(5000)), "longer than 4096");
    }

    @Test
    void anotherAlgorithmIsNotTaken() throws GeneralSecurityException {
        assertWrong(BUNDLE.with("SIGNATURE", file("SIGNATURE").replace("Ed25519", "Ed448")), "a line Ed25519");
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(1024);
        for (KeyPairGenerator other :
                List.of(KeyPairGenerator.getInstance("Ed448"), KeyPairGenerator.getInstance("EC"), rsa)) {
            byte[] der = other.generateKeyPair().getPublic().getEncoded();
            String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(der)
                    + "\n-----END PUBLIC KEY-----\n";
            assertWrong(BUNDLE.with("signing-key.pem", pem).signedAgain(BUNDLE), "not a key of Ed25519");
        }
    }

    @Test
    void aKeyWhoseFirstAndLastLineAreOneIsFoundOut() {
        String joined = "-----BEGIN PUBLIC KEY-----END PUBLIC KEY-----\n";
        assertWrong(BUNDLE.with("signing-key.pem", joined).signedAgain(BUNDLE), "not a public key in PEM");
    }

    @Test
    void aSignatureTakenAwayIsFoundOut() {
        assertWrong(BUNDLE.without("SIGNATURE"), "SIGNATURE is missing");
    }

    @Test
    void anUnsignedBundleIsSoundUnlessAKeyIsExpected() {
        SortedMap<String, String> files = new TreeMap<>(BUNDLE.files());
        files.remove("signing-key.pem");
        files.computeIfPresent(
                "manifest.json",
                (name, text) -> text.replaceAll("(?s)\"signature\" : \\{.*?},\\s*", "")
                        .replaceAll("(?s),?\\s*\\{\\s*\"name\" : \"signing-key.pem\".*?}", ""));
        WrittenBundle unsigned =
                new WrittenBundle(files).signedAgain(new WrittenBundle(files)).without("SIGNATURE");
        Verification found = verify(unsigned);
        assertTrue(found.isSound(), found.toString());
        assertEquals(BundleSignature.State.UNSIGNED, found.signature().state());
        assertTrue(verifyOurs(unsigned).findings().toString().contains("is not signed"));
    }

    @Test
    void aChangedFileIsNamedWithTheDigestItShouldHave() {
        String expected = file("SHA256SUMS")
                .lines()
                .filter(line -> line.endsWith("  items.json"))
                .findFirst()
                .orElseThrow()
                .substring(0, 64);
        Verification found = verify(BUNDLE.with("items.json", "{}"));
        String message = found.findings().getFirst().message();
        assertTrue(message.contains("items.json") && message.contains("should be " + expected), message);
        assertTrue(message.contains("it is 44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"), message);
    }
}
