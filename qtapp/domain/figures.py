"""The yearly report's figures: what each is called, in what unit, and by which rule it is counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

LAW_GOVERNMENT = "law_government"
RULES = (LAW_GOVERNMENT,)


@dataclass(frozen=True)
class Span:
    """The days a report counts, both ends included."""

    year: int
    until: date

    @property
    def since(self) -> date:
        return date(self.year, 1, 1)

    def holds(self, day: date | None) -> bool:
        return day is not None and self.since <= day <= self.until


@dataclass(frozen=True)
class FigureRule:
    key: str
    label: str
    unit: str
    text: str  # the counting rule in words, printed beside the figure


@dataclass(frozen=True)
class Figure:
    """A counted figure and the records behind it. `value` None: nothing is registered, which is not 0."""

    rule: FigureRule
    value: int | float | None
    records: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tally:
    """What a count found: the value, and the numbers of its records."""

    value: int | float | None
    records: tuple[str, ...] = ()


NOTHING = Tally(None)


def tally(numbers: Iterable[str], *, any_at_all: bool) -> Tally:
    """The count of records; None where the register as a whole is empty."""
    found = tuple(numbers)
    return Tally(len(found), found) if any_at_all else NOTHING


FIGURES = tuple(
    FigureRule(*words)
    for words in (
        (
            "inspection_visits",
            "执法检查",
            "家次",
            "一家单位一次检查计 1 家次，同次多份文书、多名人员仍计 1；复查单列不计入；以已出检查记录、检查日期在区间内为准",
        ),
        ("inspected_enterprises", "检查企业", "家", "区间内受检单位去重后的家数，复查不计入"),
        (
            "cases_preventive",
            "事前行政处罚案件",
            "起",
            "非因生产安全事故引发的案件，按决定书日期入年；一个案号计 1 起，决定后被撤销的仍计",
        ),
        (
            "cases_accident",
            "事故行政处罚案件",
            "起",
            "因生产安全事故引发的案件，按决定书日期入年；一个案号计 1 起",
        ),
        (
            "penalty_total_fen",
            "罚没款",
            "分",
            "区间内事前案件决定书载明的罚款与没收违法所得之和，不含加处罚款；以分相加，换算一次",
        ),
        ("penalty_paid_fen", "实缴罚没款", "分", "区间内实际缴纳的罚没款"),
        ("power_items", "权责清单事项", "项", "截至日有效的权责清单事项合计"),
        ("power_items_penalty", "其中行政处罚", "项", "截至日有效的行政处罚事项"),
        ("power_items_coercion", "其中行政强制", "项", "截至日有效的行政强制事项"),
        ("power_items_reward", "其中行政奖励", "项", "截至日有效的行政奖励事项"),
        ("power_items_other", "其中其他职权", "项", "截至日有效的其他职权事项"),
        (
            "officers_certified",
            "持证执法人员",
            "人",
            "截至日在册且执法证有效的人员：发证日不晚于当日，有效期未到，未注销",
        ),
        (
            "officers_pending",
            "待申领证件人员",
            "人",
            "截至日在册的执法岗人员中无有效证件、已列入申领计划的人数",
        ),
        ("courses_high_risk", "高危企业培训", "期", "区间内开办的高危企业培训班"),
        ("trainees_high_risk", "高危企业培训", "人次", "高危企业培训班的学员记录数"),
        ("trainees_high_risk_principals", "其中主要负责人", "人次", "高危企业培训班中主要负责人的学员记录数"),
        (
            "trainees_high_risk_safety_managers",
            "其中安全管理人员",
            "人次",
            "高危企业培训班中安全管理人员的学员记录数",
        ),
        ("courses_general", "一般企业培训", "期", "区间内开办的一般企业培训班"),
        ("trainees_general", "一般企业培训", "人次", "一般企业培训班的学员记录数"),
        ("trainees_general_principals", "其中主要负责人", "人次", "一般企业培训班中主要负责人的学员记录数"),
        (
            "trainees_general_safety_managers",
            "其中安全管理人员",
            "人次",
            "一般企业培训班中安全管理人员的学员记录数",
        ),
        ("courses_special_operations", "特种作业培训", "期", "区间内开办的特种作业（特种设备除外）培训班"),
        ("trainees_special_operations", "特种作业培训", "人次", "特种作业培训班的学员记录数"),
        ("team_leader_days", "班组长培训", "天", "高危行业班组长培训的日历天数"),
        ("team_leaders", "班组长培训", "人", "参加培训的高危行业班组长去重人数"),
        ("team_leader_rate", "班组长轮训率", "", "已训去重人数除以名册应训人数"),
        ("talks_party_government", "党政领导宣讲", "次", "区间内由党政领导班子成员开展的宣讲"),
        ("talks_departments", "部门领导宣讲", "次", "区间内由行业监管部门领导开展的宣讲"),
        ("talks_enterprises", "企业宣讲", "次", "区间内由企业开展的宣讲"),
        ("talk_participants", "宣讲参与", "人次", "各次宣讲参加人数之和"),
        ("talk_coverage", "企业覆盖率", "", "有宣讲的企业除以企业名录"),
        ("performances", "送戏", "场", "区间内的文艺巡演场次"),
        ("publicity_trainings", "安全培训", "场", "区间内组织的安全培训场次"),
        ("posters", "宣传海报", "份", "区间内张贴、发放的海报数量之和"),
        ("booklets", "宣传手册", "册", "区间内发放的手册数量之和"),
        ("media_columns", "媒体专栏", "期", "区间内刊登的专栏期数"),
        ("study_weeks", "集中学习", "次", "区间内组织的每周集中学习次数"),
        ("complaints_received", "举报登记", "件", "接报时间在区间内的举报，已作废的不计"),
        ("complaints_closed", "举报办结", "件", "办结日期在区间内的举报"),
        ("hearings", "听证", "次", "区间内举行的听证会"),
        ("lawsuits", "行政诉讼", "件", "区间内开庭的行政诉讼案件"),
        ("lawsuits_head_attended", "负责人出庭", "件", "其中本机关负责人出庭的案件"),
        ("normative_documents", "规范性文件", "件", "区间内制定的规范性文件"),
        ("committee_meetings", "案审会", "次", "区间内召开的案件审理委员会会议"),
        ("cases_deliberated", "集体审议案件", "件", "区间内提交案件审理委员会审议的案件"),
        ("legal_reviews", "法制审核", "件", "区间内完成的法制审核"),
    )
)
