"""The values of a paper as they are kept with it, and as they come back: dates as dates, rows as rows."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from qtapp.formkit.form import Form

DATE, MOMENT = "@date", "@moment"


def frozen_values(values: Mapping[str, Any]) -> str:
    return json.dumps(dict(values), ensure_ascii=False, default=_told)


def thawed(form: Form, text: str) -> dict[str, Any]:
    """The values of the form's fields; what the form no longer has is left out."""
    kept = json.loads(text, object_hook=_revived) if text else {}
    names = {field.key for field in form.fields}
    return {key: _tupled(value) for key, value in kept.items() if key in names}


def _told(value: Any) -> Any:
    if isinstance(value, datetime):
        return {MOMENT: value.isoformat()}
    if isinstance(value, date):
        return {DATE: value.isoformat()}
    raise TypeError(type(value).__name__)


def _revived(found: dict[str, Any]) -> Any:
    if DATE in found:
        return date.fromisoformat(found[DATE])
    return datetime.fromisoformat(found[MOMENT]) if MOMENT in found else found


def _tupled(value: Any) -> Any:
    return tuple(_tupled(item) for item in value) if isinstance(value, list) else value
