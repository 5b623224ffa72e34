package boscard.table;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record that tables may compare, and its properties. An accessor is made once and then costs as much as a method
 * call. Immutable; safe for any thread.
 */
public final class FactType {

    /**
     * A property of a fact type.
     *
     * @param name as the record names it
     * @param choices the constants of the enumeration when the type is CHOICE, else empty
     * @param accessor gives the value of a fact: String, BigDecimal, LocalDate, Boolean, an enum constant, or null
     */
    public record Property(
            String name,
            ValueType type,
            Class<?> javaType,
            List<Object> choices,
            Function<Object, @Nullable Object> accessor) {

        public @Nullable Object valueOf(Object fact) {
            return accessor.apply(fact);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private final Class<?> javaType;
    private final Map<String, Property> properties;

    private FactType(Class<?> javaType, Map<String, Property> properties) {
        this.javaType = javaType;
        this.properties = properties;
    }

    /**
     * Reads the properties of a record. Components of other types than those of {@link ValueType} are not comparable
     * and are left out.
     */
    public static FactType of(Class<? extends Record> record) {
        var properties = new LinkedHashMap<String, Property>();
        for (RecordComponent component : record.getRecordComponents()) {
            ValueType type = typeOf(component.getType());
            if (type != null) {
                properties.put(component.getName(), property(component, type));
            }
        }
        return new FactType(record, Collections.unmodifiableMap(properties));
    }

    /**
     * A fact with these values, for an example of a table. What is not given is missing; where a record cannot be
     * without a value it is 0, no or an empty list.
     *
     * @param values by name of the property, each of the property's type
     * @throws IllegalArgumentException when there is no such property, or a whole number is not whole
     */
    public Object factOf(Map<String, ?> values) {
        for (String name : values.keySet()) {
            if (!properties.containsKey(name)) {
                throw new IllegalArgumentException(name() + " has no property " + name);
            }
        }
        RecordComponent[] components = javaType.getRecordComponents();
        var types = new Class<?>[components.length];
        var arguments = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            Object value = values.get(components[i].getName());
            arguments[i] = value == null ? absent(types[i]) : asComponent(types[i], value);
        }
        try {
            return javaType.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The constructor of a public record can be called: " + name(), impossible);
        }
    }

    private static Object asComponent(Class<?> type, Object value) {
        if ((type == int.class || type == Integer.class) && value instanceof BigDecimal number) {
            try {
                return number.intValueExact();
            } catch (ArithmeticException notWhole) {
                throw new IllegalArgumentException(number.toPlainString() + " is not a whole number", notWhole);
            }
        }
        return value;
    }

    private static @Nullable Object absent(Class<?> type) {
        if (type == int.class) {
            return 0;
        } else if (type == boolean.class) {
            return false;
        } else if (type == List.class) {
            return List.of();
        } else if (type == Map.class) {
            return Map.of();
        }
        return null;
    }

    /** Simple name, as a pattern row writes it. */
    public String name() {
        return javaType.getSimpleName();
    }

    public Class<?> javaType() {
        return javaType;
    }

    public Map<String, Property> properties() {
        return properties;
    }

    /**
     * Whether a fact can lack the property: its component may be null. Looked up by reflection at each call, since only
     * a check of tables asks.
     */
    public boolean mayBeMissing(Property property) {
        return Arrays.stream(javaType.getRecordComponents())
                .filter(component -> component.getName().equals(property.name()))
                .anyMatch(component -> component.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    @Override
    public String toString() {
        return name();
    }

    private static Property property(RecordComponent component, ValueType type) {
        Class<?> javaType = component.getType();
        List<Object> choices = javaType.isEnum() ? Arrays.asList(javaType.getEnumConstants()) : List.of();
        Function<Object, @Nullable Object> accessor = new Accessor(component);
        if (javaType == int.class || javaType == Integer.class) {
            Function<Object, @Nullable Object> whole = accessor;
            accessor = fact -> whole.apply(fact) instanceof Integer i ? BigDecimal.valueOf(i) : null;
        }
        return new Property(component.getName(), type, javaType, List.copyOf(choices), accessor);
    }

    private static @Nullable ValueType typeOf(Class<?> type) {
        if (type == String.class) {
            return ValueType.TEXT;
        } else if (type == BigDecimal.class || type == int.class || type == Integer.class) {
            return ValueType.NUMBER;
        } else if (type == LocalDate.class) {
            return ValueType.DATE;
        } else if (type == boolean.class || type == Boolean.class) {
            return ValueType.YES_NO;
        } else if (type.isEnum()) {
            return ValueType.CHOICE;
        }
        return null;
    }

    /**
     * Reads one component. The method behind it is made at the first use: to make those of all types takes a cold
     * process 15 ms, and tables look at few. Two threads that make it at once make the same.
     */
    private static final class Accessor implements Function<Object, @Nullable Object> {

        private final RecordComponent component;
        private @Nullable Function<Object, @Nullable Object> made;

        Accessor(RecordComponent component) {
            this.component = component;
        }

        @Override
        public @Nullable Object apply(Object fact) {
            Function<Object, @Nullable Object> ready = made;
            if (ready == null) {
                ready = make();
                made = ready;
            }
            return ready.apply(fact);
        }

        @SuppressWarnings("unchecked")
        private Function<Object, @Nullable Object> make() {
            try {
                var lookup = MethodHandles.lookup();
                MethodHandle method = lookup.unreflect(component.getAccessor());
                return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                                lookup,
                                "apply",
                                MethodType.methodType(Function.class),
                                MethodType.methodType(Object.class, Object.class),
                                method,
                                method.type().wrap())
                        .getTarget()
                        .invoke();
            } catch (Throwable impossible) {
                throw new IllegalStateException(
                        "The accessor of a public record can be called: " + component, impossible);
            }
        }
    }
}
