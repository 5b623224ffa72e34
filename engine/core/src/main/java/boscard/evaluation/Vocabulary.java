package boscard.evaluation;

import boscard.table.FactType;
import boscard.table.ValueType;
import boscard.table.Verb;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a decision table may talk about: the fact types it may compare and the verbs it may conclude with. */
public final class Vocabulary {

    private static final Map<String, FactType> FACT_TYPES = factTypes();
    private static final Map<String, Verb> VERBS = verbs();

    private Vocabulary() {}

    /** Fact types by the name a pattern row uses. */
    public static Map<String, FactType> factTypesByName() {
        return FACT_TYPES;
    }

    /** Verbs by name. */
    public static Map<String, Verb> verbsByName() {
        return VERBS;
    }

    private static Map<String, FactType> factTypes() {
        var byName = new TreeMap<String, FactType>();
        for (FactType type : List.of(
                FactType.of(Performance.class),
                FactType.of(Indicator.class),
                FactType.of(KpiStatus.class),
                FactType.of(Node.class),
                FactType.of(NodeScore.class),
                FactType.of(FindingView.class))) {
            byName.put(type.name(), type);
        }
        return Collections.unmodifiableMap(byName);
    }

    private static Map<String, Verb> verbs() {
        var byName = new TreeMap<String, Verb>();
        for (Method method : Conclude.class.getMethods()) {
            Class<?> type = method.getParameterTypes()[0];
            boolean isNumber = type == int.class || type == Number.class;
            ValueType valueType = type.isEnum() ? ValueType.CHOICE : isNumber ? ValueType.NUMBER : ValueType.TEXT;
            List<Object> choices = type.isEnum() ? Arrays.asList(type.getEnumConstants()) : List.of();
            byName.put(method.getName(), new Verb(method.getName(), valueType, type, choices));
        }
        return Collections.unmodifiableMap(byName);
    }
}
