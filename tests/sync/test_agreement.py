"""Whatever several installations do and send each other, they agree, and nothing that anybody typed is lost."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.sync.agreement import Agreement, tiny_base
from tests.sync.by_workbooks import AgreementByWorkbooks


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> type[Agreement]:
    """The machine with its base to copy."""
    Agreement.template = tiny_base(tmp_path_factory.mktemp("tiny") / "tiny.passerelle")
    return Agreement


def test_installations_agree_by_workbooks(machine: type[Agreement]) -> None:
    assert AgreementByWorkbooks.template == machine.template
    profile = settings(max_examples=4, stateful_step_count=18, suppress_health_check=list(HealthCheck), database=None)
    run_state_machine_as_test(AgreementByWorkbooks, settings=profile)


def test_installations_agree(machine: type[Agreement]) -> None:
    profile = settings(max_examples=5, stateful_step_count=25, suppress_health_check=list(HealthCheck), database=None)
    run_state_machine_as_test(machine, settings=profile)
