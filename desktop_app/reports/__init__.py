"""Reports: a question to the base, a plain description, a PDF. The gallery lists those that exist.

A report is a module with its `KIND` (words, parameters, parts, and the function that describes it) and a line here.
`run.run_report` makes one.
"""

from desktop_app.reports import country_summary, instrument_list
from desktop_app.reports.request import Kind

GALLERY: dict[str, Kind] = {kind.name: kind for kind in (country_summary.KIND, instrument_list.KIND)}

__all__ = ["GALLERY", "Kind"]
