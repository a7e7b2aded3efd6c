"""Makes the corpus under files/: workbooks and texts as offices hand them over, and some meant to do harm.

Run it as `python -m tests.exchange.make_files`; every person, firm and number in it is invented.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

FILES = Path(__file__).parent / "files"
WHEN = (2021, 12, 16, 0, 0, 0)
CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
IDENTITY_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
Grid = Sequence[Any]  # rows of cells


def credit_code(first: str) -> str:
    total = sum(CREDIT_SIGNS.index(sign) * pow(3, place, 31) for place, sign in enumerate(first))
    return first + CREDIT_SIGNS[-total % 31]


def identity(first: str) -> str:
    return first + "10X98765432"[sum(int(s) * w for s, w in zip(first, IDENTITY_WEIGHTS, strict=True)) % 11]


CODES = [credit_code(f"91320681MA1X{n:05d}") for n in range(10, 20)]
IDENTITIES = [
    identity(f"320681{year}0101{n:03d}") for year, n in ((1971, 211), (1982, 322), (1990, 135), (1995, 17))
]


def book(
    *sheets: tuple[str, Grid], merges: Iterable[str] = (), change: Callable[[Any], None] | None = None
) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook["Sheet"])
    for title, rows in sheets:
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    for cells in merges:
        workbook.worksheets[0].merge_cells(cells)
    if change:
        change(workbook)
    stream = BytesIO()
    workbook.save(stream)
    return repacked(stream.getvalue())


def repacked(data: bytes, **parts: str | bytes) -> bytes:
    """The same package without the hour of its making, with parts put in place of its own or added."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        contents: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
        core = old.read("docProps/core.xml").decode()
        contents["docProps/core.xml"] = re.sub(r"\d{4}-\d\d-\d\dT[\d:]+Z", "2021-12-16T00:00:00Z", core)
        for name, content in (contents | parts).items():
            info = zipfile.ZipInfo(name, WHEN)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return stream.getvalue()


def sheet_xml(data: bytes) -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read("xl/worksheets/sheet1.xml").decode()


def changed(data: bytes, pattern: str, new: str, **parts: str | bytes) -> bytes:
    """The workbook with one place of its first sheet's markup written otherwise."""
    xml, found = re.subn(pattern, lambda _found: new, sheet_xml(data), count=1)
    if not found:
        raise ValueError(pattern)
    return repacked(data, **{"xl/worksheets/sheet1.xml": xml}, **parts)


# ---------------------------------------------------------------------------- complaints

LEDGER_HEAD = (
    "序号",
    "举报方式",
    "举报时间",
    "举报人",
    "身份证号",
    "被举报\n单位 *",
    "地　址",
    "举报内容：",
    "备注",
)
SHORT_HEAD = ("举报方式", "接报时间", "被举报单位", "举报内容")


def ledger() -> bytes:
    rows: list[list[Any]] = [
        ["江海县应急管理局2021年安全生产举报登记台账"],
        [],
        [*LEDGER_HEAD],
        [
            1,
            "电话举报",
            "2021.9.1",
            "石大川",
            IDENTITIES[0],
            "江海鸿运木器厂  ",
            "城北路1号",
            "喷漆房与宿舍相通 ",
            None,
        ],
        [
            2,
            "来信",
            "2021年9月2日",
            None,
            None,
            "江海盛达机械有限公司",
            "港城大道2号",
            "行车带病使用",
            "附照片",
        ],
        [3, "走访", 44442, None, None, "江海永新化工有限公司", "化工园区3号", "夜间偷卸危险化学品", None],
        [
            4,
            "12345",
            datetime(2021, 9, 4, 9, 30),
            None,
            None,
            "江海天成仓储有限公司",
            None,
            "消防通道堵塞",
            None,
        ],
        [],
        [5, "托梦", "2021/9/5", None, None, "江海富民加油站", "人民路5号", "卸油时无人看守", None],
        [6, "来电", "９月６日", None, None, "江海金桥烟花经营部", None, "与住户同楼", None],
        [
            7,
            "来电",
            "2021-9-7 下午3:20",
            "柳小河",
            3.20681197101012e17,
            "江海大丰粮机厂",
            None,
            "焊工无证",
            None,
        ],
        [8, "微信公众号", "20210908", None, None, "江海顺发船舶修造厂", None, None, None],
        [9, "网上", "2021-2-30", None, None, None, None, "有限空间作业没有审批", None],
        ["合计", None, None, None, None, "9件", None, None, None],
        ["填表人：甲某", None, None, "审核人：乙某"],
    ]
    return book(("台账", rows), merges=("A1:I1", "A14:E14"))


def other_names() -> bytes:
    rows = [
        ["来源", "日期", "单位名称", "单位地址", "反映问题", "接待人", "核查人意见"],
        ["信件", date(2021, 3, 1), "江海长青食品厂", "园北路8号", "锅炉未检验", "丁宁", "拟查"],
        ["上访", date(2021, 3, 2), "江海东灶采砂场", "东灶镇", "无证开采", "丁宁", "拟查"],
    ]
    return book(("Sheet1", rows))


def two_levels() -> bytes:
    rows = [
        ["2021年举报登记表"],
        [
            "举报方式",
            "接报时间",
            "举报人",
            None,
            None,
            None,
            "被举报单位",
            None,
            None,
            "举报内容",
            "要求\n回复",
        ],
        [None, None, "姓名", "联系电话", "住址", "是否匿名", "名称", "地址", "负责人及电话", None, None],
        [
            "来电",
            "2021.5.6",
            "石大川",
            13900000001,
            "城南村1组",
            "否",
            "江海鸿运木器厂",
            "城北路1号",
            "何某 0513",
            "粉尘大",
            "是",
        ],
        [
            "来信",
            "2021.5.7",
            None,
            None,
            None,
            "是",
            "江海盛达机械有限公司",
            "港城大道2号",
            None,
            "无护栏",
            "否",
        ],
    ]
    merges = ("A1:K1", "A2:A3", "B2:B3", "C2:F2", "G2:I2", "J2:J3", "K2:K3")
    return book(("登记表", rows), merges=merges)


def beside() -> bytes:
    rows = [
        ["举报方式", "接报时间", "举报人", "联系电话", "地址", "被举报单位", "地址", "联系电话", "举报内容"],
        [
            "来电",
            "2021-1-4",
            "石大川",
            13900000001,
            "城南村1组",
            "江海鸿运木器厂",
            "城北路1号",
            "051300000002",
            "粉尘大",
        ],
    ]
    return book(("登记表", rows))


def full_width() -> bytes:
    rows = [
        SHORT_HEAD,
        ["１２３４５转办", "２０２１年１０月８日", "江海福星纸箱厂", "配电箱敞开"],
        ["来　信", "２０２１．１０．９", "江海第２建材厂", "皮带机无护罩"],
        ["传真", "２０２１１０１０", "江海锦绣印染厂", "车间堆放保险粉"],
    ]
    return book(("登记表", rows))


def hidden_rows() -> bytes:
    rows = [
        SHORT_HEAD,
        *(("来电", date(2021, 4, n), f"江海第{n}石料厂", "爆破无人警戒") for n in range(1, 6)),
    ]

    def hide(workbook: Any) -> None:
        workbook.worksheets[0].row_dimensions[3].hidden = True
        workbook.worksheets[0].row_dimensions[4].hidden = True

    return book(("登记表", rows), change=hide)


def merged_down() -> bytes:
    rows = [
        SHORT_HEAD,
        ["来电", date(2021, 6, 1), "江海兴隆铸造厂", "冲天炉无联锁"],
        [None, date(2021, 6, 2), None, "煤气报警器失灵"],
        [None, None, None, None],
        ["来信", date(2021, 6, 3), "江海蓝天气体站", "气瓶混放"],
    ]
    return book(("登记表", rows), merges=("A2:A4", "C2:C4"))


def printed_pages() -> bytes:
    rows = [
        SHORT_HEAD,
        [1, 2, 3, 4],
        ["来电", date(2021, 7, 1), "江海祥云鞋厂", "出口上锁"],
        ["小 计", None, "1件", None],
        SHORT_HEAD,
        ["来信", date(2021, 7, 2), "江海合计电子有限公司", "使用淘汰设备"],
        ["总计：2件", None, None, None],
        ["注：以上均已登记", None, None, None],
    ]
    return book(("登记表", rows))


def months() -> bytes:
    row = ("来电", date(2021, 8, 1), "江海祥云鞋厂", "出口上锁")
    return book(("7月", [SHORT_HEAD, row]), ("8月", [SHORT_HEAD, row]))


def cover_sheet() -> bytes:
    row = ("来电", date(2021, 8, 1), "江海祥云鞋厂", "出口上锁")
    return book(
        ("说明", [["本表由各科室填报"], ["时间", "2021年"]]),
        ("登记表", [["台账"], SHORT_HEAD, row]),
        ("空表", [SHORT_HEAD]),
    )


def broken_cells() -> bytes:
    rows = [
        [*SHORT_HEAD, "被举报单位地址"],
        ["来电", date(2021, 8, 1), "江海祥云鞋厂", "出口上锁", "#REF!"],
        ["来电", date(2021, 8, 2), "江海锦鲤渔具厂", "出口上锁", "=A1&B1"],
        ["来电", date(2021, 8, 3), "江海红叶服装厂", "出口上锁", "=1+1"],
        ["来电", date(2021, 8, 4), "江海绿洲木业", "出口上锁", "河西路4号"],
    ]
    data = changed(book(("登记表", rows)), r"<f>1\+1</f><v ?/?>(</v>)?", "<f>1+1</f><v>2</v>")
    return changed(data, '<c r="B5" s="1" t="n"><v>44412</v>', '<c r="B5" s="1" t="n"><v>99999999</v>')


def external_links() -> bytes:
    data = book(("登记表", [SHORT_HEAD, ("来电", date(2021, 8, 1), "=[1]名录!A1", "出口上锁")]))
    cell = '<c r="C2" t="str"><f>[1]名录!A1</f><v>江海祥云鞋厂</v></c>'
    link = (
        '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<externalBook xmlns:r="{RELATIONSHIPS}" r:id="rId1"/>'
        "</externalLink>"
    )
    target = "file:///\\\\198.51.100.7\\share\\list.xlsx"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/externalLinkPath" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    )
    parts = {
        "xl/externalLinks/externalLink1.xml": link,
        "xl/externalLinks/_rels/externalLink1.xml.rels": rels,
    }
    return changed(data, r'<c r="C2"[^>]*><f>.*?</f>.*?</c>', cell, **parts)


INJECTION = ('=HYPERLINK("http://198.51.100.7/","点此")', "+1+1", "-2+3", "@SUM(A1)", "\t=1", "＝1+1", "'=1")


def injection() -> bytes:
    def as_texts(workbook: Any) -> None:
        for row in workbook.worksheets[0].iter_rows(min_row=2):
            row[3].data_type = "s"

    rows = [SHORT_HEAD, *(("来电", date(2021, 8, 1), "江海祥云鞋厂", text) for text in INJECTION)]
    return book(("登记表", rows), change=as_texts)


# ---------------------------------------------------------------------------- the other registers


def enterprises() -> bytes:
    wrong = CODES[1][:-1] + ("0" if CODES[1][-1] != "0" else "1")
    rows = [
        ["江海县监管企业名录"],
        ["序号", "企业名称", "社会信用代码", "法人代表", "手机", "乡镇", "企业类别", "邮编"],
        [1, "江海鸿运木器厂", CODES[0], "石大川", 13900000001, "城北镇", "一般企业", "226200"],
        [2, "江海盛达机械有限公司", wrong, "柳小河", "13900000002", "港城镇", "非高危", 226200.0],
        [3, "江海永新化工有限公司", 9.1320681e17, "方知远", 13900000003.0, "园区", "高危企业", None],
        [4, "江海天成仓储有限公司", CODES[2].lower() + " ", "白云天", "0513-00000004", "园区", "高危", None],
        [5, "江海富民加油站", "9132O681MA1X00013X", "白云天", None, "园区", "特别危险", None],
        [6, None, CODES[4], "白云天", None, "园区", None, None],
    ]

    def zeros(workbook: Any) -> None:
        workbook.worksheets[0]["H5"] = 26200
        workbook.worksheets[0]["H5"].number_format = "000000"

    return book(("名录", rows), merges=("A1:H1",), change=zeros)


def officers() -> bytes:
    rows = [
        ["姓名", "性别", "公民身份号码", "所属科室", "岗位类别", "手机", "入职日期", "离岗日期"],
        ["石大川", "男性", IDENTITIES[0], "执法大队", "执法", "13900000001", "2018.7.1", None],
        ["柳小河", "女", 3.20681198201013e17, "法规科", "综合", None, "2019年3月", None],
        ["方知远", "男", int(IDENTITIES[2]), "执法大队", "执法岗", None, date(2020, 3, 4), date(2019, 1, 1)],
        ["白云天", "男", 320681199501011000, "执法大队", "执法岗", None, "2020-3-4", None],
        ["黄叶飞", "男", "320681750101123", "执法大队", None, None, "2020-3-4", None],
    ]
    return book(("花名册", rows))


def certificates() -> bytes:
    rows = [
        ["持证人", "执法证号", "发证机关", "发证日期", "有效期至"],
        ["石大川", "苏F000001", "江海县人民政府", "2019.1.1", "2024.1.1"],
        ["柳小河", "苏F000002", "江海县人民政府", "2019.1.1", "2018.1.1"],
        ["方知远", None, "江海县人民政府", "长期", "2024.1.1"],
    ]
    return book(("证件", rows))


RARE = ("刘䶮", "王𬭎", "赵㛃", "钱𠅤", "孙𡉃", "李\ue863")


def rare_rows() -> list[list[Any]]:
    return [["姓名", "科室", "到岗日期"], *([name, "执法大队", "2020-01-02"] for name in RARE)]


def inspections() -> bytes:
    rows = [
        ["检查类型", "检查时间", "受检单位", "检查场所", "检查人员", "存在问题", "处理", "整改期限"],
        [
            "双随机",
            "2021-9-1 9:30",
            "江海鸿运木器厂",
            "喷漆房",
            "石大川、柳小河",
            "喷漆房未通风；配电箱敞开",
            "责令限期整改",
            "2021-9-15",
        ],
        [
            "专项检查",
            "2021-9-2",
            "江海盛达机械有限公司",
            "车间",
            '[{"姓名": "石大川", "certificate": "苏F000001"}]',
            None,
            "无",
            None,
        ],
        [
            "计划",
            "2021-9-3",
            "江海永新化工有限公司",
            "罐区",
            '[{"name": "石大川", "年纪": 3}]',
            None,
            "无",
            None,
        ],
        ["计划", "2021-9-4", "江海天成仓储有限公司", "仓库", '[{"name": ', None, "无", None],
    ]
    return book(("检查", rows))


def text(rows: Grid, mark: str = ",") -> str:
    return "".join(mark.join("" if c is None else str(c) for c in row) + "\r\n" for row in rows)


CSV_ROWS: Grid = (
    ("举报方式", "接报时间", "被举报单位", "举报内容", "身份证号"),
    ("来电", "2021-9-1 9:30", "江海鸿运木器厂", "喷漆房与宿舍相通", IDENTITIES[1]),
    ("来信", "2021.9.2", "江海盛达机械有限公司", "行车带病使用", "3.20681E+17"),
    ("", "", "", "", ""),
    ("信鸽", "2021.9.3", "江海永新化工有限公司", "", "'" + IDENTITIES[2]),
)


# ---------------------------------------------------------------------------- meant to do harm, or damaged


def plain() -> bytes:
    return book(("登记表", [SHORT_HEAD, ("来电", date(2021, 8, 1), "江海祥云鞋厂", "出口上锁")]))


def declared_rows() -> bytes:
    return changed(plain(), r'<dimension ref="A1:D2" ?/>', '<dimension ref="A1:XFD3000000" />')


def endless_rows() -> bytes:
    return changed(plain(), '<row r="2"', '<row r="99999999999"')


def far_row() -> bytes:
    far = "".join(f'<c r="{c}100050" t="inlineStr"><is><t>远</t></is></c>' for c in "ABCD")
    return changed(plain(), "</sheetData>", f'<row r="100050">{far}</row></sheetData>')


def too_wide() -> bytes:
    return book(("登记表", [SHORT_HEAD, ["来电", date(2021, 8, 1), "甲", "乙", *[None] * 110, "远"]]))


def xml_bomb() -> bytes:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    declaration = f'<!DOCTYPE worksheet [<!ENTITY a0 "ha">{levels}]>'
    return changed(
        changed(plain(), r"<t>[^<]*</t>(?=</is></c></row></sheetData>)", "<t>&a9;</t>"), "^", declaration
    )


def zip_bomb() -> bytes:
    return repacked(plain(), **{"xl/media/image1.bin": b"\0" * (40 * 1024 * 1024)})


def ole(*streams: str) -> bytes:
    return OLE + b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))


def word_file() -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr(zipfile.ZipInfo("word/document.xml", WHEN), "<document/>")
    return stream.getvalue()


CONTENTS: dict[str, Callable[[], bytes]] = {
    "complaints_ledger.xlsx": ledger,
    "complaints_other_names.xlsx": other_names,
    "complaints_two_levels.xlsx": two_levels,
    "complaints_beside.xlsx": beside,
    "complaints_full_width.xlsx": full_width,
    "complaints_hidden_rows.xlsx": hidden_rows,
    "complaints_merged_down.xlsx": merged_down,
    "complaints_printed_pages.xlsx": printed_pages,
    "complaints_months.xlsx": months,
    "complaints_cover_sheet.xlsx": cover_sheet,
    "complaints_broken_cells.xlsx": broken_cells,
    "complaints_external_links.xlsx": external_links,
    "complaints_injection.xlsx": injection,
    "complaints_gbk.csv": lambda: text(CSV_ROWS).encode("gbk"),
    "complaints_utf8.csv": lambda: text(CSV_ROWS).encode(),
    "complaints_bom_semicolons.csv": lambda: text(CSV_ROWS, ";").encode("utf-8-sig"),
    "complaints_tabs_utf16.txt": lambda: b"\xff\xfe" + text(CSV_ROWS, "\t").encode("utf-16-le"),
    "enterprises_wrong_digits.xlsx": enterprises,
    "officers.xlsx": officers,
    "certificates.xlsx": certificates,
    "rare_names.xlsx": lambda: book(("花名册", rare_rows())),
    "rare_names_gb18030.csv": lambda: text(rare_rows()).encode("gb18030"),
    "inspections.xlsx": inspections,
    "declared_rows.xlsx": declared_rows,
    "endless_rows.xlsx": endless_rows,
    "far_row.xlsx": far_row,
    "too_wide.xlsx": too_wide,
    "xml_bomb.xlsx": xml_bomb,
    "zip_bomb.xlsx": zip_bomb,
    "truncated.xlsx": lambda: plain()[:3000],
    "workbook_named.csv": plain,
    "text_named.xlsx": lambda: text(CSV_ROWS).encode(),
    "web_page_named.xlsx": "<html><table><tr><td>举报方式</td></tr></table></html>".encode,
    "word_named.xlsx": word_file,
    "encrypted.xlsx": lambda: ole("EncryptionInfo", "EncryptedPackage"),
    "old.xls": lambda: ole("Workbook"),
    "old.et": lambda: ole("Workbook", "ETExtData"),
    "old_named.xlsx": lambda: ole("Workbook"),
    "binary.csv": lambda: bytes(range(256)) * 4,
    "empty.csv": lambda: b"\r\n",
    "no_register.xlsx": lambda: book(("Sheet1", [["菜谱"], ["周一", "红烧肉"], ["周二", "清蒸鱼"]])),
}


def make(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for name, content in CONTENTS.items():
        (folder / name).write_bytes(content())


if __name__ == "__main__":
    make(FILES)
    print(f"{len(CONTENTS)} files, up to column {get_column_letter(111)}")
