"""Ctrl+K: one list of records, actions and help for whatever is typed.

answer.py      on the worker: what a text finds, as plain data
wishes.py      on the worker: what a text asks for ("vietnam summary", "send hanoi", "new mission to can tho")
carry_out.py   on the screen: how a wish is said, and what it opens
entries.py     one line of the list, and how it is painted
field.py       the field, which keeps the keyboard
palette.py     the field and its list
remembered.py  the records that were seen last, and those that are pinned
beside.py      a record in a pane over the page, without leaving it
"""
