package boscard.fact;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One of the views of a balanced scorecard.
 *
 * @param id FINANCIAL, CUSTOMER, INTERNAL_PROCESS, LEARNING_GROWTH or one that the company added
 * @param name as people call it
 * @param weight relative to the other perspectives; null means the sum of the weights of its KPIs
 */
public record Perspective(String id, String name, @Nullable BigDecimal weight) {

    public static final String FINANCIAL = "FINANCIAL";
    public static final String CUSTOMER = "CUSTOMER";
    public static final String INTERNAL_PROCESS = "INTERNAL_PROCESS";
    public static final String LEARNING_GROWTH = "LEARNING_GROWTH";
}
