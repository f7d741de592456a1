// The rules of the house for a FHIR document, where HAPI has none.

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

final class Rules {
    /** Elements that the writer of narratives knows; none of them has an attribute. */
    private static final Set<String> ELEMENTS = Set.of(
            "p", "i", "b", "h3", "ul", "li", "br", "blockquote", "table", "thead", "tbody", "tr", "th", "td");
    private static final Pattern TAG = Pattern.compile("<([^>]*)>");
    /** Whose words a resource is: one of these has to be there. */
    private static final Map<String, String> AUTHOR = Map.of(
            "Composition", "author",
            "Observation", "performer",
            "Procedure", "recorder",
            "MedicationStatement", "informationSource",
            "MedicationAdministration", "performer",
            "Appointment", "meta",
            "Communication", "sender",
            "Encounter", "meta",
            "Patient", "meta",
            "Device", "deviceName");

    private final List<String> problems = new ArrayList<>();
    private final Map<String, JsonObject> resources = new HashMap<>();
    private final Set<String> identifiers = new HashSet<>();
    private final Set<String> referred = new HashSet<>();

    /** The closed lists: for each code system its codes, each with its name or an empty one. */
    private final JsonObject codes;

    private Rules(JsonObject codes) {
        this.codes = codes;
    }

    static List<String> of(JsonElement document, JsonObject codes) {
        Rules rules = new Rules(codes);
        rules.bundle(document.getAsJsonObject());
        return rules.problems;
    }

    private void check(boolean holds, String what) {
        if (!holds) {
            problems.add("house " + what);
        }
    }

    private void bundle(JsonObject bundle) {
        check("Bundle".equals(text(bundle, "resourceType")), "the root is no Bundle");
        check("document".equals(text(bundle, "type")), "the Bundle is no document");
        check(bundle.has("identifier") && bundle.has("timestamp"), "the document has no name or no time");
        JsonArray entries = bundle.has("entry") ? bundle.getAsJsonArray("entry") : new JsonArray();
        String lang = text(bundle, "language");
        int compositions = 0;
        for (int place = 0; place < entries.size(); place++) {
            JsonObject entry = entries.get(place).getAsJsonObject();
            JsonObject resource = entry.getAsJsonObject("resource");
            String type = text(resource, "resourceType");
            check(place > 0 || "Composition".equals(type), "the first entry is no Composition");
            compositions += "Composition".equals(type) ? 1 : 0;
            String url = text(entry, "fullUrl");
            check(url.startsWith("urn:uuid:"), "an entry's fullUrl is no UUID: " + url);
            check(resources.put(url, resource) == null, "two entries have one fullUrl: " + url);
        }
        check(compositions == 1, "there is not one Composition");
        for (var entry : resources.entrySet()) {
            resource(entry.getKey(), entry.getValue(), lang);
        }
        check(resources.values().stream().filter(one -> "Patient".equals(text(one, "resourceType"))).count() == 1,
                "there is not one Patient");
        for (String url : resources.keySet()) {
            boolean first = "Composition".equals(text(resources.get(url), "resourceType"));
            check(first || referred.contains(url), "nothing refers to " + url);
        }
    }

    private void resource(String url, JsonObject resource, String lang) {
        String type = text(resource, "resourceType");
        String name = type + " " + url;
        check(AUTHOR.containsKey(type) && resource.has(AUTHOR.getOrDefault(type, "")), name + " has no author");
        check(lang.equals(text(resource, "language")), name + " is in another language");
        check(resource.has("text"), name + " has no text");
        check(resource.has("identifier"), name + " has no identifier");
        if (resource.has("identifier") && !type.equals("Composition")) {
            JsonElement identifier = resource.get("identifier");
            JsonObject first = identifier.getAsJsonArray().get(0).getAsJsonObject();
            check(url.equals(text(first, "value")), name + " is identified by another name");
            check(identifiers.add(text(first, "value")), name + " has another's identifier");
        }
        walk(name, resource, lang);
        if (type.equals("Observation")) {
            observation(name, resource);
        }
    }

    private void walk(String name, JsonElement element, String lang) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(one -> walk(name, one, lang));
        } else if (element.isJsonObject()) {
            JsonObject object = element.getAsJsonObject();
            if (object.has("reference")) {
                String reference = text(object, "reference");
                check(resources.containsKey(reference), name + " refers to what is not here: " + reference);
                if (!reference.equals(name.substring(name.indexOf(' ') + 1))) {
                    referred.add(reference);
                }
            }
            if (object.has("system") && object.has("display")) {
                coding(name, object);
            }
            if (object.has("div")) {
                narrative(name, text(object, "div"), lang);
            }
            object.entrySet().forEach(one -> walk(name, one.getValue(), lang));
        }
    }

    /** A name of a code is the one its system gives it. */
    private void coding(String name, JsonObject coding) {
        JsonObject system = codes.getAsJsonObject(text(coding, "system"));
        String display = system == null ? "" : text(system, text(coding, "code"));
        check(display.equals(text(coding, "display")), name + " calls a code by another name: " + coding);
    }

    /** Our elements only, and no attribute: no picture from elsewhere, no link, no script. */
    private void narrative(String name, String div, String lang) {
        String first = "<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + lang + "\" xml:lang=\"" + lang + "\">";
        check(div.startsWith(first), name + " has a narrative without its language");
        var tags = TAG.matcher(div);
        for (int number = 0; tags.find(); number++) {
            String tag = tags.group(1).replaceAll("^/|/$", "");
            boolean frame = number == 0 || tags.end() == div.length() && tag.equals("div");
            check(frame || ELEMENTS.contains(tag), name + " has a narrative with <" + tag + ">");
        }
    }

    private void observation(String name, JsonObject observation) {
        boolean components = observation.has("component");
        check(components != valued(observation), name + " has no value, or two");
        if (components) {
            Set<String> codes = new HashSet<>();
            for (JsonElement component : observation.getAsJsonArray("component")) {
                check(valued(component.getAsJsonObject()), name + " has a component without a value");
                check(codes.add(component.getAsJsonObject().get("code").toString()), name + " says one thing twice");
            }
        }
        check(has(observation, "performer") && has(observation, "subject"), name + " is nobody's");
        String all = observation.toString();
        vital(name, observation, all, "29463-7", "bodyweight", "kg");
        vital(name, observation, all, "8310-5", "bodytemp", "Cel");
        rating(name, observation);
        if (components) {
            observation.getAsJsonArray("component").forEach(one -> rating(name, one.getAsJsonObject()));
        }
    }

    /** A vital sign says so, by its profile, its category and its unit; and nothing else does. */
    private void vital(String name, JsonObject observation, String all, String code, String profile, String unit) {
        boolean is = observation.get("code").toString().contains("\"" + code + "\"");
        boolean says = all.contains("StructureDefinition/" + profile + "\"");
        check(is == says, name + " is a vital sign in code or in profile only");
        if (is) {
            JsonObject value = observation.getAsJsonObject("valueQuantity");
            check(value != null && unit.equals(text(value, "code")), name + " has another unit than " + unit);
            check(all.contains("\"vital-signs\""), name + " is not among the vital signs");
        }
    }

    /** Ratings are 0 to 10, general state 0 to 4. */
    private void rating(String name, JsonObject one) {
        if (one.has("valueInteger")) {
            String code = one.get("code").toString();
            boolean counted = code.contains("\"quality-") || code.contains("\"nights-woken\"");
            int most = code.contains("\"general-state\"") ? 4 : counted ? Integer.MAX_VALUE : 10;
            int value = one.get("valueInteger").getAsInt();
            check(0 <= value && value <= most, name + " has a rating that is on no scale: " + value);
        }
    }

    private static boolean valued(JsonObject one) {
        return one.keySet().stream().filter(key -> key.startsWith("value") || key.equals("dataAbsentReason")).count()
                == 1;
    }

    private static boolean has(JsonObject object, String key) {
        return object.has(key) && !object.get(key).toString().matches("\\[]|\\{}");
    }

    private static String text(JsonObject object, String key) {
        return object != null && object.has(key) && object.get(key).isJsonPrimitive()
                ? object.get(key).getAsString() : "";
    }
}
