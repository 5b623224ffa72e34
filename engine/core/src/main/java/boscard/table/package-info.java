/**
 * The decision table as data: typed columns, typed cells with their addresses, rows with stable ids, hit policies, and
 * the reference interpreter that says for one row and one fact which cell matched and which did not. Knows no workbook
 * and no rules engine.
 */
@NullMarked
package boscard.table;

import org.jspecify.annotations.NullMarked;
