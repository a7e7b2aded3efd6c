"""The words of the sample cases: facts, evidence, discretion, review, defence, opinions."""

from datetime import date
from random import Random

from qtapp.app.demo.plans import Offence
from qtapp.domain.cases import Evidence
from qtapp.domain.law.penalties import PenaltyItem
from qtapp.domain.money import yuan

HEARING_UNIT_FEN, HEARING_PERSON_FEN = 5_000_000, 2_000_000
MITIGATING = (
    "当事人积极配合调查，在决定作出前已整改到位",
    "当事人系初次违法，主动供述并及时改正，未造成危害后果",
    "当事人主动停止违法行为，已制定整改方案并组织全员培训",
)
ORDINARY = (
    "当事人无从轻、减轻情节，也无从重情节",
    "违法行为持续时间较短，涉及人数较少，未造成危害后果",
)
AGGRAVATING = (
    "违法行为持续时间较长，涉及人数较多",
    "当事人一年内曾因同类问题被责令整改，整改不彻底",
)
REVIEWS = (
    "本案主体适格，事实清楚，证据确实充分，适用法律正确，程序合法，裁量适当。同意承办机构意见。",
    "经审核：执法人员具备执法资格，违法事实清楚，证据之间能相互印证，定性准确，处罚幅度适当，同意提请审批。",
    "经审核，建议在案卷中补附当事人营业执照复印件的核对说明；其余无意见，同意处罚意见。",
)
SILENT = (
    "当事人在规定期限内未提出陈述、申辩意见，视为放弃陈述、申辩权利。",
    "当事人书面表示对拟作出的行政处罚无异议，放弃陈述、申辩。",
)
SPOKEN = (
    "当事人提出已主动整改、经营困难，请求从轻处罚。经复核，整改情况在裁量时已经考虑，不再采纳。",
    "当事人提出违法行为轻微，请求免予处罚。经复核，不符合不予行政处罚的条件，其意见不予采纳。",
)
HEARING = "已告知听证权利，当事人在五个工作日内未要求听证。"


def amount(fen: int) -> str:
    """Whole yuan without a fraction, as officers write them."""
    return yuan(fen).removesuffix(".00").replace(",", "")


def day_text(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def facts_of(offence: Offence, rng: Random) -> str:
    """What was found and how it stands proved."""
    detail = rng.choice(offence.act.details).format(**offence.slots)
    if offence.accident:
        return f"{detail}。"
    how = {
        "举报投诉": "本局根据举报线索核查发现",
        "其他机关移送": f"{offence.firm.township}安全监管机构巡查后移送，本局调查查明",
        "上级交办": "上级应急管理部门督查后交办，本局调查查明",
    }.get(offence.source, "本局执法人员检查发现")
    text = (
        f"{day_text(offence.discovered_on)}，{how}：{offence.firm.name}{offence.act.cause}。经查，{detail}。"
    )
    if offence.person and offence.act.person:
        text += f"{offence.person.role}{offence.person.name}{offence.act.person.fact}。"
    return text + "上述事实有现场照片、询问笔录、书证等证据证明，当事人予以认可。"


def evidence_of(offence: Offence, rng: Random) -> tuple[Evidence, ...]:
    """The list as the file has it; the record of the inspection stands before it where there was one."""
    firm = offence.firm.name
    listed = [
        Evidence(
            kind="当事人陈述",
            name=f"对{offence.firm.rep}的询问笔录",
            count="1份",
            source="调查询问",
            proves="违法行为的经过和原因",
        ),
        Evidence(
            kind="证人证言",
            name=f"对{offence.slots['worker']}的询问笔录",
            count="1份",
            source="调查询问",
            proves="违法行为的具体情节",
        ),
        Evidence(
            kind="书证",
            name=f"{firm}营业执照、法定代表人身份证复印件",
            count="各1份",
            source="当事人提供",
            proves="当事人的主体资格",
        ),
        Evidence(
            kind="书证",
            name=offence.act.proof,
            count=f"{rng.randint(1, 4)}份",
            source="当事人提供",
            proves="违法事实",
        ),
    ]
    if not offence.accident:
        photos = f"{rng.randint(2, 8)}张"
        listed.insert(
            0,
            Evidence(
                kind="视听资料", name="现场照片", count=photos, source="现场拍摄", proves="检查时的现场情况"
            ),
        )
    return tuple(listed)


def discretion_of(offence: Offence, item: PenaltyItem, rng: Random) -> str:
    """Why this amount: circumstances, the lawful range, the fine."""
    fine = offence.fine.fen if offence.fine else 0
    low, high = item.fine_min_fen or 0, item.fine_max_fen or fine
    third = 3 * (fine - low) // max(high - low, 1)
    why = rng.choice(AGGRAVATING if third > 1 else ORDINARY if third else MITIGATING)
    if offence.accident:
        why = "已造成人员死亡，按事故等级和责任大小裁量"
    since = f"{amount(low)}元以上" if low else ""
    text = f"{why}。法定罚款幅度为{since}{amount(high)}元以下，对单位拟罚款{amount(fine)}元。"
    if offence.person and offence.person_fine:
        who = f"{offence.person.role}{offence.person.name}"
        text += f"对{who}另行裁量，拟罚款{amount(offence.person_fine.fen)}元。"
    if offence.gains_fen:
        text += f"违法所得{amount(offence.gains_fen)}元依法没收。"
    return text


def hearing_is_due(offence: Offence) -> bool:
    unit = offence.fine.fen if offence.fine else 0
    person = offence.person_fine.fen if offence.person_fine else 0
    return unit >= HEARING_UNIT_FEN or person >= HEARING_PERSON_FEN


def defence_of(offence: Offence, rng: Random) -> str:
    text = rng.choice(SPOKEN) if rng.random() < 0.15 else rng.choice(SILENT)  # noqa: PLR2004
    return f"{text}{HEARING}" if hearing_is_due(offence) else text


def proposal_of(offence: Offence) -> str:
    fine = offence.fine.fen if offence.fine else 0
    return f"同意承办机构和法制机构意见，拟处罚款{amount(fine)}元。"
