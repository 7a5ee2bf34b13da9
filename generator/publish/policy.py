"""Write a Content-Security-Policy: nothing runs but the site's own files and the theme's own lines, by their digest."""

import base64
import hashlib
import re
from collections.abc import Iterable

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Pagefind's index is WebAssembly; the theme and tables set styles in attributes; icons in style sheets are data.
_RULES = (
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'{scripts}",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "media-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)


def policy(partials: Iterable[str]) -> str:
    """Give the policy of a page whose only inline scripts are those that stand in *partials*, pieces of HTML."""
    scripts = [script for html in partials for script in _INLINE.findall(html)]
    allowed = "".join(f" 'sha256-{_digest(script)}'" for script in dict.fromkeys(scripts))
    return "; ".join(_RULES).format(scripts=allowed)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
