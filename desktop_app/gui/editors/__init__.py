"""The editors of values, one for each type of field, for forms and for cells."""
