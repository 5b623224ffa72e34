package boscard.evaluation;

import boscard.fact.FiscalCalendar;

/**
 * What an evaluation needs besides facts and rulebook.
 *
 * @param asOf the day it looks from
 * @param calendar when the year starts
 */
public record EvaluationSettings(AsOf asOf, FiscalCalendar calendar) {}
