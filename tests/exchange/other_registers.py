"""Files of the corpus for enterprises, officers, certificates and inspections."""

from datetime import date
from typing import Any

from tests.exchange.making import CODES, IDENTITIES, book


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
