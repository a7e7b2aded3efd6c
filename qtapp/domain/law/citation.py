"""How a document names an article: full name of the law, numbers in Chinese."""

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_NUMBERS = range(1, 10_000)


def numeral(number: int) -> str:
    """110 -> "一百一十", 15 -> "十五": the way articles are counted."""
    if number not in _NUMBERS:
        raise ValueError(f"no article is numbered {number}")
    digits = str(number)
    spelled, gap = "", False
    for index, digit in enumerate(digits):
        if digit == "0":
            gap = True
            continue
        spelled += ("零" if gap else "") + _DIGITS[int(digit)] + _PLACES[len(digits) - 1 - index]
        gap = False
    return spelled.removeprefix("一") if spelled.startswith("一十") else spelled


def place(article: int, paragraph: int | None = None, items: tuple[int, ...] = ()) -> str:
    """第九十七条第一款第（一）项; two items are the first and the last of a row of them."""
    text = f"第{numeral(article)}条"
    if paragraph is not None:
        text += f"第{numeral(paragraph)}款"
    if items:
        text += "第" + "至".join(f"（{numeral(item)}）" for item in items) + "项"
    return text


def citation(law_name: str, where: str) -> str:
    return f"《{law_name}》{where}"
