package boscard.rulebook;

import boscard.source.CellRef;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One number or word that an analyst may change and that is used by a rule or a formula rather than by a table row.
 *
 * @param name such as {@code p5_periods_red}
 * @param number null when the value is text
 * @param text as the analyst sees it
 * @param meaning one sentence
 * @param at the cell of the value
 */
public record Parameter(String name, @Nullable BigDecimal number, String text, String meaning, CellRef at) {}
