"""Letters from Word templates: filled from a record in the language of whoever gets them, kept with the record.

fields.py     what a letter may say of a mission, a person, a partner or an event
templates.py  the templates that there are, ours and the office's own, and what is wrong with one
writing.py    a template and a record become a document
"""
