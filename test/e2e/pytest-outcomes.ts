/** A project in which each thing happens that can happen to a test. */
export const everyOutcome = {
  'tests/test_outcomes.py': `
import json
import pytest

def test_passes(): pass
def test_fails():
    assert [1, 2] == [1, 3]
def test_fails_in_library():
    json.loads("{")
@pytest.fixture
def broken(): raise RuntimeError("no setup")
@pytest.fixture
def broken_after():
    yield
    raise RuntimeError("no teardown")
def test_setup_breaks(broken): pass
def test_teardown_breaks(broken_after): pass
def test_fails_and_teardown_breaks(broken_after): assert 0
def test_unknown_fixture(nowhere): pass
@pytest.mark.skip(reason="not now")
def test_skipped(): pass
def test_skips_itself(): pytest.skip("no network")
@pytest.mark.xfail(reason="known bug")
def test_xfails(): assert 0
@pytest.mark.xfail(reason="not run", run=False)
def test_xfails_unrun(): assert 0
@pytest.mark.xfail(reason="was a bug")
def test_xpasses(): pass
@pytest.mark.xfail(reason="was a bug", strict=True)
def test_xpasses_strictly(): pass
tries = []
@pytest.mark.flaky(reruns=2)
def test_flaky():
    tries.append(1)
    assert len(tries) > 1
@pytest.mark.flaky(reruns=2)
def test_always_fails(): assert 0
def test_subtests(subtests):
    for number in range(3):
        with subtests.test("part", number=number):
            assert number != 1
def test_subtest_skips(subtests):
    with subtests.test("part"): pytest.skip("part")
@pytest.mark.parametrize("text", ["a\\nb", "\\u2603::x", "]|<b>\`", "x" * 3000, "\\ud800", ""])
def test_odd_names(text): assert "::" not in text
def test_unwanted(): pass
@pytest.mark.asyncio
async def test_async_passes(): pass
@pytest.mark.asyncio
async def test_async_fails(): assert 2 == 3
`,
  'tests/test_import_fails.py': 'import json\n\nimport nowhere_to_be_found\n',
  'tests/test_syntax.py': 'def test_x():\n    return (\n\n',
  'tests/test_module_fails.py': 'value = 1\nvalue / 0\n',
  'tests/test_skipped_module.py': 'import pytest\npytest.skip("all of it", allow_module_level=True)\n',
};
/** Runs all of it, whatever can't be imported. */
export const collectAll = ['--continue-on-collection-errors', '-k', 'not unwanted'];
