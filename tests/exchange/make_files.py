"""Makes the corpus under files/: workbooks and texts as offices hand them over, and some meant to do harm.

Run it as `python -m tests.exchange.make_files`; every person, firm and number in it is invented.
"""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from tests.exchange import hostile, other_registers
from tests.exchange.making import IDENTITIES, RELATIONSHIPS, SHORT_HEAD, Grid, book, changed, text

FILES = Path(__file__).parent / "files"


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


CSV_ROWS: Grid = (
    ("举报方式", "接报时间", "被举报单位", "举报内容", "身份证号"),
    ("来电", "2021-9-1 9:30", "江海鸿运木器厂", "喷漆房与宿舍相通", IDENTITIES[1]),
    ("来信", "2021.9.2", "江海盛达机械有限公司", "行车带病使用", "3.20681E+17"),
    ("", "", "", "", ""),
    ("信鸽", "2021.9.3", "江海永新化工有限公司", "", "'" + IDENTITIES[2]),
)


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
    "enterprises_wrong_digits.xlsx": other_registers.enterprises,
    "officers.xlsx": other_registers.officers,
    "certificates.xlsx": other_registers.certificates,
    "rare_names.xlsx": lambda: book(("花名册", other_registers.rare_rows())),
    "rare_names_gb18030.csv": lambda: text(other_registers.rare_rows()).encode("gb18030"),
    "inspections.xlsx": other_registers.inspections,
    "declared_rows.xlsx": hostile.declared_rows,
    "endless_rows.xlsx": hostile.endless_rows,
    "far_row.xlsx": hostile.far_row,
    "too_wide.xlsx": hostile.too_wide,
    "xml_bomb.xlsx": hostile.xml_bomb,
    "zip_bomb.xlsx": hostile.zip_bomb,
    "truncated.xlsx": lambda: hostile.plain()[:3000],
    "workbook_named.csv": hostile.plain,
    "text_named.xlsx": lambda: text(CSV_ROWS).encode(),
    "web_page_named.xlsx": "<html><table><tr><td>举报方式</td></tr></table></html>".encode,
    "word_named.xlsx": hostile.word_file,
    "encrypted.xlsx": lambda: hostile.ole("EncryptionInfo", "EncryptedPackage"),
    "old.xls": lambda: hostile.ole("Workbook"),
    "old.et": lambda: hostile.ole("Workbook", "ETExtData"),
    "old_named.xlsx": lambda: hostile.ole("Workbook"),
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
    print(f"{len(CONTENTS)} files")
