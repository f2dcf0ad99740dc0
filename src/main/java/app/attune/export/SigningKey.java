package app.attune.export;

import app.attune.core.Problem;
import app.attune.core.ProblemException;
import app.attune.decider.BundleException;
import app.attune.decider.BundleSignature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// The Ed25519 key pair that a workspace signs its bundles with. What it writes holds nothing of the private key.
public final class SigningKey {
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LINE = 64;

    private final PrivateKey secret;
    private final String publicPem;

    private SigningKey(PrivateKey secret, String publicPem) {
        this.secret = secret;
        this.publicPem = publicPem;
    }

    /// A new pair, which nobody has yet.
    public static SigningKey fresh() {
        try {
            KeyPair pair =
                    KeyPairGenerator.getInstance(BundleSignature.ALGORITHM).generateKeyPair();
            return new SigningKey(
                    pair.getPrivate(), pem(PUBLIC, pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has Ed25519", e);
        }
    }

    /// @throws ProblemException `export.signing-key` if the two are no pair
    static SigningKey of(String privatePem, String publicPem) {
        try {
            String body = privatePem.replaceAll("-----[A-Z ]+-----|\\s", "");
            PrivateKey secret = KeyFactory.getInstance(BundleSignature.ALGORITHM)
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
            SigningKey key = new SigningKey(secret, publicPem);
            if (!BundleSignature.fits(publicPem, key.signature("pair"), "pair")) {
                throw unusable(new IllegalArgumentException("the two files are no pair"));
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException | BundleException e) {
            throw unusable(e);
        }
    }

    private static ProblemException unusable(Exception cause) {
        return new ProblemException(
                new Problem(
                        "export.signing-key",
                        "The workspace's signing key can't be used: " + cause.getMessage() + ".",
                        "Put back both files of the folder keys from a copy, or delete both: the next export makes new"
                                + " ones, and the server team has to be told the new fingerprint."),
                cause);
    }

    /// To be written where only the owner reads it.
    String privatePem() {
        return pem(PRIVATE, secret.getEncoded());
    }

    public String publicPem() {
        return publicPem;
    }

    /// SHA-256 of the public key, by which people tell keys apart.
    public String fingerprint() {
        return BundleSignature.fingerprint(publicPem, "The public key");
    }

    /// What `SIGNATURE` says of checksums.
    String signature(String checksums) {
        try {
            Signature signing = Signature.getInstance(BundleSignature.ALGORITHM);
            signing.initSign(secret);
            signing.update(checksums.getBytes(StandardCharsets.UTF_8));
            return BundleSignature.ALGORITHM + "\n" + Base64.getEncoder().encodeToString(signing.sign()) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key of Ed25519 signs anything", e);
        }
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
