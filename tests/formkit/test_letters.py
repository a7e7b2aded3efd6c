"""What letters need: who signs them out, and the bureau's own account where no field asks for one."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from qtapp.domain.kinds import Kind
from qtapp.formkit import form as f
from qtapp.formkit.fill import fill
from qtapp.formkit.sheet import Sheet

ON = date(2026, 3, 20)
BUREAU = {"fine_bank": "某银行", "fine_account_name": "某专户"}
SIGNER = f.FormField("signer", "签发人")
BANK = f.FormField("bank", "指定银行")
SECOND = f.FormField("assessor_2", "听证员（二）")


def says(_key: str, _on: date, slots: Mapping[str, str]) -> tuple[tuple[str, bool], ...]:
    return (("缴至", False), (slots["bank"], True), (slots["account_name"], True))


def letter(*body: f.Element, fields: tuple[f.FormField, ...] = (), issuer: str = "", **typed: Any) -> Sheet:
    form = f.Form("some", "某函", "移送", f.Style.LETTER, Kind.CASE, fields, body, issuer=issuer)
    return fill(form, {"bureau": BUREAU}, typed, says, on=ON).sheet


def test_who_signs_a_letter_out_stands_beside_its_number() -> None:
    assert letter(fields=(SIGNER,), issuer="signer", signer="顾试四").issuer == "签发人：顾试四"


def test_a_letter_that_nobody_has_signed_out_has_room_for_the_name() -> None:
    assert letter(fields=(SIGNER,), issuer="signer").issuer.rstrip("　") == "签发人："
    assert letter().issuer == ""


def test_a_fine_is_paid_to_the_bureau_s_own_account_where_the_form_does_not_ask() -> None:
    assert "缴至某银行某专户" in letter(f.Statement("fine_payment")).words()


def test_what_is_typed_goes_before_the_bureau_s_own_account() -> None:
    words = letter(f.Statement("fine_payment"), fields=(BANK,), bank="另一银行").words()
    assert "缴至另一银行某专户" in words


def test_a_field_may_be_numbered() -> None:
    words = letter(f.Text("听证员{assessor_2:8}出席"), fields=(SECOND,), assessor_2="钱试七").words()
    assert "听证员钱试七出席" in words
