package boscard.indicator;

import boscard.fact.Decimals;
import boscard.fact.Period;
import boscard.fact.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;

/**
 * A KPI's formula over other KPIs (DOMAIN.md section 2): {@code + - * / ( )}, numbers, {@code abs}, {@code min},
 * {@code prior(x)} a year earlier, {@code prev(x)} the period before, {@code target(x)}, {@code forecast(x)},
 * {@code days()} calendar days of the period. It can read measurements and do arithmetic, nothing else.
 *
 * <p>A missing operand makes the result missing; an operand that is not applicable makes it not applicable; a division
 * by zero is missing with that reason. Immutable; safe for any thread.
 */
public final class Formula {

    /** Where a formula reads its operands. */
    public interface Operands {
        Reading actual(String kpi, Period period);

        Reading target(String kpi, Period period);

        Reading forecast(String kpi, Period period);

        /** A year before {@code period}. */
        Reading prior(String kpi, Period period);
    }

    /** A formula that cannot be read. */
    public static final class SyntaxException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int position;

        SyntaxException(String message, int position) {
            super(message);
            this.position = position;
        }

        /** Where reading stopped, from 1. */
        public int position() {
            return position;
        }
    }

    @FunctionalInterface
    private interface Node {
        Reading value(Operands operands, Period period);
    }

    private static final int LONGEST = 1000;

    private final String text;
    private final Node root;
    private final Set<String> kpis;

    private Formula(String text, Node root, Set<String> kpis) {
        this.text = text;
        this.root = root;
        this.kpis = kpis;
    }

    /**
     * Reads a formula.
     *
     * @throws SyntaxException when it is not one; the message says what was expected
     */
    public static Formula parse(String text) {
        if (text.length() > LONGEST) { // each operator takes a frame of the stack when it is evaluated
            throw new SyntaxException("the formula is longer than " + LONGEST + " characters", LONGEST + 1);
        }
        var parser = new Parser(text);
        return new Formula(text, parser.whole(), Collections.unmodifiableSet(parser.kpis));
    }

    /** Ids of the KPIs it reads, sorted. */
    public Set<String> kpis() {
        return kpis;
    }

    /** The value in a period, rounded as a computed number. */
    public Reading evaluate(Operands operands, Period period) {
        Reading result = root.value(operands, period);
        return result instanceof Reading.Present present ? Reading.of(Decimals.computed(present.value())) : result;
    }

    @Override
    public String toString() {
        return text;
    }

    private static Reading combine(Reading a, Reading b, BinaryOperator<BigDecimal> operation) {
        if (a.isMissing()) {
            return a;
        } else if (b.isMissing()) {
            return b;
        }
        return a instanceof Reading.Present x && b instanceof Reading.Present y
                ? Reading.of(operation.apply(x.value(), y.value()))
                : Reading.NOT_APPLICABLE;
    }

    private static Reading divide(Reading a, Reading b) {
        if (a.isPresent()
                && b instanceof Reading.Present divisor
                && divisor.value().signum() == 0) {
            return Reading.ZERO_DENOMINATOR;
        }
        return combine(a, b, (x, y) -> x.divide(y, Decimals.PRECISION));
    }

    /** Recursive descent: sum of products of factors. */
    private static final class Parser {
        private static final int DEEPEST = 50;

        private final String text;
        private final Set<String> kpis = new TreeSet<>();
        private int at;
        private int depth;

        Parser(String text) {
            this.text = text;
        }

        Node whole() {
            Node node = sum();
            skipSpaces();
            if (at < text.length()) {
                throw problem("an operator is expected before \"" + text.charAt(at) + "\"");
            }
            return node;
        }

        private Node sum() {
            if (++depth > DEEPEST) {
                throw problem("the parentheses are nested too deeply");
            }
            Node left = product();
            while (true) {
                if (accept('+')) {
                    left = binary(left, product(), BigDecimal::add);
                } else if (accept('-')) {
                    left = binary(left, product(), BigDecimal::subtract);
                } else {
                    depth--;
                    return left;
                }
            }
        }

        private Node product() {
            Node left = factor();
            while (true) {
                if (accept('*')) {
                    left = binary(left, factor(), (x, y) -> x.multiply(y, Decimals.PRECISION));
                } else if (accept('/')) {
                    Node dividend = left;
                    Node divisor = factor();
                    left = (operands, period) ->
                            divide(dividend.value(operands, period), divisor.value(operands, period));
                } else {
                    return left;
                }
            }
        }

        private static Node binary(Node left, Node right, BinaryOperator<BigDecimal> operation) {
            return (operands, period) ->
                    combine(left.value(operands, period), right.value(operands, period), operation);
        }

        private Node factor() {
            skipSpaces();
            if (accept('(')) {
                Node inner = sum();
                expect(')');
                return inner;
            } else if (accept('-')) {
                return binary((operands, period) -> Reading.of(BigDecimal.ZERO), factor(), BigDecimal::subtract);
            } else if (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                return number();
            }
            String name = name();
            return accept('(') ? call(name) : kpi(name);
        }

        private Node number() {
            int start = at;
            while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
                at++;
            }
            try {
                Reading value = Reading.of(text.substring(start, at));
                return (operands, period) -> value;
            } catch (NumberFormatException notANumber) {
                throw problem("\"" + text.substring(start, at) + "\" is not a number");
            }
        }

        private String name() {
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            if (start == at) {
                throw problem(
                        at == text.length()
                                ? "the formula ends where a KPI or a number is expected"
                                : "a KPI or a number is expected, not \"" + text.charAt(at) + "\"");
            }
            return text.substring(start, at);
        }

        private Node kpi(String id) {
            kpis.add(id);
            return (operands, period) -> operands.actual(id, period);
        }

        private Node call(String function) {
            return switch (function) {
                case "abs" -> {
                    Node inner = only();
                    yield binary(inner, inner, (x, same) -> x.abs());
                }
                case "min" -> minimum();
                case "days" -> {
                    expect(')');
                    yield (operands, period) -> Reading.of(BigDecimal.valueOf(period.days()));
                }
                case "prior" -> reading(Operands::prior);
                case "prev" -> reading((operands, kpi, period) -> operands.actual(kpi, period.previous()));
                case "target" -> reading(Operands::target);
                case "forecast" -> reading(Operands::forecast);
                default ->
                    throw problem("there is no function \"" + function
                            + "\"; there are abs, min, prior, prev, target, forecast, days");
            };
        }

        private interface Reader {
            Reading read(Operands operands, String kpi, Period period);
        }

        private Node reading(Reader reader) {
            skipSpaces();
            String kpi = name();
            kpis.add(kpi);
            expect(')');
            return (operands, period) -> reader.read(operands, kpi, period);
        }

        private Node only() {
            Node inner = sum();
            expect(')');
            return inner;
        }

        private Node minimum() {
            List<Node> arguments = new ArrayList<>();
            do {
                arguments.add(sum());
            } while (accept(','));
            expect(')');
            return arguments.stream()
                    .reduce((left, right) -> binary(left, right, BigDecimal::min))
                    .orElseThrow();
        }

        private void skipSpaces() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean accept(char expected) {
            skipSpaces();
            if (at < text.length() && text.charAt(at) == expected) {
                at++;
                return true;
            }
            return false;
        }

        private void expect(char expected) {
            if (!accept(expected)) {
                throw problem("\"" + expected + "\" is missing");
            }
        }

        private SyntaxException problem(String message) {
            return new SyntaxException(message, at + 1);
        }
    }
}
