"""Editing in the lists: a cell in its place, blocks of cells with the clipboard, many records at once.

Read first
    target.py      which field the cell of a column changes, and why some change none
    cells.py       `CellEditing`: opens the editor of a cell, saves what was typed as one step, goes on to the next cell
    box.py         the editor as it lies over its cell, with a line below that says how it was understood or what is wrong
    step.py        changes as plain data: what a step will do to which records, its name, and writing it
"""
