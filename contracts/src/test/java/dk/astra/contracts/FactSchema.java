package dk.astra.contracts;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema (2020-12) of a fact, read from its records: what is not nullable is required. */
final class FactSchema {

    private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    private static final String TIME = "\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?";

    private final JsonMapper json = JsonMapper.shared();
    private final ObjectNode definitions = json.createObjectNode();

    private FactSchema() {}

    static ObjectNode of(Class<? extends Fact> fact) {
        FactSchema schema = new FactSchema();
        ObjectNode root = schema.json.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("$id", "https://tilmelding.astra.dk/schema/" + Fact.typeOf(fact) + ".json");
        root.put("title", fact.getSimpleName());
        schema.describe(fact, root);
        if (!schema.definitions.isEmpty()) {
            root.set("$defs", schema.definitions);
        }
        return root;
    }

    /** A reader must find it: neither nullable nor a collection, which is empty when absent. */
    static boolean isRequired(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        return !type.isAnnotationPresent(Nullable.class) && !Collection.class.isAssignableFrom(component.getType());
    }

    private void describe(Class<?> type, ObjectNode target) {
        target.put("type", "object");
        ObjectNode properties = target.putObject("properties");
        ArrayNode required = json.createArrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), schemaOf(component.getGenericType()));
            if (isRequired(component)) {
                required.add(component.getName());
            } else if (!Collection.class.isAssignableFrom(component.getType())) {
                properties.set(component.getName(), nullable((ObjectNode) properties.get(component.getName())));
            }
        }
        target.set("required", required);
    }

    private ObjectNode nullable(ObjectNode schema) {
        ObjectNode either = json.createObjectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private ObjectNode schemaOf(Type type) {
        if (type instanceof ParameterizedType list) {
            ObjectNode array = json.createObjectNode().put("type", "array");
            array.put("uniqueItems", list.getRawType() == Set.class);
            array.set("items", schemaOf(list.getActualTypeArguments()[0]));
            return array;
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord() || plain.isEnum()) {
            return reference(plain);
        }
        return scalar(plain);
    }

    private ObjectNode reference(Class<?> type) {
        String name = type.getSimpleName();
        if (!definitions.has(name)) {
            ObjectNode definition = definitions.putObject(name);
            if (type.isEnum()) {
                ArrayNode values = definition.put("type", "string").putArray("enum");
                for (Object value : type.getEnumConstants()) {
                    values.add(((Enum<?>) value).name());
                }
            } else {
                describe(type, definition);
            }
        }
        return json.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode scalar(Class<?> type) {
        ObjectNode schema = json.createObjectNode();
        if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        }
        if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return schema.put("type", "integer");
        }
        schema.put("type", "string");
        if (type == Instant.class) {
            return schema.put("format", "date-time");
        }
        if (type == LocalDate.class) {
            return schema.put("format", "date");
        }
        if (type == LocalDateTime.class) {
            return schema.put("pattern", "^" + DATE + "T" + TIME + "$");
        }
        if (type == LocalTime.class) {
            return schema.put("pattern", "^" + TIME + "$");
        }
        if (type == String.class || type == ZoneId.class) {
            return schema;
        }
        throw new IllegalArgumentException("no schema for " + type.getName());
    }
}
