"""The fields of a mail file: what each means, in English and Chinese, and its bounds.

In: nothing. Out: ``MAIL_FACTS``, (record, field) to the values of a :class:`~reportpdf.source.facts.Fact`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reportpdf.source import limits

_WORD = {"length": limits.MAX_LINE, "one_line": True, "filled": True}

MAIL_FACTS: Mapping[tuple[str, str], Mapping[str, Any]] = {
    ("Mail", "server"): {
        **_WORD,
        "doc": "The outgoing mail server (SMTP), its name only",
        "doc_zh": "发信服务器（SMTP），只写主机名",
        "example": "server: smtp.example.com",
        "also": ("host", "smtp", "服务器"),
    },
    ("Mail", "sender"): {
        **_WORD,
        "doc": "The address that letters come from",
        "doc_zh": "发件人邮箱",
        "example": "sender: xuanchuan@example.com",
        "also": ("from", "发件人"),
    },
    ("Mail", "port"): {
        "doc": "The server's port; otherwise 465, 587 with starttls, 25 without protection",
        "doc_zh": "端口；不写则为 465，starttls 为 587，不加密为 25",
        "min": 1,
        "max": 65535,
    },
    ("Mail", "tls"): {
        "doc": "Protection: implicit (from the start), starttls, none",
        "doc_zh": "加密方式：implicit 一开始即加密，starttls 先明后密，none 不加密",
    },
    ("Mail", "login"): {
        "doc": "Where the password lies: environment (REPORTPDF_SMTP_USER, REPORTPDF_SMTP_PASSWORD), keyring",
        "doc_zh": "口令取自何处：environment 环境变量，keyring 系统钥匙串；口令不写在本文件",
    },
    ("Mail", "sender_name"): {**_WORD, "doc": "The sender's name", "doc_zh": "发件人名称"},
    ("Mail", "reply_to"): {**_WORD, "doc": "Where answers go", "doc_zh": "回信邮箱"},
    ("Mail", "subject"): {
        **_WORD,
        "doc": "The subject, with fields in braces",
        "doc_zh": "主题，可用花括号写字段",
        "example": "subject: 《{title}》分发：{department}",
    },
    ("Mail", "message"): {
        "filled": True,
        "doc": "The words of the letter, with the same fields",
        "doc_zh": "正文，可用同样的字段",
        "also": ("template", "body", "text", "正文"),
    },
    ("Mail", "limit_mb"): {
        "doc": "The most that a letter may weigh as it is sent, in MB",
        "doc_zh": "一封邮件发出时的大小上限，MB（附件编码后约大三分之一）",
        "above": 0,
        "max": 1_000,
    },
    ("Mail", "rate"): {"doc": "Letters a minute", "doc_zh": "每分钟最多发几封", "min": 1, "max": 100_000},
    ("Mail", "attempts"): {
        "doc": "How often a letter is tried that the server puts off",
        "doc_zh": "服务器要求稍后再发时，一封信最多试几次",
        "min": 1,
        "max": 10,
    },
    ("Mail", "certificates"): {
        "doc": "A file of certificates (PEM) to trust besides, beside this one",
        "doc_zh": "另外信任的证书文件（PEM），放在本文件旁",
        "length": limits.MAX_PATH,
        "one_line": True,
        "filled": True,
    },
    ("Mail", "unprotected"): {
        "doc": "The connection may be without protection, outside this machine too",
        "doc_zh": "允许不加密发往别的机器",
    },
}
