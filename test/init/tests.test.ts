import { describe, expect, test } from 'vitest';
import {
  filePatterns,
  hasTests,
  isTestName,
  mayHaveTests,
  runTests,
  sharesNames,
  startsGit,
} from '../../src/init/tests.ts';

test.each([
  ['a function', 'def test_a():\n    pass', true],
  ['a coroutine that is decorated', '@mark\nasync def test_a():\n    pass', true],
  ['a suite of unittest', 'class Prices(unittest.TestCase):\n    def testSum(self):\n        pass', true],
  ["a suite of Django's", 'class Prices(TransactionTestCase):\n    @x\n    def test_sum(self):\n        pass', true],
  ['a class', 'class TestPrices:\n    def test_sum(self):\n        pass', true],
  ['a base for suites', 'class WineTestCase(TestCase):\n    def setUp(self):\n        pass', false],
  ['an example', 'class WineTestCase(TestCase):\n    """\n    def test_sum(self):\n    """', false],
  ['a helper', 'def test(x):\n    return x\n\ndef check_test_b():\n    pass', false],
  ['a class of another kind', 'class Prices:\n    def test_sum(self):\n        pass', false],
])('%s: whether it is a test', (_, text, expected) => {
  expect(hasTests(text)).toBe(expected);
});

test.each([
  ['wine/tests.py', false, true],
  ['tests/prices.py', false, true],
  ['unit_tests/a/prices.py', false, true],
  ['wine/PricesTest.py', false, true],
  ['a/test_wine.py', true, true],
  ['a/wine_test.py', true, true],
  ['tests/__init__.py', false, false],
  ['tests/conftest.py', false, false],
  ['wine/prices.py', false, false],
  ['tests/data.csv', false, false],
])('%s', (path, isTest, mayBe) => {
  expect([isTestName(path), mayHaveTests(path)]).toEqual([isTest, mayBe]);
});

describe('the names that pytest is given', () => {
  test.each<[string[], boolean, string | undefined]>([
    [['a/test_a.py', 'b_test.py'], false, undefined],
    [['wine/tests.py'], false, 'test_*.py *_test.py tests.py'],
    [['tests/PriceTest.py', 'tests/ATest.py'], false, 'test_*.py *_test.py *Test.py'],
    [['tests/testprice.py'], false, 'test_*.py *_test.py test*.py'],
    [['tests/prices.py'], false, 'test_*.py *_test.py prices.py'],
    [['test_a.py'], true, 'test_*.py *_test.py tests.py'],
  ])('%j', (tests, isDjango, expected) => {
    const patterns = filePatterns(tests, isDjango);
    expect(patterns?.join(' ')).toBe(expected);
    expect(tests.filter(path => !isTestName(path, patterns))).toEqual([]);
  });
});

test.each([
  [['tests/fuzz.py', 'tests/test_a.py'], undefined, ['tests/test_a.py']],
  [['tests/fuzz.py', 'wine/tests.py'], undefined, ['wine/tests.py']],
  [['tests/fuzz.py'], undefined, ['tests/fuzz.py']],
  [['tests/fuzz.py', 'tests/check_a.py'], ['check_*.py'], ['tests/check_a.py']],
])('of %j, with the names %j, somebody runs %j', (tests, patterns, expected) => {
  expect(runTests(tests, patterns)).toEqual(expected);
});

test.each([
  [['a/test_x.py', 'b/test_x.py'], [], true],
  [['a/test_x.py', 'b/test_x.py'], ['a', 'b'], false],
  [['a/test_x.py', 'b/test_y.py'], [], false],
])('two of one name: %j with the packages %j', (tests, packages, expected) => {
  expect(sharesNames(tests, packages)).toBe(expected);
});

test.each([
  ['subprocess.run(["git", "init"])', true],
  ["check_output('git log', shell=True)", true],
  ['import git\n', true],
  ['command = ["git", "init"]', true],
  ["mock.assert_called_with(\n  [\n    'git',\n    'clone',\n    url])", true],
  ['names = ["git"]', false],
  ['subprocess.run(["gitk"])', false],
  ['import github\n', false],
])('%s: whether git is started', (text, expected) => {
  expect(startsGit(text)).toBe(expected);
});
