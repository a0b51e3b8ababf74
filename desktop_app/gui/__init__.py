"""The window: a frame, pages, and small parts that they are made of.

Read first
    theme.py       colours, palette, text size: `theme.now().muted`, `look.px(48)`, `look.font(12)`
    stylesheet.py  the one stylesheet; widgets say what they are by `kind` (its docstring lists the kinds)
    parts.py       `label(text, kind)`, `chip`, `row`, `column`, `icon_button`, `Elided`, `Worded` (retranslate)
    icons.py       `icon("plane")`: Lucide by name, in the theme's colours
    words.py       `tr("…")` for words of the program, `said(words)` for words of the data, `lang()`
    actions.py     `@action(mark("New…"), icon=…, keys=…, menu=…)` makes a command; `collect`, `button_for`
    tasks.py       the worker; pages use it through the workspace
    workspace.py   what pages share: `read`, `edit`, `undo`, `go`, `note`, and the signals `opened`, `changed`
    announce.py    `announce(widget, text)`: what screen readers are told that nothing with the keyboard shows
    enter.py       `goes_on(buttons, default)`: Enter in a dialog presses what has the keyboard, else goes on
    messages.py    `show_error`, `sentence`, `ask`
    page.py        `Page` and `PageHead`, which every page builds on
    drop_sheet.py  `DropSheet(over)`: what will happen to files that are dragged over a widget
    pages/         one module a page; its line in `pages/__init__.py` puts it into the left pane

Packages
    frame/         the bars around the pages, the search field, opening and closing bases
    palette/       Ctrl+K: records, actions and help for whatever is typed
    help/          the pages of help, the sheet of keys, what a field means
    preferences/   the rows of the page Settings, and where each setting is kept
    table/         a table for any number of rows: all row numbers, pages of ready cells, one delegate
    lists/         what the four lists show (`specs.py`), how they are filtered, sorted and copied
    editing/       changing cells in the lists, blocks of cells and the clipboard, many records at once
    views/         saved views: kept in the base by `keeping.py`, sent and taken in as files, shown by `frame/view_shelf.py`
    editors/       the editor of each type of field (`of_type.py`), for forms and cells: `editor_for(type, links)`
    record_form/   `open_form(parent, workspace, entity, id_="", given=None)` of `opening.py` opens a record's form, or that
                   of a new one; `any.py` names the screens (`partner.py`, `instrument.py` …), and a screen puts sheets,
                   tables of parts and lists of related records together by a Builder
    detail/        `DetailPane(workspace, entity)`: `show_record(id_)`, `clear()`; signals `close_asked()`, `edit_asked(str)`
    charts/        charts of `reports` on the screen, in cards: bars or a table, copied as picture and as data
    overview/      the page about a country, a partner or an institute; `list_window.py` lists what no page lists
    map/           the map: what is seen of it, keys and mouse, the pane of a country, the table; outlines come from `reports`
    receiving/     files that come in: dropped or chosen, recognised, their columns understood
    duplicates/    records that are likely the same, side by side, merged or told apart
    review/        a file under review: what changed, what was decided, how it is applied
    dialogs/       what is asked in a window of its own
    forms/         compiled from `ui/`; never edited

Seams
    A list page calls `DetailPane` and `open_form`, and nothing else of the forms; `workspace.changed` brings their edits
    back to the list.

Rules
    A screen never writes: it hands a function to `workspace.edit`, and refreshes when `changed` comes.
    No SQL, no spreadsheet library, no `setStyleSheet`, no `processEvents`, no fixed widths on what holds words.
    Every text goes through `tr` in `retranslate`, called once at the end of `__init__` and at each change of language.
    Nothing heavy is imported at the head of a module that the first paint needs (window, frame, theme, parts).
    Every focusable widget has an accessible name; no meaning by colour alone.
    New texts: `python build_spec/translations.py` writes them into `resources/i18n/<area>_fr.ts`; translate them there,
    then run it again: it compiles the `.qm`, and a test checks that nothing is missing.
"""
