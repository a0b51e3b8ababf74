"""Reports: a question to the base, a plain description, a PDF, a document, a workbook. The gallery lists those that exist.

A report is a module with its `KIND` (words, parameters, parts, and the function that describes it) and its name here.
`run.run_report` makes one.
"""

from desktop_app.reports import (
    activity_year,
    blank_form,
    contact_list,
    country_lifelines,
    country_summary,
    deadlines,
    delegation_day,
    embassy_letter,
    handover_book,
    instrument_list,
    instrument_sheet,
    key_figures,
    labels,
    mission_log,
    partner_sheet,
    processing_register,
    who_is_where,
)
from desktop_app.reports.request import Kind

_REPORTS = (
    country_summary, instrument_list, instrument_sheet, partner_sheet, deadlines, mission_log, who_is_where, key_figures,
    country_lifelines, activity_year, delegation_day, contact_list, labels, embassy_letter, blank_form, handover_book,
    processing_register,
)  # fmt: skip
GALLERY: dict[str, Kind] = {module.KIND.name: module.KIND for module in _REPORTS}

__all__ = ["GALLERY", "Kind"]
