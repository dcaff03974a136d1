import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Validates PDFs with veraPDF, all in one process, and prints a line of JSON for each:
 * {"file": ..., "flavour": ..., "rules": number of rules, "checks": number of checks, "failed": [{"rule", "count", "message", "place"}]}.
 *
 *     java -cp CLASSPATH Validate.java LIST
 *
 * LIST is a file with a line for each validation: the flavour (ua1, 3a), a tab, the path.
 */
public final class Validate {
    private static final int MOST_SHOWN = 1;

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String[] parts = line.split("\t", 2);
            System.out.println(validate(parts[0], parts[1]));
        }
    }

    private static String validate(String name, String file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString(name);
        if (!flavour.getId().equals(name)) {
            throw new IllegalArgumentException("veraPDF knows no flavour " + name);
        }
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
             PDFAValidator validator =
                 Foundries.defaultInstance().createValidator(flavour, MOST_SHOWN, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            int rules = result.getValidationProfile().getRules().size();
            return "{\"file\": " + quote(file) + ", \"flavour\": " + quote(name) + ", \"rules\": " + rules
                + ", \"checks\": " + result.getTotalAssertions() + ", \"failed\": " + writeFailed(result) + "}";
        }
    }

    private static String writeFailed(ValidationResult result) {
        Map<String, String> failed = new TreeMap<>();
        for (Map.Entry<RuleId, Integer> each : result.getFailedChecks().entrySet()) {
            failed.put(nameRule(each.getKey()), "{\"rule\": " + quote(nameRule(each.getKey()))
                + ", \"count\": " + each.getValue() + describe(result.getTestAssertions(), each.getKey()) + "}");
        }
        return "[" + String.join(", ", failed.values()) + "]";
    }

    private static String describe(List<TestAssertion> assertions, RuleId rule) {
        return assertions.stream()
            .filter(each -> each.getRuleId().equals(rule) && each.getStatus() == TestAssertion.Status.FAILED)
            .min(Comparator.comparingInt(TestAssertion::getOrdinal))
            .map(each -> ", \"message\": " + quote(each.getMessage())
                + ", \"place\": " + quote(each.getLocation().getContext()))
            .orElse("");
    }

    private static String nameRule(RuleId rule) {
        return rule.getClause() + "-" + rule.getTestNumber();
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char letter : String.valueOf(text).toCharArray()) {
            quoted.append(letter == '"' || letter == '\\' || letter < ' ' || letter > '~'
                ? String.format("\\u%04x", (int) letter) : String.valueOf(letter));
        }
        return quoted.append('"').toString();
    }
}
