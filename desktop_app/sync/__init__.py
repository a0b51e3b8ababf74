"""Sync: workbooks that come back from embassies, and what the installations of the offices tell each other.

Read first: `export` (out), `receive` and `plan` (back in), `apply` (one edit); `bundle` and `arrival` (between offices).

Out
    export selection called   which records and columns, under which number
    rehearsal letters         tried before it is sent; the letter that goes with it
Back in
    receive bases here which_shipment unlocking
                              from the file to the plan: what was sent, what is here, whose workbook it is
    plan read_table read_row entries likeness whose_row new_rows new_parties columns guards doubts
    actions proposals earlier
                              each row recognised and compared, three ways
    sentences meanings answers
                              what is said of rows, what texts mean, what a person answered
    review shelf apply        decisions, kept until they are applied as one edit
Between installations
    bundle posting payload enclosed signing
                              what another does not have yet, as workbooks that people can read too
    arrival team              taken in; exchanged through the folder of an office
"""
