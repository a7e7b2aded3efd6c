"""What a file from outside is, and whether it may be opened at all: looked at before any parser sees it."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from qtapp.domain.causes import cause
from qtapp.domain.errors import Refused

MAX_FILE = 20 * 1024 * 1024
MAX_PARTS = 2_000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 100
RATIO_FROM = 4 * 1024 * 1024  # an honest small sheet of equal rows may shrink more than a hundredfold
PIECE = 1 << 20

WORKBOOKS = (".xlsx", ".xlsm")
TEXTS = (".csv", ".txt")
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKUP = re.compile(rb"\s*<(?:!doctype\s+html|html|head|table|meta|\?xml|workbook)", re.IGNORECASE)
DECLARATIONS = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
DOCTYPE_LENGTH = 16
SAVE_AS = "请在 WPS 或 Excel 中打开，另存为 .xlsx 后再导入"


def load(path: Path) -> bytes:
    """The whole file, if its content is what its name says and it is not built to do harm."""
    data = _contents(path)
    suffix = path.suffix.lower()
    if data.startswith(OLE):
        raise Refused(f"“{path.name}”{_ole_fault(data)}")
    if suffix not in (*WORKBOOKS, *TEXTS):
        raise Refused(f"“{path.name}”不是 .xlsx 或 .csv 文件，不能导入；{SAVE_AS}")
    if data.startswith(ZIP):
        _zip_named_right(path, suffix)
        _check_package(path.name, data)
    elif suffix in WORKBOOKS:
        raise Refused(f"“{path.name}”{_not_a_package(data)}")
    elif MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise Refused(f"“{path.name}”其实是网页或 XML 格式，{SAVE_AS}")
    return data


def is_workbook(path: Path) -> bool:
    return path.suffix.lower() in WORKBOOKS


def _contents(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise Refused(f"找不到文件“{path}”，请核对路径") from None
    except IsADirectoryError:
        raise Refused(f"“{path}”是文件夹，请写明要导入的文件") from None
    except OSError as error:
        raise Refused(f"文件“{path.name}”打不开（{cause(error)}），请关闭正在使用它的程序后再试") from error
    if len(data) > MAX_FILE:
        raise Refused(f"“{path.name}”超过 20 MB，请删去图片和无关的表，或分成几个文件再导入")
    if not data.strip():
        raise Refused(f"“{path.name}”是空文件，请核对是否选错了文件")
    return data


def _ole_fault(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data:
        return "设有打开密码，请先用密码打开，取消密码后另存为 .xlsx，再导入"
    if "WordDocument".encode("utf-16-le") in data:
        return f"是 Word 文档，不是表格；请把其中的表格复制到 Excel，{SAVE_AS}"
    return "是旧版表格（.xls 或 .et），请另存为 .xlsx 后再导入"


def _zip_named_right(path: Path, suffix: str) -> None:
    if suffix in TEXTS:
        raise Refused(f"“{path.name}”其实是 Excel 工作簿，扩展名却是 {suffix}，请把扩展名改为 .xlsx 后再导入")


def _not_a_package(data: bytes) -> str:
    if MARKUP.match(data.removeprefix(b"\xef\xbb\xbf")):
        return f"其实是网页或 XML 格式，不是 Excel 工作簿，{SAVE_AS}"
    if b"\0" in data[:4096]:
        return "不是 Excel 工作簿，或者已经损坏，请向提供者重新索取"
    return "其实是文本文件，不是 Excel 工作簿，请把扩展名改为 .csv 后再导入"


def _check_package(name: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            _check_sizes(name, package.infolist())
            _check_contents(name, {part.filename for part in package.infolist()})
            for part in package.infolist():
                _check_markup(name, package, part)
    except Refused:
        raise
    except Exception as error:  # a damaged package fails in many ways (8 kinds were counted)
        raise Refused(f"“{name}”不完整或已损坏（可能没有复制完），请重新复制或向提供者重新索取") from error


def _check_sizes(name: str, parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MAX_PARTS:
        raise Refused(f"“{name}”里有 {len(parts)} 个部件，超过 {MAX_PARTS} 个，不像登记表，没有打开")
    if sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise Refused(f"“{name}”展开后超过 200 MB，没有打开；请只保留要导入的那张表，另存后再导入")
    for part in parts:
        if part.file_size > RATIO_FROM and part.file_size > MAX_RATIO * max(part.compress_size, 1):
            raise Refused(f"“{name}”的压缩比异常，像是恶意构造的文件，没有打开；请核对来源")
        if part.flag_bits & 1:
            raise Refused(f"“{name}”带有压缩密码，请取消密码后再导入")


def _check_contents(name: str, parts: set[str]) -> None:
    if "xl/workbook.xml" in parts:
        return
    if "xl/workbook.bin" in parts:
        raise Refused(f"“{name}”是二进制工作簿（.xlsb），{SAVE_AS}")
    kind = "是 Word 文档" if "word/document.xml" in parts else "不是 Excel 工作簿"
    raise Refused(f"“{name}”{kind}，{SAVE_AS}")


def _check_markup(name: str, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """No office program writes a document type; whoever does wants its entities expanded."""
    if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
        return
    before = b""
    with package.open(part) as stream:
        while piece := stream.read(PIECE):
            if DECLARATIONS.search(before + piece.replace(b"\0", b"")):
                raise Refused(
                    f"“{name}”里夹带了不该有的声明（DTD），像是恶意构造的文件，没有打开；请核对来源"
                )
            before = piece[-DOCTYPE_LENGTH:]
