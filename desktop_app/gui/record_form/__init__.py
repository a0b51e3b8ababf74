"""The form of a record: sheets of fields, tables of parts, lists of related records; one module for each kind of record."""
