"""Workflows own nothing that they do not need, and run nothing that a pull request could write."""

import re
from pathlib import Path

import pytest
import yaml

WORKFLOWS = sorted((Path(__file__).parent.parent / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}")


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.name)
def workflow(request) -> dict:
    return yaml.load(request.param.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - plain strings


def steps(workflow: dict) -> list[dict]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_there_are_workflows():
    assert WORKFLOWS


def test_nothing_is_allowed_but_what_a_job_says(workflow: dict):
    assert workflow["permissions"] == {}
    assert all("permissions" in job for job in workflow["jobs"].values())
    if "pull_request" in workflow["on"]:
        assert all(set(job["permissions"].items()) <= {("contents", "read")} for job in workflow["jobs"].values())


def test_a_pull_request_never_runs_with_the_rights_of_the_main_branch(workflow: dict):
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(workflow["on"])


def test_every_action_is_pinned_to_a_commit(workflow: dict):
    for step in steps(workflow):
        if "uses" in step:
            assert PINNED.fullmatch(step["uses"]), step
            if step["uses"].startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


def test_nothing_is_put_into_a_command(workflow: dict):
    assert not [step for step in steps(workflow) if "${{" in step.get("run", "")]
