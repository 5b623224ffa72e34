package boscard.table.match;

import boscard.table.FactType.Property;

/**
 * A property that a table compares.
 *
 * @param line where its numbers or dates have their places
 */
record Slot(Property property, NumberLine line) {}
