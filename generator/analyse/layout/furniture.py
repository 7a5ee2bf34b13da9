"""Tell what is not the author's text: site furniture, boilerplate, teasers, captions and their credits."""

import re

_TOP = re.compile(
    r"(?:Jump to (?:content|navigation|search)|Skip to (?:main )?content|Placeholder canvas|Checked|Unreviewed"
    r"|Collaborate!?"
    r"|Share(?: this)?(?: article)?|Print(?: this)?(?: page| article)?|E-?mail(?: this)?|Tweet|Download(?: PDF)?|PDF"
    r"|Home|Menu|Search"
    r"|Advertisement|Sign in|Log ?in|Subscribe|Comments?|Reply|Back to top|Listen|Follow us|Loading\.{0,3}"
    r"|Image|Photo|Video|Audio|Previous|Next|Tags?|Topics?|Related|Archives?|Click to enlarge)[.:!»>]?$"
    r"|(?:Other|More|Related|Recent|Latest|Further|Recommended|Popular|Most[- ](?:read|popular|viewed)) "
    r"(?:articles?|stories|news|posts|reading|coverage|items|from|on|in|about)\b.{0,60}$"
    r"|(?:Read|See|Also|Continue) (?:more|also|reading|next)\b.{0,80}$"
    r"|[^»\n]{1,60} » .{1,120}$"
    r"|From Wiki\w{3,12}, .{0,80}$|\*? ?To read (?:Part|the|this)\b.{0,120}\bclick here\b.{0,10}$"
    r"|.{0,120}\bclick here\.?$|(?:Posted|Filed) (?:in|under|by|on)\b.{0,80}$|Published on .{0,120}$"
    r"|(?:THIS REPORT|This report) (?:MAY|may) (?:CONTAIN|contain) .{0,200}$",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"\ball rights reserved\b|\bcopyright (?:\(c\)|©|\d{4})|^(?:\(c\)|©) ?(?:copyright )?\d{4}"
    r"|\bunauthorized (?:reproduction|redistribution|use)\b|\breproduction or redistribution\b|\bsite maintenance by\b"
    r"|\bis a publication of (?:the )?[A-Z]|\bwould like information on subscribing\b|^subscribe\b.{0,60}\b(?:to|for"
    r"|e-?mail|news)\b"
    r"|\bto subscribe(?:,| to)\b.{0,80}\b(?:e-?mail|newsletter|click|visit)\b|\bsubscribe to (?:our|the"
    r"|this) newsletter\b"
    r"|\bsubscribe to [\"“]|\bsign up (?:for|to) (?:our|the)\b.{0,40}\b(?:newsletter|e-?mail)\b"
    r"|\bthe views expressed (?:here|in this)\b|\bterms of (?:use|service)\b.{0,60}\bprivacy\b|\bprivacy policy\b"
    r"|\bprinted from\b.{0,20}https?://|\bpermission to (?:reprint|reproduce|republish)\b"
    r"|\breprinted with (?:the )?permission\b"
    r"|\bfollow us on (?:twitter|facebook|x|telegram)\b|\bthis article (?:was|is) (?:originally"
    r"|first) published\b.{0,80}$",
    re.IGNORECASE,
)
_WORDS_OF_BOILERPLATE = (
    "copyright",
    "(c)",
    "©",
    "unauthorized",
    "rights reserved",
    "subscri",
    "is a publication of",
    "reproduc",
    "reprint",
    "redistribut",
    "sign up",
    "newsletter",
    "views expressed",
    "terms of",
    "privacy",
    "permission",
    "follow us",
    "published",
    "maintenance by",
    "printed from",
)
_STAMP = re.compile(
    r"REUTERS?$|[A-Z]{2,4} \d{2}/\d{4}z \w{3}$|\(?ENDS?\)?$|-{0,3}\s?30\s?-{0,3}$|#{3,5}$|\(AUTHORS?: ", re.IGNORECASE
)
_TELEX = re.compile(r"[A-Z](?: [A-Z]){0,3}$|[A-Z]{2,3}-[A-Z][A-Z0-9/-]{2,40}(?: \d\d-\d\d)? \d{4}$")
_ROW = re.compile(r"(\S)\1{7,}$")
_STAMP_LENGTH = 400
_TOP_LENGTH = 240
_CREDIT = re.compile(
    r"(?:\((?:Source|Photo|Image|Picture|Credit|Photograph|Photo by|Photo credit|Image credit|Courtesy|Via|AP Photo"
    r"|Getty)\b"
    r"[^()\n]{0,120}\)\s?\.?$"
    r"|(?:^|[\s.])(?:Photo|Image|Photograph|Picture|Photo credit|Image credit|Credit|Source)s?(?: by"
    r"| courtesy of)?: ?[^\n]{1,120}$"
    r"|\b(?:Photo|Photograph|Image) by [A-Z][^\n]{1,80}$|^(?:Photo|Image) courtesy\b"
    r"|/ ?(?:AFP|Getty Images|AP|Reuters|EPA|TASS|RIA Novosti|Shutterstock|Flickr|Wikimedia(?: Commons)?)\)?\.?$)"
)
_LEADING = re.compile(
    r"(?:The above (?:file )?(?:photo|image|picture|map)|(?:Map|File photo|Photo|Picture|Image) (?:of|showing|shows)\b)"
)
_GLUED = re.compile(r"(?:^| )[A-Z][\w’'-]{1,30} [A-Z][a-z]{1,30}(?:[A-Z]{2,}|[A-Z][a-z]{2,})(?= [A-Z]| of | \(|\(|$)")
_LAST_BRACKET = re.compile(r"\(([^()\n]{2,60})\)\s?\.?$")
_SMALL_WORDS = """
a an and as at but by for from if in into nor of off on onto or over per so than the to up via vs
vs. with yet is are
"""
_SMALL = frozenset(_SMALL_WORDS.split())
_OPENING = _SMALL | {"this", "these", "however", "meanwhile", "yet", "after", "before", "while", "when", "according"}
_HEADLINE_WORDS = (3, 22)


def at_top(line: str) -> bool:
    """Whether a short line above the text belongs to the site and not to the article."""
    return len(line) <= _TOP_LENGTH and bool(_TOP.match(line) or _TELEX.match(line) or _ROW.match(line))


def boilerplate(text: str) -> bool:
    """Whether a paragraph is about the publication itself: copyright, subscription, signature stamps."""
    if len(text) < _STAMP_LENGTH and _STAMP.match(text):
        return True
    lower = text.lower()
    return any(word in lower for word in _WORDS_OF_BOILERPLATE) and bool(_BOILERPLATE.search(text))


def credited(line: str) -> bool:
    """Whether a short line ends or starts as captions do: ``(Source: …)``, ``Photo: …``, ``Map of …``."""
    return bool(_CREDIT.search(line) or _LEADING.match(line))


def last_bracket(line: str) -> str:
    """Give what stands in a bracket at the very end of a line, as in a caption's ``(UPI)``."""
    found = _LAST_BRACKET.search(line)
    return found[1] if found else ""


def glued(line: str) -> bool:
    """Whether a picture's alternative text was glued to its caption: ``A PersonThe Leader A Person``."""
    return bool(_GLUED.search(line)) and not line.rstrip().endswith((".", "!", "?"))


def capitals(line: str) -> bool:
    """Whether a line is written in capitals throughout."""
    return line.isupper() and sum(map(str.isalpha, line)) > len("abc")


def headline(line: str) -> bool:
    """Whether a line is written like a headline: capitals throughout, or a capital on every word that counts."""
    words = line.rstrip(".").split()
    if not _HEADLINE_WORDS[0] <= len(words) <= _HEADLINE_WORDS[1]:
        return False
    if capitals(line):
        return True
    if not line.endswith((".", "?", "!")) and ("," in line or words[0].lower() in _OPENING):
        return False  # a sentence that was cut off begins so: "On Tuesday, President …"
    bare = [word.strip("“”\"'‘’(),:;-–—") for word in words]
    counting = [word for word in bare if word and word.lower() not in _SMALL]
    return len(counting) >= _HEADLINE_WORDS[0] and not any(word[0].islower() for word in counting)


def separates(line: str) -> bool:
    """Whether a line is only signs that part sections: ``* * *``, ``-----``, ``xxxxxxxx``."""
    return len(line) <= _TOP_LENGTH and (not line.strip("*·•~_=—–- \u00a0#") or bool(_ROW.match(line)))
