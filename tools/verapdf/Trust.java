import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/** Writes the certificates of a PEM file as a store that Java can be told to trust: java Trust.java PEM STORE. */
class Trust {
    public static void main(String[] arguments) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (FileInputStream bundle = new FileInputStream(arguments[0])) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(bundle)) {
                store.setCertificateEntry(Integer.toString(store.size()), each);
            }
        }
        try (FileOutputStream written = new FileOutputStream(arguments[1])) {
            store.store(written, "changeit".toCharArray());
        }
    }
}
