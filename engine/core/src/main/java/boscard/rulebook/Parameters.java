package boscard.rulebook;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters by name. Immutable; safe for any thread. */
public final class Parameters {

    private final Map<String, Parameter> byName;

    public Parameters(List<Parameter> parameters) {
        var map = new LinkedHashMap<String, Parameter>();
        parameters.forEach(parameter -> map.put(parameter.name(), parameter));
        this.byName = Collections.unmodifiableMap(map);
    }

    public Collection<Parameter> all() {
        return byName.values();
    }

    public @Nullable Parameter find(String name) {
        return byName.get(name);
    }

    /**
     * A number.
     *
     * @throws IllegalArgumentException when there is none of this name; loading a rulebook checks that all exist
     */
    public BigDecimal number(String name) {
        Parameter parameter = byName.get(name);
        if (parameter == null || parameter.number() == null) {
            throw new IllegalArgumentException("The parameters table has no number named " + name);
        }
        return parameter.number();
    }

    /** A number, or the given one when the table has none of this name: a rulebook of an earlier version lacks some. */
    public BigDecimal number(String name, String otherwise) {
        Parameter parameter = byName.get(name);
        return parameter == null || parameter.number() == null ? new BigDecimal(otherwise) : parameter.number();
    }

    /** A whole number; see {@link #number}. */
    public int whole(String name) {
        return number(name).intValueExact();
    }

    /** A text, or the given one when the table has none of this name. */
    public String text(String name, String otherwise) {
        Parameter parameter = byName.get(name);
        return parameter == null ? otherwise : parameter.text();
    }
}
