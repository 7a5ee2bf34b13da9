"""The published JSON Schema of the files that people keep is made of the forms that read them."""

import json
from pathlib import Path
from typing import Annotated, get_args

import msgspec
import pytest
import yaml
from msgspec import Meta

from generator.model import ActorType
from generator.read.entries import ActorEntry, OutletEntry, PublicationEntry

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "generator/start/example/seeds"
FORMS = {"actors": ActorEntry, "outlets": OutletEntry, "publications": PublicationEntry}
# Said so that JavaScript, which editors are made of, and Python read the same: no capitals, single hyphens within.
KEY = Annotated[str, Meta(pattern=r"^[^A-Z_\s-]+(-[^A-Z_\s-]+)*$", max_length=120)]


def made(name: str) -> str:
    """Give the schema of one file; only an ignored entry needs no name, and an ignored actor no type."""
    schema = msgspec.json.schema(dict[KEY, FORMS[name]])
    entry = schema["$defs"][FORMS[name].__name__]
    if "status" in entry["properties"]:
        entry["if"] = {"properties": {"status": {"const": "ignored"}}, "required": ["status"]}
        entry["else"] = {"required": ["name", "type"] if name == "actors" else ["name"]}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"{name}.yml"}
    return json.dumps(head | schema, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("name", FORMS)
def test_the_schema_is_what_the_forms_say(request: pytest.FixtureRequest, name: str):
    file = EXAMPLE / "schema" / f"{name}.json"
    if request.config.getoption("--update-golden"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(made(name), encoding="utf-8")
    assert file.read_text(encoding="utf-8") == made(name)


@pytest.mark.parametrize("folder", [EXAMPLE, ROOT / "seeds"])
@pytest.mark.parametrize("name", FORMS)
def test_editors_find_the_schema_beside_the_file(folder: Path, name: str):
    text = (folder / f"{name}.yml").read_text(encoding="utf-8")
    opening = text.partition("\n")[0]
    assert opening.startswith("# yaml-language-server: $schema=")
    schema = json.loads((folder / opening.partition("=")[2]).read_text(encoding="utf-8"))
    fields = schema["$defs"][FORMS[name].__name__]["properties"]
    assert {field for entry in (yaml.safe_load(text) or {}).values() for field in entry} <= set(fields)


def test_the_types_are_those_of_the_model():
    kinds = json.loads(made("actors"))["$defs"]["ActorEntry"]["properties"]["type"]["anyOf"][0]["enum"]
    assert set(kinds) == set(get_args(ActorType))
