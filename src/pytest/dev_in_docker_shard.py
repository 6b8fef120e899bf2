"""Runs one part of a suite whose other parts run on other machines, which know nothing of this one: each collects the whole
suite, and all come to the same split of it.

    DEV_IN_DOCKER_SHARD=2/4

Beside this file, `times.json` may have what tests took: the first 12 digits of the SHA-256 of a node id → milliseconds.
Grammar of Python 3.7 and the standard library only, as beside it. (PYTEST_DONT_REWRITE)
"""

import fcntl
import hashlib
import heapq
import json
import os
from contextlib import contextmanager
from statistics import median

import pytest
from dev_in_docker_report import MAX_ID, clip, quietly, take_out, without_group

FOLDER = os.path.dirname(os.path.abspath(__file__))
NAME = "dev_in_docker_shard"

# Tests that have a file, a class or a wide fixture in common stay together as long as the longest shard takes at most this
# much more than it must: set-ups are then paid once, and a failure is seen among its kind.
MOST_OVER = 1.05
# Seconds that are not worth a second set-up of anything.
LEAST_SECONDS = 0.5
# Each round breaks up what is in the way; a suite never needs as many.
MOST_ROUNDS = 500

WIDE_SCOPES = ("session", "package")
INTO_WORKER = """
import importlib.util, os, sys
for name in ("dev_in_docker_report", {name!r}):
    spec = importlib.util.spec_from_file_location(name, os.path.join({folder!r}, name + ".py"))
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
os.environ["PYTEST_PLUGINS"] = ",".join(filter(None, [os.environ.get("PYTEST_PLUGINS", ""), {name!r}]))
"""


# In a worker of pytest-xdist alone: elsewhere nobody loads this module as a plugin.
def pytest_addoption(parser):
    take_out("PYTEST_PLUGINS", ",", NAME)


def pytest_configure(config):
    facts = getattr(config, "workerinput", {}).get(NAME)
    if facts:
        config.pluginmanager.register(Shard(**facts), NAME + "_worker")


class Shard(object):
    """Keeps this shard's tests of a session, and notes in a file which shard has which test of the suite."""

    def __init__(self, index, total, names, tell=None):
        self.index = index
        self.total = total
        self.names = names
        self.tell = tell
        self.counts = None

    # After all that reorders and deselects, before the terminal and pytest-xdist tell what was collected.
    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_finish(self, session):
        groups = has_groups(session.config)
        names = [name_of(item, groups) for item in session.items]
        shards = self.split_new(dict(zip(names, session.items)))
        session.items[:] = [item for item, name in zip(session.items, names) if shards[name] == self.index]
        self.count(len(names), len(session.items))
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput[NAME] = self.counts

    def split_new(self, items):
        """Which shard has which test: what an earlier pytest of the same run has split stays where it is. Workers of
        pytest-xdist collect at the same time, and so may pytests: who comes first splits, and the others take that."""
        with one_at_a_time(os.path.dirname(self.names)):
            shards = read_names(self.names)
            new = {name: item for name, item in items.items() if name not in shards}
            if new:
                known = read_times()
                seconds = times_of(new, known) if known else dict.fromkeys(new, 1)
                shards.update(split(units_of(new, seconds), self.total, bool(known)))
                write_names(self.names, shards)
        return shards

    def count(self, collected, kept):
        self.counts = (collected, kept)
        if self.tell:
            with quietly():
                self.tell(kept)

    def pytest_report_collectionfinish(self):
        if self.counts:
            return "shard %d/%d: %d of %d tests" % ((self.index, self.total) + self.counts[::-1])

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node):
        """pytest-xdist's workers collect, and the environment does not lead them here."""
        source = INTO_WORKER.format(name=NAME, folder=FOLDER)
        node.gateway.remote_exec(source).waitclose()
        node.workerinput[NAME] = {"index": self.index, "total": self.total, "names": self.names}

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node):
        counts = getattr(node, "workeroutput", {}).get(NAME)
        if counts and not self.counts:
            self.count(*counts)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session):
        """A suite with fewer tests than there are shards is no empty one."""
        if self.counts and self.counts[0] > 0 and self.counts[1] == 0 and session.exitstatus == 5:
            session.exitstatus = 0


def has_groups(config):
    """Whether pytest-xdist adds the name of a group to node ids."""
    return bool(getattr(config.option, "loadgroup", False)) or getattr(config.option, "dist", None) == "loadgroup"


def name_of(item, groups):
    """What the report calls it."""
    return clip(without_group(item.nodeid) if groups else item.nodeid, MAX_ID)


def file_of(name):
    return name.split("::", 1)[0]


@contextmanager
def one_at_a_time(folder):
    """Waits until no other process is in here; the system takes the lock away from one that dies."""
    place = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(place, fcntl.LOCK_EX)
        except OSError:
            pass  # No locks there: what is written is whole all the same.
        yield
    finally:
        os.close(place)


def read_names(path):
    """Names that earlier sessions have split: name → number of its shard."""
    try:
        with open(path) as file:
            return {name: shard for shard, name in map(json.loads, file)}
    except FileNotFoundError:
        return {}
    except ValueError:
        raise pytest.UsageError("dev-in-docker: %s is damaged, so the shards of earlier tests are not known." % path)


def write_names(path, shards):
    """Whole or not at all, even if this process is killed meanwhile."""
    written = "%s.%d" % (path, os.getpid())
    with open(written, "w") as file:
        file.writelines(json.dumps((shard, name)) + "\n" for name, shard in shards.items())
    os.replace(written, path)


def read_times():
    try:
        with open(os.path.join(FOLDER, "times.json")) as file:
            return json.load(file)
    except OSError:
        return {}


def times_of(names, known):
    """Seconds by name; for a test that is not known, what is usual in its file, or else anywhere."""
    seconds = {}
    for name in names:
        milliseconds = known.get(hashlib.sha256(name.encode("utf8", "surrogatepass")).hexdigest()[:12])
        if milliseconds is not None:
            seconds[name] = milliseconds / 1000
    usual = median(seconds.values()) if seconds else 1
    by_file = {}
    for name, value in seconds.items():
        by_file.setdefault(file_of(name), []).append(value)
    usual_of = {file: median(values) for file, values in by_file.items()}
    # Even what takes no time at all has to be carried by somebody.
    return {name: max(seconds.get(name, usual_of.get(file_of(name), usual)), 0.0001) for name in names}


class Unit(object):
    """Tests that are to stay together: a group of files, a file, a class or function, or a test."""

    __slots__ = ("name", "seconds", "children", "tests")

    def __init__(self, name, seconds, children, tests):
        self.name = name
        self.seconds = seconds
        self.children = children
        self.tests = tests


def units_of(items, seconds):
    """The units of a suite, each with those that it can be broken into."""
    groups = groups_of(items)
    tests = sorted((levels_of(name, groups), name) for name in items)
    return [unit_of(part, 0, seconds) for part in parts_of(tests, 0)]


def levels_of(name, groups):
    file = file_of(name)
    base = name.split("[", 1)[0]
    return (groups.get(file, file), file, "::".join(base.split("::")[:2]), base, name)


def parts_of(tests, level):
    parts = []
    for levels, name in tests:
        if not parts or parts[-1][0][0][level] != levels[level]:
            parts.append([])
        parts[-1].append((levels, name))
    return parts


def unit_of(tests, level, seconds):
    levels, name = tests[0]
    # Levels that hold the same tests are one.
    while len(tests) > 1 and level + 1 < len(levels) and tests[-1][0][level + 1] == levels[level + 1]:
        level += 1
    if len(tests) == 1:
        return Unit(name, seconds[name], [], [name])
    children = [unit_of(part, level + 1, seconds) for part in parts_of(tests, level + 1)]
    names = [name for _, name in tests]
    return Unit(levels[level], sum(child.seconds for child in children), children, names)


def groups_of(items):
    """Files that share a fixture of the project's own that is wider than a file, or a group of pytest-xdist: file → name."""
    leader = {}

    def find(key):
        while leader.setdefault(key, key) != key:
            leader[key] = leader[leader[key]]
            key = leader[key]
        return key

    for name, item in items.items():
        file = file_of(name)
        for shared in shared_by(item):
            one, other = sorted((find(("", file)), find(("fixture", shared))))
            leader[other] = one
    return {file: "%s %s" % find(("", file)) for file in {file_of(name) for name in items}}


def shared_by(item):
    with quietly():
        for mark in item.iter_markers("xdist_group"):
            yield "group %s" % (mark.args[:1] or sorted(mark.kwargs.items()),)
    with quietly():
        automatic = set(item.session._fixturemanager._getautousenames(item))
        for name, definitions in item._fixtureinfo.name2fixturedefs.items():
            definition = definitions[-1]
            if definition.scope in WIDE_SCOPES and name not in automatic and is_own(definition.func, item):
                yield "%s %s" % (name, definition.baseid)


def is_own(function, item):
    path = getattr(getattr(function, "__code__", None), "co_filename", "")
    return path.startswith(str(item.config.rootpath)) and "site-packages" not in path


def split(units, total, are_seconds):
    """Which shard has which test: name → number from 1. The same units give the same split on each machine. Where their
    seconds are no seconds, each test counts one."""
    everything = sum(unit.seconds for unit in units)
    for _ in range(MOST_ROUNDS):
        shards = spread(units, total)
        loads = [sum(unit.seconds for unit in shard) for shard in shards]
        longest = max(range(total), key=lambda number: (loads[number], -number))
        largest_test = max((unit.seconds for unit in shards[longest] if not unit.children), default=0)
        ideal = max(everything / total, largest_test)
        if not are_seconds:
            ideal = -(-everything // total)
        over = loads[longest] - ideal
        breakable = [unit for unit in shards[longest] if unit.children]
        if over <= ideal * (MOST_OVER - 1) or (are_seconds and over < LEAST_SECONDS) or not breakable:
            break
        # The smallest that is large enough to make up for it, so that as little as can be is broken up.
        enough = min(
            (unit for unit in breakable if unit.seconds >= over), key=lambda unit: (unit.seconds, unit.name), default=None
        )
        most = max(unit.seconds for unit in breakable)
        broken = {id(enough)} if enough else {id(unit) for unit in breakable if unit.seconds > most / 2}
        units = [part for unit in units for part in (unit.children if id(unit) in broken else [unit])]
    return {name: number + 1 for number, shard in enumerate(shards) for unit in shard for name in unit.tests}


def spread(units, total):
    """Longest first, each on the shard that has least so far."""
    shards = [[] for _ in range(total)]
    heap = [(0, number) for number in range(total)]
    for unit in sorted(units, key=lambda unit: (-unit.seconds, unit.name)):
        load, number = heapq.heappop(heap)
        shards[number].append(unit)
        heapq.heappush(heap, (load + unit.seconds, number))
    return shards
