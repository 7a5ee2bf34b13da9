"""What deceives the eye is reported where it stands, and what only looks strange is not."""

import time

import pytest

from generator import check, letters, start
from generator import site as sites
from generator.letters.unseen import unseen

DECEIVING = [  # a text, the words in it that are not what they look like
    ("He met R\u0430gozin twice.", ["R\u0430gozin"]),
    ("\u0420ogozin, and N\u0410TO", ["\u0420ogozin", "N\u0410TO"]),
    ("Alph\u03bf", ["Alph\u03bf"]),
    ("He met \u0421\u043e\u0441\u043e twice.", ["\u0421\u043e\u0441\u043e"]),  # Soso, all Cyrillic
    ("The \u0420\u0410\u0421\u0415 met in May.", ["\u0420\u0410\u0421\u0415"]),
    ("So said \u041e\u2019Brien of the Harbour League.", ["\u041e"]),
    ("the \u0445-ray of the quay", ["\u0445"]),
    ("\u039d\u0391\u03a4\u039f met in Brezno.", ["\u039d\u0391\u03a4\u039f"]),  # all Greek
    ("Putiu\u03bd left", ["Putiu\u03bd"]),
    ("Vant\u0585ngeren left", ["Vant\u0585ngeren"]),  # Armenian
    ("Vanto\u057dgeren left, \u057d\u0585\u057d\u0585 too", ["Vanto\u057dgeren", "\u057d\u0585\u057d\u0585"]),
    ("\u13aada Berg and \u13a2\u13aa\u13da\u13da", ["\u13aada", "\u13a2\u13aa\u13da\u13da"]),  # Cherokee
    ("\ua4f2nterport and \ua4d4\ua4ee\ua4e2\ua4e2", ["\ua4f2nterport", "\ua4d4\ua4ee\ua4e2\ua4e2"]),  # Lisu
    ("P\u2c9flar Post", ["P\u2c9flar"]),  # Coptic
    ("P\u10fflar Post", ["P\u10fflar"]),  # Georgian
    ("\U00010415ity and \u15eaogs", ["\U00010415ity", "\u15eaogs"]),  # Deseret, Canadian syllabics
    (
        "\uff33elonia and \uff33\uff45\uff4c\uff4f\uff4e\uff49\uff41",
        ["\uff33elonia", "\uff33\uff45\uff4c\uff4f\uff4e\uff49\uff41"],
    ),
    (
        "N\U0001d400TO and \U0001d40d\U0001d400\U0001d413\U0001d40e",
        ["N\U0001d400TO", "\U0001d40d\U0001d400\U0001d413\U0001d40e"],
    ),
    ("\u211carb\u212cr and \u2112eague", ["\u211carb\u212cr", "\u2112eague"]),  # letters of formulas
    ("\u212aremlin", ["\u212aremlin"]),  # the sign of kelvins
    ("Harb\u1d0fur and \u0274\u1d00\u1d1b\u1d0f", ["Harb\u1d0fur", "\u0274\u1d00\u1d1b\u1d0f"]),  # small capitals
    ("Ra\u0261ozin", ["Ra\u0261ozin"]),  # the g of phonetics
    ("Put\u0131n and a m\u0131litary off\u0131cial", ["Put\u0131n", "m\u0131litary", "off\u0131cial"]),
    ("Put\u0131\u0307n and Puti\u0307n left", ["Put\u0131\u0307n", "Puti\u0307n"]),
    ("Pu\u0307tin and l\u0336eft", ["Pu\u0307tin", "l\u0336eft"]),
    ("\u041c\u043e\u0441\u043a\u0432a", ["\u041c\u043e\u0441\u043a\u0432a"]),  # a Latin a in a Cyrillic word
    ("\u0414\u043ep\u043e\u0433\u0430 \u0434\u043e\u043c\u043e\u0439", ["\u0414\u043ep\u043e\u0433\u0430"]),
    ("\u0391\u03b8\u03ae\u03bda \u03ba\u03b1\u03b9", ["\u0391\u03b8\u03ae\u03bda"]),
    (
        "\u0391\u043b\u0435\u043a\u0441\u0435\u0439 \u0448\u0451\u043b",
        ["\u0391\u043b\u0435\u043a\u0441\u0435\u0439"],
    ),  # a Greek capital
    ("Chlo\u0451 left", ["Chlo\u0451"]),
    ("Va\u0301nt\u043e\u0301ngeren", ["Va\u0301nt\u043e\u0301ngeren"]),  # marks apart from their letters
    ("\u0410da met MOSC\u041eW", ["\u0410da", "MOSC\u041eW"]),
    ("\u0421NN and BB\u0421 said", ["\u0421NN", "BB\u0421"]),
]
HIDING = [  # a text, the characters in it that cannot be seen
    ("went\u202e home", "\u202e"),
    ("Ada\u200b Berg \ufeffleft", "\u200b\ufeff"),
    ("Qu\u2066ay\u2069", "\u2066\u2069"),
    ("Har\u00adbour", "\u00ad"),
    ("\u0433\u0430\u00ad\u0432\u0430\u043d\u044c", "\u00ad"),
    ("Ra\u200dgozin", "\u200d"),
    ("Ra\u200cgozin", "\u200c"),
    ("\u0410\u200d\u0434\u0430", "\u200d"),
    ("Ada\u3164Berg", "\u3164"),
    ("Ada\uffa0Berg", "\uffa0"),
    ("Ada\u115fBerg", "\u115f"),
    ("Ada\u2800Berg", "\u2800"),
    ("Ada\u061c Berg", "\u061c"),
    ("Ada\u200f Berg \u200e", "\u200f\u200e"),
    ("A\ufe00da Be\ufe0frg", "\ufe00\ufe0f"),
    ("A\U000e0100da", "\U000e0100"),
    ("Ra\u034fgozin", "\u034f"),
    ("Ra\u2060go\u2062zin\u206f", "\u2060\u2062\u206f"),
    ("Ada\U000e0041\U000e0042", "\U000e0041\U000e0042"),
    ("Ada \U0001f3f4\U000e0041", "\U000e0041"),  # no flag is written so
    ("a\u180eb", "\u180e"),
    ("Ada\ufff9Berg", "\ufff9"),
]
HONEST = [
    # Alphabets that are at home
    "Рос сор, сухо, а у соха́ сосна: он спросил, сосо ли это, и ТАСС ответил.",
    "МИД России и НАТО встретились в Москве, сообщил ТАСС; ООО «Роса» не ответило.",
    "В XX веке ITшник из CDшного отдела ходил на работу в IT-отдел.",
    "Ёж и ёлка, йод, съезд, объём – всё по-русски, с ударением: за́мок.",
    "Оса, сом, рак, ухо, рост, сорт, торс, хор, мост, корма.",
    "Київ і Харків, їжак, ґанок: так сказав речник у четвер.",
    "Јован и Сава су код куће; реч је о реци Сави.",
    "The paper Российская газета reported it; its rival Рос is gone.",
    "Moscow – Москва, Omsk – Омск, Tver – Тверь, Saint Petersburg – Санкт-Петербург",
    "Η Αθήνα και η ΝΑΤΟ: το όνομα του νόμου είναι αγορά.",
    "Ὁ λόγος ἐν ἀρχῇ ἦν, καὶ θεὸς ἦν ὁ λόγος.",
    "The agora (αγορά) of Athens, a νόμος, and the letter ο or ν.",
    "Երևանը Հայաստանի մայրաքաղաքն է, սա հայերեն է, սոսի։",
    "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᎠᎴ ᏂᎦᏓ ᎠᏂᏴᏫ ᎢᏣᎵᏍᎠᎾᏔᏫ.",
    "თბილისი საქართველოს დედაქალაქია, ყოყო.",
    "ⲁⲛⲟⲕ ⲡⲉ, ⲥⲟⲡ ⲛⲓⲙ ϩⲛ ⲧⲙⲏⲧⲉ",
    "ᐃᓄᒃᑎᑐᑦ ᐅᖃᐅᓯᖅ ᑲᓇᑕᒥ",
    "ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵏⴰⵡⴰⵢⵜ ⵏ ⵍⵎⵖⵔⵉⴱ",
    "مرحبا بالعالم، قال المتحدث يوم الخميس في بيروت",
    "وقال\u200f (2010) إن الميناء\u200e مفتوح.",
    "שלום עולם, אמר הדובר ביום חמישי\u200f (CNN).",
    "نمی‌خواهم به خانه‌ها بروم، او گفت.",
    "हिन्दी में क्\u200dष और र\u200cय लिखते हैं, दिल्ली में।",
    "বাংলা ভাষা, র\u200d্যাব",
    "北大西洋公约组织在布鲁塞尔开会，NATO发言人说。",
    "日本はＮＡＴＯの会議にＡ社とＢ社を招いた。Tシャツも。",
    "한국은 NATO 회의에 참석했다고 연합뉴스가 전했다.",
    "ﾊﾝｶｸのＫＡＮＡもある。",
    "葛\U000e0100城市と辻\ufe00さん",
    "ภาษาไทย กรุงเทพมหานคร",
    "ᠮᠣᠩᠭᠣᠯ\u180e\u180bᠠ ᠬᠡᠯᠡ",
    "ဝန်ကြီး မြန်\u200bမာ",
    "ភាសា\u200bខ្មែរ",
    # Languages of the Latin alphabet
    "İstanbul ve Diyarbakır, Işık ile Yıldırım, ağır ışıklı kapı.",
    "Kılıçdaroğlu, Bahçeli and Demirtaş met in Ankara.",
    "He flew to Diyarbakır and then to Yılmaz’s house in Kastamonu.",
    "Balıkesir, Karabıyık and Topkapı lie in Turkey.",
    "Tıbbi yardım, ayrımcılık, kanun karşısında.",
    "Bakı şəhəri Azərbaycanın paytaxtıdır, dedi Əliyev.",
    "Tiếng Việt: Nguyễn Phú Trọng đã đến Hà Nội hôm thứ Năm.",
    "Żółć, źdźbło, Łódź i Świnoujście; Wałęsa powiedział.",
    "L’été, l’œuvre, naïve, garçon, à Nîmes, Ÿ; l’Élysée a répondu.",
    "Straße, Äpfel, Öl, Übung, Maß, GROẞ: so sprach der Minister.",
    "Þór Guðmundsson frá Akureyri, Alþingi og Ísland.",
    "Ljubljana, Džafer, Đoković, ǆep; Čapek, Dvořák, Škoda.",
    "KA\u0338NRA\u0338 is Mazahua.",
    "Ħal Qormi, Għawdex; ŋgoma, Ɛʋegbe, Hɔnɔrable",
    "Šiauliai, i\u0307\u0301, Vėžys, Ąžuolas; Žemaitė.",
    "Cafe\u0301, nai\u0308ve, Munoz\u0303, ẹ\u0301, g\u0303",
    "Pronounced /ɡʊd/, [ˈmɑːskoʊ], /bɪt/ or [ɡrɪd].",
    "Tiàn, Běijīng, Shaʿbān, Muḥammad, ʾAbū, k\u035fh, i\u0361a",
    # Signs and symbols
    "E=mc², 5 µm, 5 μm, 10 kΩ, 20 Ω, 3 Å, 300 K, 5 °C, 7 ℃, 2 ℓ, 5 mℓ",
    "TNFα, IFNγ, αB-crystallin, NFκB, the α particle, ν and hν, Δν, Aβ42, PPARγ",
    "COVID‑19, T‑shirt, AK-47, F-16, Су-27, Т-34 of the Россия forces",
    "Chapter Ⅳ, part ⅻ, Ⅷ. Korps, № 7, ™, ©, ®, ¶4, § 5, ª, º",
    "The ofﬁce of the ﬂeet, eﬀort, ﬆ",
    "𝑥 ∈ ℝ, 𝑚𝑎, ℕ ⊂ ℤ, ℏ, ℵ, ∂𝑓",
    "👩\u200d👩\u200d👧 and 🏳️\u200d🌈 and ❤️ and 1️⃣ and ☺︎ and ©️a",
    "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f flew",
    "⠓⠑⠇⠇⠕⠀⠺⠕⠗⠇⠙",
    "“Quoted,” ‘said’ – he… — naïve′ ″ ‐ − × ÷",
    "$100, €5, £3, ¥8, 50 %, 3 × 4, x₁, x², ½, ¼, 1ˢᵗ, CO₂",
    "Vantongeren\u00a0left\u2009at\u202f5.",
    "\ufeffA text that begins with a mark of its encoding.",
    "ＱＲコードと１２３、ｶﾅ",
    "A plain line, in ASCII alone: nothing here.",
    "",
    "\u0431\u043enus, k\u03a9",  # neither side passes for the other
    "\u0415\u0421-NATO, сказал посол",
    "\u0395\u03b9\u03c1\u03ae\u03bd\u03b7 5\u00b5m na\u00efve",
    "\u0375a is no word, nor is \u037ea",  # a mark of numbers, a question mark
]


@pytest.mark.parametrize(("text", "words"), DECEIVING)
def test_words_that_look_to_be_others_are_found(text: str, words: list[str]):
    strange = sorted(letters.strange(text), key=lambda word: word.start)
    assert [word.word for word in strange] == words
    assert all(text[word.start : word.start + len(word.word)] == word.word for word in strange)
    assert all("U+" in word.matter for word in strange)


@pytest.mark.parametrize(("text", "characters"), HIDING)
def test_characters_that_cannot_be_seen_are_found(text: str, characters: str):
    assert "".join(each.character for each in unseen(text)) == characters
    assert all(text[each.start] == each.character for each in unseen(text))


@pytest.mark.parametrize("text", HONEST)
def test_what_a_language_writes_is_not_reported(text: str):
    assert list(letters.strange(text)) == []
    assert list(unseen(text)) == []


def test_a_word_is_judged_by_what_stands_near_it():
    english, russian = "The envoy of the Harbour League left. " * 20, "Посол покинул город вечером. " * 20
    assert [word.word for word in letters.strange(f"{english}ТАСС {english}{russian}")] == ["ТАСС"]
    assert not list(letters.strange(f"{english}{russian}ТАСС {russian}{english}"))


def test_of_a_long_word_a_part_is_told():
    for letter in "\u0430", "a\u0430", "\U0001d400", "a\u0336":
        words = list(letters.strange(f"The envoy left {letter * 200} at night."))
        assert words
        assert all(len(word.word) <= 60 and len(word.matter) < 200 for word in words)


LONG = {
    "a word of two scripts": "a\u0430",
    "words of two scripts": "R\u0430gozin ",
    "a Russian text": "Рос сор, сухо, а у сосны он спросил, сосо ли это. ",
    "words alike": "\u0430 ",
    "an English text with marks of its own": "“The envoy’s words – naïve ones – were heard.” ",
    "a Turkish text": "Kapının ışığı ağır ağır yandı. ",
    "letters without dots": "Put\u0131n ",
    "one word of letters without dots": "\u0131",
    "soft hyphens": "a\u00ad",
    "marks": "i\u0307",
    "marks on marks": "\u0301",
    "Japanese": "日本はＮＡＴＯの会議に",
    "styled": "\U0001d400",
    "small capitals": "\u1d00/",
    "tags": "\U000e0041",
    "flags": "\U0001f3f4\U000e0067",
    "Braille": "\u2800",
    "Arabic with marks": "مرحبا\u200f ",
}


def cost(text: str) -> float:
    started = time.process_time()
    sum(1 for _ in letters.strange(text))
    sum(1 for _ in unseen(text))
    return time.process_time() - started


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_the_cost_grows_with_the_text(piece: str):
    assert cost(piece * (200_000 // len(piece))) < 4


def test_check_says_where_and_lets_it_pass(tmp_path):
    start.new(tmp_path / "new")
    articles = tmp_path / "new/seeds/articles"
    text = "Second Tale\n\nAda V\u0430ntongeren went\u202e home. V\u0430ntongeren sle\u00adeps, sle\u00adeps.\n"
    (articles / "second.txt").write_text(text, encoding="utf-8")
    (articles / "third.txt").write_text("---\ntitle: H\u0430rbour\u200b\n---\nNobody went.\n", encoding="utf-8")
    front = 'title: "H\\u0430rbour"\nauthors: ["Ad\\u0430 B"]\ndescription: "L\\u0435d"\npublication: "\\u0420ost"'
    (articles / "fourth.txt").write_text(f"---\n{front}\n---\nNobody went.\n", encoding="utf-8")
    seeds = {
        "actors": "quay-board:\n  name: Quay Bo\u0430rd\n  type: organization\n  roles: [{title: m\u0430yor}]\n"
        "  aliases: [Qu\u2066ay, \u0420\u0410\u0421\u0415]\n",
        "outlets": "post:\n  name: P\u043est\n  aliases: [\u0441\u0430\u0440]\n",
        "publications": "orbit:\n  name: \u041erbit\n  aliases: [Orb\u00adit]\n",
    }
    for name, entries in seeds.items():
        (tmp_path / f"new/seeds/{name}.yml").write_text(entries, encoding="utf-8")
    found = check.problems(sites.load(tmp_path / "new/mkdocs.yml"))
    said = [problem for problem in found if problem.code in {"look-alike", "unseen"}]
    assert {problem.severity for problem in said} == {"warning"}
    places = sorted((str(problem.place).removeprefix("seeds/"), problem.code) for problem in said)
    assert places == [
        *[("actors.yml:2:3", "look-alike")] * 3,
        ("actors.yml:2:3", "unseen"),
        *[("articles/fourth.txt:1:1", "look-alike")] * 4,
        ("articles/second.txt:3:21", "unseen"),
        ("articles/second.txt:3:44", "unseen"),
        ("articles/second.txt:3:5", "look-alike"),
        ("articles/third.txt:2:15", "unseen"),
        ("articles/third.txt:2:8", "look-alike"),
        *[("outlets.yml:2:3", "look-alike")] * 2,
        ("publications.yml:2:3", "look-alike"),
        ("publications.yml:2:3", "unseen"),
    ]
    assert all(str(problem).isprintable() for problem in said)
    (hyphen,) = [problem for problem in said if "U+00AD SOFT HYPHEN, stands here, one of 2" in problem.what]
    assert hyphen.place.line == 3


def test_of_many_strange_words_of_an_article_a_few_are_told(tmp_path):
    start.new(tmp_path / "new")
    text = "Second Tale\n\n" + " ".join(f"Harb\u043eur{letter}" for letter in "abcdefghijklmnop")
    (tmp_path / "new/seeds/articles/second.txt").write_text(text, encoding="utf-8")
    found = check.problems(sites.load(tmp_path / "new/mkdocs.yml"))
    assert sum(problem.code == "look-alike" for problem in found) == 10
