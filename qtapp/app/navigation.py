"""The navigation, in the order of the day's work."""

from qtapp.domain.kinds import Kind
from qtapp.ui.window import PageEntry

ENTRIES = (
    PageEntry("desk", "工作台", "desk"),
    PageEntry("complaints", "举报", "complaints", (Kind.COMPLAINT,)),
    PageEntry("inspections", "检查", "inspections", (Kind.INSPECTION,)),
    PageEntry("cases", "案件", "cases", (Kind.CASE,)),
    PageEntry("documents", "文书", "documents", (Kind.DOCUMENT,)),
    PageEntry("enterprises", "企业", "enterprises", (Kind.ENTERPRISE,)),
    PageEntry("officers", "人员证件", "officers", (Kind.OFFICER, Kind.CERTIFICATE)),
    PageEntry("study", "学习培训", "study", (Kind.SESSION, Kind.ATTENDANCE)),
    PageEntry("report", "统计报告", "report"),
    PageEntry("system", "系统", "system", (Kind.DEPARTMENT,), "Ctrl+,"),
)
