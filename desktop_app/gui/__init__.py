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
    messages.py    `show_error`, `sentence`, `ask`
    page.py        `Page` and `PageHead`, which every page builds on
    pages/         one module a page; its line in `pages/__init__.py` puts it into the left pane

    table.py, table_model.py, cells.py    lists: all row numbers, pages of ready cells, one delegate
    columns.py, lists.py                  what the four lists show; conditions.py, filter_bar.py: how they are filtered

Seams
    detail.py      `DetailPane(workspace, entity)`: `show_record(id_)`, `clear()`; signals `close_asked()`, `edit_asked(str)`
    form.py        `open_form(parent, workspace, entity, id_="", given=None)` opens a record's form, or that of a new one
                   form_any.py names the screens (form_partner.py, form_instrument.py …); a screen puts sheets, tables of
                   parts and lists of related records together by a Builder
    editors.py     `editor_for(type, links)`: the editor of any type of field, for forms and cells
    A list page calls these two and nothing else of the forms; `workspace.changed` brings their edits back to the list.

Rules
    A screen never writes: it hands a function to `workspace.edit`, and refreshes when `changed` comes.
    No SQL, no spreadsheet library, no `setStyleSheet`, no `processEvents`, no fixed widths on what holds words.
    Every text goes through `tr` in `retranslate`, called once at the end of `__init__` and at each change of language.
    Nothing heavy is imported at the head of a module that the first paint needs (window, frame, theme, parts).
    Every focusable widget has an accessible name; no meaning by colour alone.
    New texts: `python build_spec/translations.py` writes them into `resources/i18n/<area>_fr.ts`; translate them there,
    then run it again: it compiles the `.qm`, and a test checks that nothing is missing.
"""
