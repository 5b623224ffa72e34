package boscard.explanation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has to find before it can be said to have looked: read from its conditions, as far as they are patterns.
 * What stands under {@code not} is no need; of what is accumulated one thing is enough.
 *
 * @param all patterns that each need a fact
 * @param any what is accumulated: patterns that belong together, of which one group needs its facts; empty when the
 *     rule accumulates nothing
 */
record RuleNeeds(List<Need> all, List<List<Need>> any) {

    private static final Pattern CONSTRAINT =
            Pattern.compile("(\\w+) (==|matches) (?:\"([^\"]+)\"|[A-Z]\\w+\\.(\\w+))");
    private static final Pattern PRESENT = Pattern.compile("(\\w+) != null");

    /** Facts of the rulebook, which are always there. */
    private static final Set<String> ALWAYS = Set.of("Parameter", "Kpi", "AsOf", "Scorecard");

    /**
     * One pattern.
     *
     * @param type simple name of the fact's class
     * @param names what its texts have to be, or an expression behind {@code matches}; empty for any
     * @param present properties that it must have
     */
    record Need(String type, List<Named> names, List<String> present) {}

    /** A text, such as a name or a code, that a pattern asks for. */
    record Named(String property, boolean isExpression, String text) {

        boolean fits(@Nullable Object found) {
            String plain = String.valueOf(found);
            return isExpression ? plain.matches(text) : plain.equals(text);
        }
    }

    private enum Around {
        NOT,
        ACCUMULATE,
        OTHER
    }

    static RuleNeeds of(RuleListing rule) {
        String text = String.join("\n", rule.conditions());
        var all = new ArrayList<Need>();
        var any = new ArrayList<List<Need>>();
        Deque<Around> around = new ArrayDeque<>();
        Matcher words = Pattern.compile("\"[^\"]*\"|//.*|[A-Za-z_.$]+|[()]").matcher(text);
        String last = "";
        String before = "";
        while (words.find()) {
            String word = words.group();
            if (word.equals("(")) {
                boolean isPattern = !last.isEmpty() && Character.isUpperCase(last.charAt(0)) && !last.contains(".");
                boolean isNot = last.equals("not") || before.equals("not") || around.contains(Around.NOT);
                if (isPattern && !isNot && !ALWAYS.contains(last)) {
                    (around.contains(Around.ACCUMULATE) ? any.get(any.size() - 1) : all)
                            .add(need(last, inside(text, words.end())));
                }
                if (last.equals("accumulate")) {
                    any.add(new ArrayList<>());
                }
                around.push(isNot ? Around.NOT : last.equals("accumulate") ? Around.ACCUMULATE : Around.OTHER);
            } else if (word.equals(")") && !around.isEmpty()) {
                around.pop();
            }
            before = last;
            last = word;
        }
        return new RuleNeeds(List.copyOf(all), any.stream().map(List::copyOf).toList());
    }

    /** What stands between a bracket and the one that closes it. */
    private static String inside(String text, int start) {
        int depth = 1;
        int end = start;
        for (; end < text.length() && depth > 0; end++) {
            depth += text.charAt(end) == '(' ? 1 : text.charAt(end) == ')' ? -1 : 0;
        }
        return text.substring(start, Math.max(start, end - 1));
    }

    private static Need need(String type, String inside) {
        var names = new ArrayList<Named>();
        CONSTRAINT
                .matcher(inside)
                .results()
                .forEach(found -> names.add(new Named(
                        found.group(1),
                        found.group(2).equals("matches"),
                        found.group(3) != null ? found.group(3) : found.group(4))));
        List<String> present =
                PRESENT.matcher(inside).results().map(found -> found.group(1)).toList();
        return new Need(type, List.copyOf(names), present);
    }
}
