"""Help without a network: pages in `resources/help/<language>/<page>.md`, short, about what one wants to do.

In a page, **bold** is a word that stands on the screen, and `code` a key in Qt's portable spelling (or what one types):
a test holds both to the program. Keys are shown as the keyboard of the reader names them.

pages.py     the pages, and search in them
topics.py    which page is about what is in view
reader.py    the window that shows them
markup.py    a page as the text browser shows it
keys.py      all keys, from the commands themselves
key_sheet.py the sheet of keys, which can be printed
field.py     what a field means
"""
