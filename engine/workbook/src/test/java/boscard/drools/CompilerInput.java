package boscard.drools;

import boscard.rulebook.Rulebook;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeSet;

/** What Drools is given for the tables of a rulebook, looked at from within its package. */
public final class CompilerInput {

    private CompilerInput() {}

    /** The structure from which the model is made; equal structures give equal models. */
    public static String structure(Rulebook rulebook) {
        return index(rulebook).structure();
    }

    /** Every text that can be reached from the model that is handed to Drools. */
    public static TreeSet<String> texts(Rulebook rulebook) {
        var texts = new TreeSet<String>();
        var seen = new IdentityHashMap<Object, Boolean>();
        var waiting = new ArrayDeque<Object>();
        waiting.add(PreparedTables.model(index(rulebook).shapes()));
        while (!waiting.isEmpty()) {
            Object next = waiting.poll();
            if (next instanceof CharSequence text) {
                texts.add(text.toString());
            } else if (seen.put(next, true) == null) {
                follow(next, waiting);
            }
        }
        return texts;
    }

    private static void follow(Object from, ArrayDeque<Object> waiting) {
        if (from instanceof Collection<?> collection) {
            collection.stream().filter(java.util.Objects::nonNull).forEach(waiting::add);
        } else if (from instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                waiting.add(key);
                if (value != null) {
                    waiting.add(value);
                }
            });
        } else if (from.getClass().isArray()) {
            for (int i = 0; !from.getClass().getComponentType().isPrimitive() && i < Array.getLength(from); i++) {
                if (Array.get(from, i) != null) {
                    waiting.add(Array.get(from, i));
                }
            }
        } else {
            for (Class<?> type = from.getClass();
                    type != null
                            && (type.getName().startsWith("org.drools")
                                    || type.getName().startsWith("boscard"));
                    type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && !field.getType().isPrimitive()) {
                        try {
                            field.setAccessible(true);
                            Object value = field.get(from);
                            if (value != null) {
                                waiting.add(value);
                            }
                        } catch (IllegalAccessException e) {
                            throw new AssertionError(e);
                        }
                    }
                }
            }
        }
    }

    private static Shape.Index index(Rulebook rulebook) {
        return new Shape.Index(rulebook.tables());
    }
}
