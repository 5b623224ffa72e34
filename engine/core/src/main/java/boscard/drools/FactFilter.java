package boscard.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.drools.base.base.ClassObjectType;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.accessor.ReadAccessor;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectTypeNode;
import org.jspecify.annotations.Nullable;

/**
 * Which facts a rule can look at. Most patterns start by asking for one name, {@code Indicator(name == "S3_words",
 * ...)}; when all patterns of a class do, a fact with another name passes none of them, and a session does as well
 * without it. Read off the network that Drools has built, so no rule is guessed at. Safe for any thread.
 */
final class FactFilter {

    private static final Asked EVERYTHING = new Asked(true, List.of());

    private final List<ObjectTypeNode> classes = new ArrayList<>();
    private final Map<Class<?>, Asked> byClass = new ConcurrentHashMap<>();

    FactFilter(InternalRuleBase base) {
        for (ObjectTypeNode node : base.getRete().getObjectTypeNodes()) {
            if (node.getObjectType() instanceof ClassObjectType) {
                classes.add(node);
            }
        }
    }

    /** What the patterns of a class ask first; a fact that meets none of it is of no use. */
    private record Asked(boolean everything, List<Texts> texts) {

        boolean isMetBy(Object fact) {
            for (int i = 0; i < texts.size(); i++) {
                if (texts.get(i).isMetBy(fact)) {
                    return true;
                }
            }
            return everything;
        }
    }

    /** One property, and the texts that patterns compare it with. */
    private record Texts(ReadAccessor property, Set<String> asked) {

        boolean isMetBy(Object fact) {
            return property.getValue(null, fact) instanceof String text && asked.contains(text);
        }
    }

    /** Whether any rule looks at facts of this class at all. */
    boolean isUsed(Class<?> factClass) {
        Asked asked = asked(factClass);
        return asked.everything || !asked.texts.isEmpty();
    }

    /** Whether any pattern can match this fact. */
    boolean isUsed(Object fact) {
        return asked(fact.getClass()).isMetBy(fact);
    }

    private Asked asked(Class<?> factClass) {
        Asked known = byClass.get(factClass);
        return known != null ? known : byClass.computeIfAbsent(factClass, this::read);
    }

    private Asked read(Class<?> factClass) {
        var texts = new HashMap<Integer, Texts>(); // by the number that Drools gives a property
        for (ObjectTypeNode node : classes) {
            if (((ClassObjectType) node.getObjectType()).getClassType().isAssignableFrom(factClass)) {
                for (ObjectSink sink : node.getObjectSinkPropagator().getSinks()) {
                    IndexableConstraint constraint = comparisonWithText(sink);
                    if (constraint == null) {
                        return EVERYTHING;
                    }
                    ReadAccessor property = constraint.getFieldExtractor();
                    texts.computeIfAbsent(property.getIndex(), number -> new Texts(property, new HashSet<>()))
                            .asked()
                            .add((String) constraint.getField().getValue());
                }
            }
        }
        return new Asked(false, List.copyOf(texts.values()));
    }

    private static @Nullable IndexableConstraint comparisonWithText(ObjectSink sink) {
        return sink instanceof AlphaNode alpha
                        && alpha.getConstraint() instanceof IndexableConstraint constraint
                        && constraint.getConstraintType() == ConstraintTypeOperator.EQUAL
                        && constraint.getField() != null
                        && constraint.getField().getValue() instanceof String
                        && constraint.getFieldExtractor() != null
                ? constraint
                : null;
    }
}
