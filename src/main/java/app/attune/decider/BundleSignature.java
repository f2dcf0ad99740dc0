package app.attune.decider;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who signed a bundle: Ed25519 over the bytes of its checksum file, with the public key beside it.
///
/// @param state       whether the signature is good
/// @param fingerprint SHA-256 of the public key in the bundle, if one can be read
/// @param words       what is wrong, as the end of a sentence; empty if nothing is
public record BundleSignature(State state, Optional<String> fingerprint, String words) {
    /// The one algorithm, and the first line of the signature file.
    public static final String ALGORITHM = "Ed25519";

    private static final int LONGEST = 4096;
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final String REMEDY =
            "Do not serve it: ask those who exported it for the bundle and the fingerprint of their key.";

    /// How the signature stands.
    public enum State {
        UNSIGNED,
        /// By the key of the fingerprint, over these very checksums.
        GOOD,
        /// It does not fit, cannot be read, or was taken away.
        WRONG,
        /// It fits, and is by another key than the one expected.
        OTHER_KEY
    }

    /// @param expected fingerprint that the key must have; empty if any will do
    static BundleSignature of(BundleFolder folder, Optional<String> expected) {
        BundleSignature found = read(folder);
        if (found.state == State.GOOD && expected.isPresent() && !expected.equals(found.fingerprint)) {
            return new BundleSignature(
                    State.OTHER_KEY,
                    found.fingerprint,
                    "it is signed by the key " + found.fingerprint.orElse("") + ", expected is " + expected.get());
        }
        return found;
    }

    private static BundleSignature read(BundleFolder folder) {
        boolean signed = folder.has(BundleFormat.SIGNATURE);
        boolean keyed = folder.has(BundleFormat.KEY);
        Optional<String> named = named(folder);
        if (!signed && !keyed && named.isEmpty()) {
            return new BundleSignature(State.UNSIGNED, Optional.empty(), "");
        }
        if (!signed || !keyed) {
            return wrong(Optional.empty(), (signed ? BundleFormat.KEY : BundleFormat.SIGNATURE) + " is missing");
        }
        try {
            byte[] der = der(small(folder, BundleFormat.KEY), BundleFormat.KEY);
            Optional<String> fingerprint = Optional.of(BundleFolder.sha256(der));
            if (!named.equals(fingerprint)) {
                return wrong(
                        fingerprint,
                        "the manifest names another key, "
                                + named.flatMap(BundleSignature::fingerprintOf).orElse("none"));
            }
            byte[] signature = signature(small(folder, BundleFormat.SIGNATURE));
            byte[] signedBytes = folder.text(BundleFormat.CHECKSUMS).getBytes(StandardCharsets.UTF_8);
            return holds(key(der), signature, signedBytes)
                    ? new BundleSignature(State.GOOD, fingerprint, "")
                    : wrong(fingerprint, "it does not fit " + BundleFormat.CHECKSUMS + " and the key");
        } catch (BundleException e) {
            return wrong(Optional.empty(), e.problem().message());
        }
    }

    private static BundleSignature wrong(Optional<String> fingerprint, String words) {
        return new BundleSignature(State.WRONG, fingerprint, words);
    }

    private static Optional<String> named(BundleFolder folder) {
        Fields manifest = Fields.parse(folder.text(BundleFormat.MANIFEST), BundleFormat.MANIFEST);
        return manifest.has("signature")
                ? Optional.of(manifest.object("signature").text("fingerprint"))
                : Optional.empty();
    }

    private static String small(BundleFolder folder, String name) {
        if (folder.sizes().getOrDefault(name, 0L) > LONGEST) {
            throw Fields.malformed(name, "it is longer than " + LONGEST + " bytes");
        }
        return folder.text(name);
    }

    private static byte[] signature(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 2 || !lines.getFirst().equals(ALGORITHM)) {
            throw Fields.malformed(
                    BundleFormat.SIGNATURE, "it needs a line " + ALGORITHM + " and a line with the signature");
        }
        return base64(lines.getLast(), BundleFormat.SIGNATURE);
    }

    /// The fingerprint of a public key as PEM text.
    ///
    /// @param place where the text comes from
    /// @throws BundleException `bundle.malformed`
    public static String fingerprint(String pem, String place) {
        return BundleFolder.sha256(der(pem, place));
    }

    /// A fingerprint as people write it, with colons, blanks or capitals; empty if it is none.
    public static Optional<String> fingerprintOf(String typed) {
        String plain = typed.replaceAll("[: ]", "").toLowerCase(Locale.ROOT);
        return FINGERPRINT.matcher(plain).matches() ? Optional.of(plain) : Optional.empty();
    }

    private static byte[] der(String pem, String place) {
        String text = pem.strip();
        boolean whole = text.length() >= BEGIN.length() + END.length();
        if (!whole || !text.startsWith(BEGIN) || !text.endsWith(END)) {
            throw Fields.malformed(place, "it is not a public key in PEM");
        }
        byte[] der = base64(
                text.substring(BEGIN.length(), text.length() - END.length()).replaceAll("\\s", ""), place);
        key(der, place);
        return der;
    }

    private static PublicKey key(byte[] der) {
        return key(der, BundleFormat.KEY);
    }

    private static PublicKey key(byte[] der, String place) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new BundleException(
                    "bundle.malformed",
                    "Can't use " + place + ": it is not a key of " + ALGORITHM + ".",
                    Fields.REMEDY,
                    e);
        }
    }

    private static byte[] base64(String text, String place) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new BundleException(
                    "bundle.malformed", "Can't use " + place + ": it is not Base64.", Fields.REMEDY, e);
        }
    }

    /// Whether the text of a signature file is by the key over these checksums.
    ///
    /// @param pem the public key
    /// @throws BundleException `bundle.malformed`
    public static boolean fits(String pem, String signatureFile, String checksums) {
        return holds(
                key(der(pem, BundleFormat.KEY)), signature(signatureFile), checksums.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean holds(PublicKey key, byte[] signature, byte[] bytes) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(bytes);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /// What stands against the bundle.
    ///
    /// @param expected fingerprint that the key must have
    Optional<BundleProblem> finding(Optional<String> expected) {
        return switch (state) {
            case GOOD -> Optional.empty();
            case UNSIGNED ->
                expected.map(key -> new BundleProblem(
                        "bundle.unsigned", "The bundle is not signed; expected is the key " + key + ".", REMEDY));
            case WRONG ->
                Optional.of(new BundleProblem(
                        "bundle.signature", BundleFormat.SIGNATURE + " is wrong: " + words + ".", REMEDY));
            case OTHER_KEY ->
                Optional.of(new BundleProblem(
                        "bundle.other-key",
                        "The bundle is signed, but not by the key expected: " + words + ".",
                        REMEDY));
        };
    }
}
