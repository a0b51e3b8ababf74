"""The store: one SQLite file, one door for writes, a journal that remembers everything.

Read first: `base` (opening, writing), `asking` (reading), `edit` (the door), `journal` and `fold` (what is written, what shows).

The base as a whole
    base asking               an open base: written to by one door; asked for records, lists, counts, history
    driver home settings      the one SQLite driver; where a base lives; what it knows of itself
    schema revise tables columns
                              the tables, made from the entities, and their version
    backups checks against_journal as_of
                              copies, whether all is whole, the base as it was on a day
    reference own_choices     the data that every base starts with, and what an office adds to its lists
The journal and what it shows
    edit births bulk          an edit: one transaction, one undo step; births and many rows at once
    journal fold refold       the changes, what counts of them, and what a record shows
    steps taking_back bring_back look_back by_file
                              undo and redo, earlier states, what a step or a file did
    uniting succession        records that are one and the same; one instrument that becomes another
    attachments               files that belong to records
Between installations
    installations peers parcel union parked
                              who holds what, what is handed over, how two journals become one
    conflicts deciding telling behind
                              what two said differently, how it is decided, what a returned file says, what it had shown
    exchanges ledger ledger_news returns
                              which workbook is out with whom, what came back, and what others are told of it
    giving_way                who writes much stands aside for who waits
    key_store                 passwords of workbooks, in the key store of the system
Questions
    queries rows lines along orders composed sifting places packing tallies names resolve
                              lists: filtered, sorted, grouped; what linked records are called; what a text means
    search finding spelling indexing
                              search as you type, and the index behind it
    likeness wordlists        which names may be the same thing written otherwise
    figures counting aside    every number with the question behind it; records counted by a value, the most at once
    portrait overview subject of_unit lately network
                              what a page is about; who is linked with whom
    due journey zones cities near
                              what is due, what a journey needs, who covers which country, which city is in it, what is
                              worth a warning
"""
