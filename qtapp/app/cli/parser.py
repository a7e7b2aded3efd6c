"""What may be written on the command line, with its help and its complaints in Chinese."""

import argparse
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from qtapp.app.version import VERSION
from qtapp.domain.codes import parse_day
from qtapp.domain.errors import Refused, UserError
from qtapp.domain.kinds import Kind
from qtapp.domain.moments import parse_moment

NAMES = {kind.value: kind for kind in Kind} | {kind.label: kind for kind in Kind}
KINDS = "、".join(f"{kind.value}（{kind.label}）" for kind in Kind)

# argparse says these in English; what it found is taken out and said in Chinese.
COMPLAINTS = tuple(
    (re.compile(pattern, re.DOTALL), words)
    for pattern, words in (
        (r"the following arguments are required: (.+)", "还缺少：{0}"),
        (r"unrecognized arguments: (.+)", "不认识“{0}”，请核对写法"),
        (
            r"argument 命令: invalid choice: '?(.*?)'? \(choose from (.+)\)",
            "没有“{0}”这个命令；可用的有：{1}",
        ),
        (r"argument (.+?): invalid choice: '?(.*?)'? \(choose from (.+)\)", "{0} 不能是“{1}”；可用的有：{2}"),
        (r"argument (.+?): invalid int value: '?(.*?)'?", "{0} 应为整数，不能是“{1}”"),
        (r"argument (.+?): expected (?:one|at least one|\d+) arguments?", "{0} 后面要写上内容"),
        (r"argument (.+?): ignored explicit argument '?(.*?)'?", "{0} 后面不写内容"),
        (r"argument (.+?): not allowed with argument (.+)", "{0} 和 {1} 只能用一个"),
        (r"argument (.+?): ([^a-zA-Z].*)", "{0}：{1}"),
    )
)


class Help(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that refuses in one Chinese sentence instead of ending the program."""

    def __init__(self, prog: str | None = None, description: str | None = None) -> None:
        super().__init__(
            prog, description=description, formatter_class=Help, add_help=False, allow_abbrev=False
        )
        self._positionals.title, self._optionals.title = "内容", "选项"
        self.add_argument("-h", "--help", action="help", help="显示这份说明")

    def error(self, message: str) -> NoReturn:
        raise Refused(f"{in_chinese(message)}（{self.prog} --help 有说明）")


def in_chinese(message: str) -> str:
    for pattern, words in COMPLAINTS:
        if found := pattern.fullmatch(message):
            return words.format(*(group.replace("'", "").replace(", ", "、") for group in found.groups()))
    return "命令的写法不对"


# --- the types of arguments ---


def kind(text: str) -> Kind:
    if text not in NAMES:
        raise argparse.ArgumentTypeError(f"没有“{text}”这一类；可用的有：{KINDS}")
    return NAMES[text]


def day(text: str) -> date:
    try:
        return parse_day(text)
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def start(text: str) -> date | datetime:
    """A day, or a moment where a time is written."""
    try:
        return parse_moment(text) if ":" in text or "：" in text else parse_day(text)
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"应为不小于 0 的整数，不能是“{text}”")
    return int(text)


def year(text: str) -> int:
    number = count(text)
    if not 1949 <= number <= 9998:  # noqa: PLR2004 - years that the calendar of an office can have
        raise argparse.ArgumentTypeError(f"应为四位数的年份，不能是“{text}”")
    return number


def pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise argparse.ArgumentTypeError(f"“{text[:40]}”应写成 栏目=内容")
    return name.strip(), value


# --- the whole of it ---

Argument = tuple[tuple[str, ...], Mapping[str, Any]]


def argument(*names: str, **more: Any) -> Argument:
    return names, more


SET = argument(
    "--set",
    dest="values",
    metavar="栏目=内容",
    type=pair,
    nargs="+",
    action="extend",
    default=[],
    help="要填的栏目",
)
NUMBER = argument("number", metavar="编号", help="记录的编号；没有编号的用 类别-序号，如 案件-12")
KIND = argument("kind", metavar="类别", type=kind, help=KINDS.replace("、", " "))


def common() -> tuple[Argument, ...]:
    return (
        argument("--data", metavar="文件夹", type=Path, help="数据文件夹（默认为本人的）"),
        argument("--user", metavar="姓名", help="记在操作记录里的姓名"),
        argument("--as-of", metavar="日期", type=day, help="按哪一天（默认今天）"),
        argument("--json", action="store_true", help="输出一份 JSON"),
    )


def build(commands: Mapping[str, tuple[str, Iterable[Argument]]]) -> Parser:
    """The parser of these commands: name → (what it does, its arguments)."""
    parser = Parser(prog="zhifatai", description="执法台：不写命令则打开窗口。")
    parser.add_argument("--version", action="version", version=f"执法台 {VERSION}", help="显示版本")
    parser.set_defaults(data=None, user="", as_of=None, json=False)
    _add(parser, common(), default=argparse.SUPPRESS)
    found = parser.add_subparsers(dest="command", metavar="命令", title="命令", parser_class=Parser)
    for name, (does, arguments) in commands.items():
        own = found.add_parser(name, help=does, description=f"{does}。")
        _add(own, arguments)
        _add(own, common(), default=argparse.SUPPRESS)
    return parser


def _add(parser: Parser, arguments: Iterable[Argument], **more: Any) -> None:
    for names, how in arguments:
        parser.add_argument(*names, **{**how, **more})
