"""What may be imposed for a penalty item, in the words of a clerk."""

from decimal import Decimal

from qtapp.domain.law.penalties import Correction, FineBasis, PenaltyItem, basis_citation
from qtapp.domain.money import FEN_A_WAN, wan, yuan


def amount(fen: int) -> str:
    """2000000 -> "2 万元"; what is less than ten thousand in yuan."""
    if fen and fen % (FEN_A_WAN // 100) == 0 and fen >= FEN_A_WAN:
        return f"{wan(fen).rstrip('0').rstrip('.')} 万元"
    return f"{yuan(fen).removesuffix('.00')} 元"


def fine_range(item: PenaltyItem) -> str:
    """The range of the fine; "" when no fine belongs to the item."""
    match item.fine_basis:
        case FineBasis.NONE:
            return ""
        case FineBasis.INCOME_RATIO:
            return f"上一年年收入的 {_percent(item.ratio_min, item.ratio_max)}"
        case FineBasis.ILLEGAL_GAINS_MULTIPLE:
            most = f"，最高 {amount(item.fine_max_fen)}" if item.fine_max_fen else ""
            return f"违法所得的 {_times(item.ratio_min, item.ratio_max)}{most}"
        case FineBasis.BASE_FINE_MULTIPLE:
            return f"前款罚款的 {_times(item.ratio_min, item.ratio_max)}"
        case FineBasis.ORIGINAL_FINE_DAILY:
            return "按原处罚数额按日连续"
    return _between(item.fine_min_fen, item.fine_max_fen)


def _between(least: int | None, most: int | None) -> str:
    if least and most and least == most:
        return amount(least)
    if least and most:
        return f"{amount(least)} ～ {amount(most)}"
    if most:
        return f"{amount(most)}以下"
    return f"{amount(least)}以上" if least else "幅度不详，请查条文"


def _percent(least: Decimal | None, most: Decimal | None) -> str:
    shares = [f"{share * 100:.0f}%" for share in (least, most) if share is not None]
    return " ～ ".join(dict.fromkeys(shares))


def _times(least: Decimal | None, most: Decimal | None) -> str:
    shares = [f"{share.normalize():f}" for share in (least, most) if share is not None]
    return f"{' ～ '.join(dict.fromkeys(shares))} 倍"


def explained(item: PenaltyItem) -> str:
    """The item in some sentences, shown beside the list while one is looked for."""
    corrected = {Correction.FIRST: "先责令改正，逾期未改正的才处罚", Correction.ALONG: "责令改正，可以并处"}
    lines = (
        item.violation,
        f"依据：{basis_citation(item) or '条款待核'}",
        f"违反：{item.violated_law or item.law_name}{item.violated}" if item.violated else "",
        f"对象：{item.subject}",
        f"种类：{'、'.join(item.kinds)}",
        f"罚款：{fine_range(item)}" if fine_range(item) else "",
        corrected.get(item.correction, ""),
        item.note,
    )
    return "\n".join(line for line in lines if line)
