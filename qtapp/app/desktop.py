"""Whether this system can show a window at all, found out before Qt gives up without a word."""

import os
import re
import sys
from importlib.util import find_spec
from pathlib import Path

OFF_SCREEN = {"offscreen", "minimal", "vnc"}
PLUGINS = {"xcb": "libqxcb.so", "wayland": "libqwayland.so"}
LIBRARY = re.compile(r"(lib[\w+.-]+?\.so)[.\d]*")

# Which Debian package carries what PySide6 6.11 asks of the system (ldd on its libraries and plugins).
EVERYWHERE = {
    "libEGL.so": "libegl1",
    "libGL.so": "libgl1",
    "libGLX.so": "libgl1",
    "libxkbcommon.so": "libxkbcommon0",
    "libdbus-1.so": "libdbus-1-3",
    "libfontconfig.so": "libfontconfig1",
    "libfreetype.so": "libfreetype6",
    "libglib-2.0.so": "libglib2.0-0",
    "libgthread-2.0.so": "libglib2.0-0",
}
X11 = {
    "libxkbcommon-x11.so": "libxkbcommon-x11-0",
    "libX11.so": "libx11-6",
    "libX11-xcb.so": "libx11-xcb1",
    "libxcb.so": "libxcb1",
    "libxcb-cursor.so": "libxcb-cursor0",
    "libxcb-icccm.so": "libxcb-icccm4",
    "libxcb-image.so": "libxcb-image0",
    "libxcb-keysyms.so": "libxcb-keysyms1",
    "libxcb-randr.so": "libxcb-randr0",
    "libxcb-render.so": "libxcb-render0",
    "libxcb-render-util.so": "libxcb-render-util0",
    "libxcb-shape.so": "libxcb-shape0",
    "libxcb-shm.so": "libxcb-shm0",
    "libxcb-sync.so": "libxcb-sync1",
    "libxcb-util.so": "libxcb-util1",
    "libxcb-xfixes.so": "libxcb-xfixes0",
    "libxcb-xkb.so": "libxcb-xkb1",
}
WAYLAND = {"libwayland-client.so": "libwayland-client0", "libwayland-cursor.so": "libwayland-cursor0"}


def trouble() -> str:
    """Why no window can be shown, in one sentence with the way out; "" when one can."""
    if find_spec("PySide6") is None:
        return "没有安装 PySide6，打不开窗口；请重新安装本程序，命令行各命令仍可使用"
    try:
        from PySide6 import QtGui, QtWidgets  # noqa: F401 - only whether they load
    except ImportError as error:
        return lacking(str(error))
    return _screen_trouble() if sys.platform.startswith("linux") else ""


def on_screen() -> bool:
    """Whether somebody sits before the window: then a box is shown, and waited for."""
    return os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] not in OFF_SCREEN


def lacking(complaint: str) -> str:
    """The sentence for a library that the system's loader did not find."""
    found = LIBRARY.search(complaint)
    name = found[1] if found else ""
    packages = EVERYWHERE | X11 | WAYLAND
    first = [packages[name]] if name in packages else []
    needed = dict.fromkeys([*first, *(X11.values() if name in X11 else ()), *EVERYWHERE.values()])
    missing = [package for library, package in packages.items() if package in needed and not _loads(library)]
    words = " ".join(dict.fromkeys([*first, *missing])) or " ".join(needed)
    which = found[0] if found else complaint
    return f"系统缺少图形界面用的库 {which}，打不开窗口；请先安装：apt-get install {words}"


def _loads(library: str) -> bool:
    """Whether the loader finds any version of it."""
    import ctypes

    for version in ("", ".0", ".1", ".2", ".3", ".4", ".6"):
        try:
            ctypes.CDLL(f"{library}{version}")
        except OSError:
            continue
        return True
    return False


def _screen_trouble() -> str:
    platform = _platform()
    if platform in OFF_SCREEN:
        return ""
    if not platform:
        return "没有图形桌面（DISPLAY、WAYLAND_DISPLAY 都没有设置），打不开窗口；各命令不需要窗口，见 --help"
    plugin = _plugins() / PLUGINS.get(platform, "")
    if not plugin.is_file():
        return ""
    import ctypes

    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return lacking(str(error))
    return ""


def _platform() -> str:
    """The platform plugin that Qt will take; "" when there is no screen to be had."""
    if asked := os.environ.get("QT_QPA_PLATFORM", ""):
        return asked.partition(":")[0].partition(";")[0]
    if os.environ.get("WAYLAND_DISPLAY") and os.environ.get("XDG_SESSION_TYPE") == "wayland":
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else "wayland" if os.environ.get("WAYLAND_DISPLAY") else ""


def _plugins() -> Path:
    from PySide6.QtCore import QLibraryInfo

    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
