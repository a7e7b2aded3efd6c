"""Words that offices use for headings and choices, beyond those that the records declare."""

from qtapp.domain.kinds import Kind

# Headings by the field they mean; the records' own labels and aliases go first.
HEADINGS: dict[Kind, dict[str, tuple[str, ...]]] = {
    Kind.COMPLAINT: {
        "target_name": (
            "被举报单位名称",
            "被举报单位全称",
            "被举报企业名称",
            "被举报单位或个人",
            "被举报人",
            "被投诉单位",
            "涉及单位",
            "涉事企业",
        ),
        "target_address": ("被举报单位所在地", "被举报企业地址", "单位所在地"),
        "target_contact": (
            "被举报单位联系电话",
            "被举报单位电话",
            "被举报单位联系人及电话",
            "被举报企业电话",
        ),
        "channel": ("举报形式", "信访方式", "来源渠道", "受理方式"),
        "received_at": ("来电时间", "来信时间", "来访时间", "受理时间", "收件时间", "接收时间", "接听时间"),
        "informant_name": (
            "来信人",
            "信访人",
            "投诉人",
            "反映人",
            "举报人名称",
            "来电人姓名",
            "来访人姓名",
            "投诉人姓名",
        ),
        "informant_phone": (
            "举报人手机",
            "举报人手机号",
            "举报人联系方式",
            "来电人电话",
            "投诉人电话",
            "来访人电话",
        ),
        "informant_id": ("举报人身份证", "举报人身份证号码", "来访人身份证号"),
        "informant_address": ("举报人联系地址", "举报人家庭住址", "来访人住址", "来访人地址"),
        "informant_employer": ("举报人单位", "来访人工作单位"),
        "content": (
            "举报的内容",
            "举报内容摘要",
            "举报事项及内容",
            "来电内容",
            "来信内容",
            "问题描述",
            "投诉内容",
            "诉求内容",
        ),
        "category": ("问题类别", "问题类型"),
        "registrar": ("接听人", "经办人", "登记人员", "受理人"),
        "outer_due_on": ("要求办结时间", "反馈时限", "办理时限"),
        "attachments": ("附件",),
    },
    Kind.ENTERPRISE: {
        "name": ("企业全称", "单位全称", "公司", "企业"),
        "legal_rep": ("法人姓名", "单位负责人"),
        "phone": ("负责人电话", "联系人电话", "法人电话"),
        "note": ("说明",),
    },
    Kind.OFFICER: {
        "identity_number": ("身份证件号码",),
        "joined_on": ("到岗时间", "到局日期"),
        "left_on": ("离岗时间",),
    },
    Kind.CERTIFICATE: {
        "officer_name": ("持证人", "持证人员"),
        "number": ("执法证编号", "证书编号", "执法证号码", "行政执法证号"),
        "issued_on": ("发证时间",),
        "expires_on": ("有效截止日期", "有效期截止", "失效日期"),
    },
    Kind.INSPECTION: {
        "target_name": ("受检单位", "被检查企业", "被检查单位名称"),
        "officers": ("执法人员", "检查人"),
        "findings": ("存在问题", "存在的问题", "隐患", "问题和隐患", "发现问题"),
        "place": ("检查地点", "检查部位"),
    },
}

# In a register with sealed fields these headings speak of whoever stands in the columns to their left.
INFORMANT_COLUMNS: dict[str, str] = {
    "姓名": "informant_name",
    "性别": "informant_gender",
    "电话": "informant_phone",
    "电话号码": "informant_phone",
    "联系电话": "informant_phone",
    "联系号码": "informant_phone",
    "手机": "informant_phone",
    "手机号": "informant_phone",
    "手机号码": "informant_phone",
    "身份证": "informant_id",
    "住址": "informant_address",
    "家庭住址": "informant_address",
    "家庭地址": "informant_address",
    "联系地址": "informant_address",
    "地址": "informant_address",
    "工作单位": "informant_employer",
    "单位": "informant_employer",
    "所在单位": "informant_employer",
}
TARGET_COLUMNS: dict[str, str] = {
    "名称": "target_name",
    "单位": "target_name",
    "联系电话": "target_contact",
    "电话": "target_contact",
    "联系方式": "target_contact",
    "联系人": "target_contact",
    "负责人": "target_contact",
    "负责人及电话": "target_contact",
}
# These name the target unless they stand beside the informant.
OPEN_ALONE = frozenset({"地址", "单位", "所在单位"})
TARGET_WORDS = ("被举报", "被投诉", "被反映", "涉及单位", "涉事")
INFORMANTS = ("举报人", "来电人", "来访人", "来信人", "信访人", "投诉人", "反映人")
# A column that was not understood and speaks of such things is treated as the informant's.
PERSONAL_WORDS = (
    *INFORMANTS,
    "实名",
    "姓名",
    "电话",
    "手机",
    "联系方式",
    "身份证",
    "微信",
    "QQ",
    "邮箱",
    "住址",
)

# Choices by the words people write for them; used only where the choice is one of the field's.
CHOICES: dict[str, tuple[str, ...]] = {
    "来电": (
        "电话",
        "电话举报",
        "来电举报",
        "打电话",
        "电话反映",
        "12350",
        "12350电话",
        "12350举报电话",
        "热线电话",
    ),
    "来信": ("信件", "信件举报", "书信", "写信", "信函", "来函", "举报信", "群众来信"),
    "来访": ("上访", "走访", "面访", "当面", "当面举报", "上门", "群众来访", "接访"),
    "网络": ("网上", "网站", "互联网", "网络平台", "网上举报", "网上信访", "网络舆情"),
    "12345转办": (
        "12345",
        "12345热线",
        "12345平台",
        "12345工单",
        "12345电话",
        "市长热线",
        "政务热线",
        "政府热线",
        "便民热线",
    ),
    "上级交办": ("上级", "上级转办", "上级部门交办", "上级转交", "领导交办", "省厅交办", "市局交办"),
    "部门移送": ("移送", "部门转办", "部门转来", "其他部门移送", "外部门移送", "部门转交"),
    "电子邮件": ("邮件", "邮箱", "电子邮箱", "email", "e-mail"),
    "微信": ("微信公众号", "公众号", "微信群"),
    "传真": ("传真件",),
    "实名": ("署名", "具名", "实名举报", "留名"),
    "匿名": ("不署名", "未署名", "匿名举报", "未留名", "无名"),
    "要求保密": ("保密", "需保密", "请求保密"),
    "事故隐患": ("隐患", "一般隐患", "一般事故隐患", "安全隐患"),
    "重大事故隐患": ("重大隐患",),
    "安全生产违法行为": ("违法行为", "违法", "非法违法", "安全生产违法"),
    "瞒报谎报事故": ("瞒报", "谎报", "瞒报事故", "谎报事故", "事故瞒报"),
    "特种作业无证": ("无证上岗", "无证作业", "特种作业无证上岗"),
    "高危": ("高危企业", "高危行业", "高危行业企业", "是高危"),
    "一般": ("一般企业", "一般行业", "非高危", "普通", "其他企业"),
    "男": ("男性", "m"),
    "女": ("女性", "f"),
    "执法岗": ("执法", "执法人员", "一线执法"),
    "综合岗": ("综合", "内勤", "综合内勤"),
    "领导班子": ("领导", "局领导", "班子成员", "领导班子成员"),
    "工勤岗": ("工勤", "工勤人员", "驾驶员"),
    "计划": ("计划检查", "年度计划", "计划内", "日常检查"),
    "随机": ("双随机", "双随机抽查", "随机抽查", "双随机一公开"),
    "专项": ("专项检查", "专项整治"),
    "举报核查": ("举报", "举报检查", "信访核查"),
    "大检查": ("安全生产大检查",),
    "暗查暗访": ("暗访", "暗查"),
    "复查": ("整改复查", "复查检查"),
    "出席": ("到", "已到", "参加", "√"),
}
# The heading asks a question and the cell answers it.
ANSWERS: dict[str, dict[str, str]] = {"anonymity": {"是": "匿名", "否": "实名", "√": "匿名", "×": "实名"}}
CHOICE_ENDINGS = ("举报", "反映", "检查", "类", "岗位", "人员")
