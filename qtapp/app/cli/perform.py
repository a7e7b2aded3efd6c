"""A command from its words to its exit status."""

import argparse
import json
import os
import sys
from collections.abc import Sequence

from qtapp.app import crash
from qtapp.app.cli import care, exchange, papers, records, report, steps
from qtapp.app.cli.calls import Answer, Call, Command
from qtapp.app.cli.parser import build
from qtapp.app.paths import Paths
from qtapp.domain.causes import cause
from qtapp.domain.errors import Refused, UserError
from qtapp.store.transaction import named

DONE, REFUSED = 0, 2
COMMANDS: dict[str, Command] = {
    **care.COMMANDS,
    **exchange.COMMANDS,
    **records.COMMANDS,
    **steps.COMMANDS,
    **papers.COMMANDS,
    **report.COMMANDS,
}
SENTENCE_ERRORS = (UserError, OSError, KeyboardInterrupt)
UNSPELLED = "系统设定的字符编码写不出中文的文件名，请把环境变量 LANG 设为 C.UTF-8（或 zh_CN.UTF-8）后再试"


def parsed(words: Sequence[str]) -> argparse.Namespace:
    parser = build({name: (c.does, c.arguments) for name, c in COMMANDS.items()})
    return parser.parse_args([_whole(word) for word in words])


def _whole(word: str) -> str:
    """The word as it was typed, on a system that did not say its terminal speaks UTF-8."""
    try:
        return word.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        raise Refused("命令里有认不出的字符，请用 UTF-8 的终端重新输入") from None


def perform(wanted: argparse.Namespace, paths: Paths) -> int:
    try:
        return _said(COMMANDS[wanted.command].run(Call(wanted, paths)), as_json=wanted.json)
    except BrokenPipeError:  # whoever reads has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except SENTENCE_ERRORS as error:
        words = sentence(error)
    except UnicodeEncodeError as error:
        words = UNSPELLED if error.encoding == sys.getfilesystemencoding() else crash.told(error, paths.log)
    except Exception as error:  # noqa: BLE001 - the last place where anything can be said about it
        known = named(error)
        words = crash.told(error, paths.log) if known is error else sentence(known)
    print(words, file=sys.stderr)
    return REFUSED


def _said(answer: Answer, *, as_json: bool) -> int:
    if as_json:
        print(json.dumps(answer.document, ensure_ascii=False, indent=1))
    else:
        print("\n".join(answer.lines))
    sys.stdout.flush()
    return answer.status


def sentence(error: BaseException) -> str:
    """What the person is told, on one line."""
    if isinstance(error, UserError):
        return " ".join(str(error).split("\n"))
    if isinstance(error, KeyboardInterrupt):
        return "已中断，没有完成的操作没有保存"
    if isinstance(error, OSError):
        place = f" {error.filename}" if error.filename else ""
        return f"读写文件{place} 不成功：{cause(error)}，请核对后再试"
    return "操作没有完成"
