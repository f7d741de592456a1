// Judges FHIR documents by HAPI's validator, the closed lists of codes beside it, and the rules of the house.
// Arguments: a file of the codes that may be used (see Codes), then the documents. One line of JSON a document:
// {"file":…,"problems":[…],"same":true when it is the same after HAPI has read and written it}.

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

public final class Judge {
    /** What HAPI may warn of: each with the reason. A warning that is not here is a problem. */
    private static final List<String> ALLOWED = List.of();

    public static void main(String[] args) throws Exception {
        FhirContext context = FhirContext.forR4();
        JsonObject codes = JsonParser.parseString(read(args[0])).getAsJsonObject();
        PrePopulatedValidationSupport closed = new PrePopulatedValidationSupport(context);
        for (var list : codes.entrySet()) {
            closed.addCodeSystem(system(list.getKey(), list.getValue().getAsJsonObject()));
        }
        FhirInstanceValidator instance = new FhirInstanceValidator(new ValidationSupportChain(
                closed,
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                new SnapshotGeneratingValidationSupport(context)));
        instance.setBestPracticeWarningLevel(BestPracticeWarningLevel.Warning);
        FhirValidator validator = context.newValidator().registerValidatorModule(instance);
        for (int place = 1; place < args.length; place++) {
            judge(context, validator, codes, Path.of(args[place]));
        }
    }

    private static void judge(FhirContext context, FhirValidator validator, JsonObject codes, Path file)
            throws Exception {
        String text = read(file.toString());
        JsonArray problems = new JsonArray();
        boolean same = false;
        try {
            for (SingleValidationMessage message : validator.validateWithResult(text).getMessages()) {
                boolean grave = message.getSeverity().compareTo(ResultSeverityEnum.WARNING) > 0;
                boolean warns = message.getSeverity() == ResultSeverityEnum.WARNING;
                if (grave || warns && ALLOWED.stream().noneMatch(message.getMessage()::contains)) {
                    problems.add(message.getSeverity() + " " + message.getLocationString() + " " + message.getMessage());
                }
            }
            Rules.of(JsonParser.parseString(text), codes).forEach(problems::add);
            var parser = context.newJsonParser().setParserErrorHandler(new StrictErrorHandler());
            parser.setStripVersionsFromReferences(false);
            Bundle once = parser.parseResource(Bundle.class, text);
            Bundle twice = parser.parseResource(Bundle.class, parser.encodeResourceToString(once));
            same = once.equalsDeep(twice);
        } catch (Exception refused) {
            problems.add("refused " + refused.getMessage());
        }
        JsonObject line = new JsonObject();
        line.addProperty("file", file.getFileName().toString());
        line.add("problems", problems);
        line.addProperty("same", same);
        System.out.println(line);
    }

    /** A code system that holds these codes and no others; a code with an empty name has no name to check. */
    private static CodeSystem system(String url, JsonObject codes) {
        CodeSystem system = new CodeSystem();
        system.setUrl(url).setContent(CodeSystem.CodeSystemContentMode.COMPLETE);
        system.setStatus(org.hl7.fhir.r4.model.Enumerations.PublicationStatus.ACTIVE);
        codes.entrySet().forEach(code -> {
            var concept = system.addConcept().setCode(code.getKey());
            if (!code.getValue().getAsString().isEmpty()) {
                concept.setDisplay(code.getValue().getAsString());
            }
        });
        return system;
    }

    private static String read(String path) throws Exception {
        return Files.readString(Path.of(path), StandardCharsets.UTF_8);
    }
}
