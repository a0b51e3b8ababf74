"""Excel: reading any file of cells without trusting it, and writing the exchange workbook.

Read first: `read` (any file), `guard` (what it must pass), `layout` and `write` (ours), `recognise` (ours, come back).

Reading
    read sheets notes refusals rejected
                              from a file to plain cells with their addresses, or one sentence that refuses it
    process child enclosure packing unpacking second_reader
                              the reading process: limited, thrown away, its rows packed for the way
    guard archive markup kinds ooxml findings
                              what a workbook must pass before a reader touches it
    sheet_scan xls_scan xls_size xlsb_scan ods_scan
                              the raw cells of each format, looked at first
    texts encodings accents wide_letters page
                              text files and web pages; the letters that they are written in
    encryption protection     workbooks that are protected by a password
    looks looking             colours, struck letters, comments, hidden rows
The exchange workbook
    layout cells reference    its columns, its cells, its grey first column: for writer and reader alike
    write write_readme write_rows write_shell write_strings rereading placing
                              written, checked by reading, put in its place whole
    base exchange             what it showed when it was sent; what it carries between offices
    recognise lossy           found again when it comes back; what is no change after many programs
    handling by_hand          what hands do to a workbook, done to a copy
Written for others
    report_book plain_list report_cells
                              a report as a workbook, a list as a plain sheet; the cells of both
    send_back marking lost_parts
                              a sheet given back to its sender with marks, all else as it was
"""
