package boscard.fact;

import boscard.source.Origin;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a kind of fact, read once from its record: canonical names, types, what is required, what a blank
 * means. The records are the only definition; intake, export and documentation follow them. Immutable; safe for any
 * thread.
 */
public final class FactSchema {

    /** The types of DOMAIN.md section 2. */
    public enum FieldType {
        TEXT,
        INTEGER,
        DECIMAL,
        /** A decimal that may be a word for "missing" or "not applicable". */
        READING,
        DATE,
        PERIOD,
        YES_NO,
        LIST,
        CHOICE
    }

    /**
     * One field.
     *
     * @param name canonical name, lower snake case
     * @param choices the enum's constants when the type is CHOICE, else empty
     * @param whenBlank what a blank means, in canonical text; null when a blank stays blank
     */
    public record Field(
            String name,
            FieldType type,
            boolean required,
            List<String> choices,
            @Nullable String whenBlank,
            int position,
            Class<?> javaType) {}

    private static final Map<FactKind, FactSchema> SCHEMAS = new EnumMap<>(FactKind.class);

    private final FactKind kind;
    private final List<Field> fields;
    private final MethodHandle constructor;
    private final Method[] accessors; // not handles: to make 80 of them takes a cold process 40 ms

    private FactSchema(FactKind kind) {
        this.kind = kind;
        RecordComponent[] components = kind.type().getRecordComponents();
        var found = new ArrayList<Field>();
        for (int i = 0; i < components.length - 1; i++) { // the last one is the origin
            found.add(fieldOf(components[i], i));
        }
        this.fields = List.copyOf(found);
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        this.accessors = found.stream()
                .map(field -> components[field.position()].getAccessor())
                .toArray(Method[]::new);
        for (Method accessor : accessors) {
            accessor.setAccessible(true); // it is public; this spares looking for the caller at each call
        }
        try {
            Constructor<? extends Fact> canonical = kind.type().getDeclaredConstructor(types);
            this.constructor = MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, types.length)
                    .asType(java.lang.invoke.MethodType.methodType(Fact.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A record has a canonical constructor: " + kind.type(), impossible);
        }
    }

    /** The schema of a kind. */
    public static FactSchema of(FactKind kind) {
        synchronized (SCHEMAS) {
            return SCHEMAS.computeIfAbsent(kind, FactSchema::new);
        }
    }

    public FactKind kind() {
        return kind;
    }

    /** In canonical order. */
    public List<Field> fields() {
        return fields;
    }

    /** Canonical names of which at least one must be filled; empty when there is no such rule. */
    public List<String> oneOf() {
        OneOf oneOf = kind.type().getAnnotation(OneOf.class);
        return oneOf == null ? List.of() : List.of(oneOf.value());
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /**
     * Makes a fact.
     *
     * @param values one per field, in canonical order, each of the field's Java type; null only where the record allows
     *     it. The array is not kept.
     */
    public Fact create(@Nullable Object[] values, Origin origin) {
        var arguments = Arrays.copyOf(values, fields.size() + 1);
        arguments[fields.size()] = origin;
        try {
            return (Fact) constructor.invokeExact((Object[]) arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The values of a fact, one per field in canonical order, without its origin: the inverse of {@link #create}.
     *
     * @throws IllegalArgumentException when the fact is of another kind
     */
    public @Nullable Object[] values(Fact fact) {
        var values = new @Nullable Object[accessors.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = accessors[i].invoke(fact);
            }
            return values;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's accessor is public and throws nothing", e);
        }
    }

    private static Field fieldOf(RecordComponent component, int position) {
        Class<?> type = component.getType();
        WhenBlank blank = component.getAnnotation(WhenBlank.class);
        return new Field(
                snakeCase(component.getName()),
                typeOf(component),
                component.isAnnotationPresent(Required.class),
                type.isEnum()
                        ? Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .toList()
                        : List.of(),
                blank == null ? null : blank.value(),
                position,
                type);
    }

    private static FieldType typeOf(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return FieldType.TEXT;
        } else if (type == BigDecimal.class) {
            return FieldType.DECIMAL;
        } else if (type == Reading.class) {
            return FieldType.READING;
        } else if (type == LocalDate.class) {
            return FieldType.DATE;
        } else if (type == Period.class) {
            return FieldType.PERIOD;
        } else if (type == int.class || type == Integer.class) {
            return FieldType.INTEGER;
        } else if (type == boolean.class || type == Boolean.class) {
            return FieldType.YES_NO;
        } else if (type.isEnum()) {
            return FieldType.CHOICE;
        } else if (component.getGenericType() instanceof ParameterizedType list && list.getRawType() == List.class) {
            return FieldType.LIST;
        }
        throw new IllegalStateException("No field type for " + component);
    }

    /** The canonical name of a property of a record: {@code dueDate} is {@code due_date}. */
    public static String canonical(String property) {
        return snakeCase(property);
    }

    private static String snakeCase(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
