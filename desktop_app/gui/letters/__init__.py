"""Letters, e-mail drafts and contact cards from a record or a selection.

dialog.py    asks for the template and the language, writes the letters, shows where they are
choosing.py  the templates to choose from
commands.py  the commands of lists and forms
mailing.py   drafts and cards
"""
