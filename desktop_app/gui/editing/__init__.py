"""Editing in the lists: a cell in its place, blocks of cells with the clipboard, many records at once.

Read first
    target.py      which field the cell of a column changes, and why some change none
    cells.py       `CellEditing`: opens the editor of a cell, saves what was typed as one step, goes on to the next cell
    box.py         the editor as it lies over its cell, with a line below that says how it was understood or what is wrong
    step.py        the change of one record: its name, what the rules say of it, and writing it
    block.py       a block of cells that is selected; keys.py listens to the list for it and for the cells
    clipboard.py   cells on their way to a spreadsheet and back; copying.py says what goes there
    plan.py        what a step would do to many records: made on the worker, shown by preview.py, written as one step;
                   pasting.py and filling.py make plans
    commands.py    the commands of the page of a list
"""
