"""What can be set: one page of rows in groups, each applied as it is chosen, each taken back from the bar at the foot.

kept.py      where a setting is kept: on this machine, in the base, or in a record of it
rows.py      a row: what it is, what it does, and its editor
groups.py    the rows of each group
lists.py     the reference lists of the base, to look at and to change
deadlines.py how many days before a deadline it shows as near
"""
