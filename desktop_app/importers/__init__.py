"""Importers: sheets that somebody else made, in whatever layout.

Read first: `recognise` (which table, which fields), `rows` (its values), `existing` (whose they are), `sheet` (the plan).

Which table
    which_table tables found_table pieces bands shapes months hints
                              the tables of a file, below titles and beside each other; what its name implies
    recognise                 all of it together: sheet, headings, entity, fields
Which column is what
    columns headings content
                              by heading, by content, as last time
    stay                      an arrival and a departure: which is the first day
    memory                    what a sender called our fields, and whom names mean
What the cells say
    rows cells cleaning splits names stops kinds
                              cleaned, cut where they hold several things, flagged where a person must see them
    complete where for_all    what a row implies without saying it
    part_columns part_rows part_entering
                              what belongs to a record: who takes part, its budget, its legs
Whose rows they are
    existing links same
                              what is here already, what only looks alike
    doubts questions          what is asked, once
    making                    records that cells name and that are not here
    sheet entering            entered in a plan
    answering                 what the sender is told
Twins
    duplicates merging        records of a base that are likely the same, and what they come to
"""
