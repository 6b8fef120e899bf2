"""Streams what pytest does to a file, one JSON object a line, for dev-in-docker's report.

pytest finds it by the entry point in the folder beside this file, however pytest is started, as long as Python looks there:

    PYTHONPATH=<folder of this file>  DEV_IN_DOCKER_RESULTS=<file to write>

Where Python is told not to, as by `python -I`, it is simply absent; without the second one it does nothing. It only looks
on: every hook swallows its own errors, returns nothing and leaves the reports as they are.

Grammar of Python 3.7 and the standard library only: it runs in whatever image a user has. Older ones, down to 2.7, and a
pytest that is not known to work, get as far as `Totals`.
(PYTEST_DONT_REWRITE: no asserts here, so pytest need not rewrite this module.)
"""

import json
import os
import re
import stat
import sys
from contextlib import contextmanager

import pytest

KNOWN_PYTEST_VERSIONS = range(7, 10)

MAX_ID = 1000
MAX_REASON = 500
MAX_MESSAGE = 4000
MAX_TRACEBACK = 20000
# A run with very many or very long failures must not fill the disk: from here on, messages are one short line.
MAX_DETAILED_FAILURES = 1000
MAX_DETAILED_BYTES = 16 * 1024 * 1024
MAX_SHORT_MESSAGE = 200
# Different ones; a suite may give the same warning a million times.
MAX_WARNINGS = 500

# What json.dumps calls in the end; most of the time for a short string goes into the way there.
quoted = json.JSONEncoder().encode
FINISHED_LINE = '\n{"event": "finished", "test": %s, "passed": %s, "setup": %.6f, "call": %.6f, "teardown": %.6f}\n'
PASSED = 1  # its place in that line, and those of the seconds that each phase took
PLACES = {"setup": 2, "call": 3, "teardown": 4}

FOLDER = os.path.dirname(os.path.abspath(__file__))
STANDARD_LIBRARY = os.path.dirname(os.__file__) + os.sep
SHORT_ENTRY = re.compile(r"(.{1,1000}?):(\d{1,7}): (?:in |DocTestFailure$|UnexpectedException$)")
COLOUR = re.compile(r"\x1b\[[0-9;]{0,20}m")
SYNTAX_ERROR_ENTRY = re.compile(r'E {1,20}File "([^"]{1,1000})", line (\d{1,7})')


class Real(object):
    """Functions as they are before any test. A test may replace them where they come from, and what fakes a file system
    looks through all modules for copies; it does not look in here."""

    write = staticmethod(os.write)
    close = staticmethod(os.close)
    stat = staticmethod(os.stat)
    join = staticmethod(os.path.join)
    normpath = staticmethod(os.path.normpath)


@contextmanager
def quietly():
    try:
        yield
    except Exception:
        pass


def take_out(name, separator, own):
    """Takes what is our own out of a variable that is a list."""
    parts = os.environ.get(name, "").split(separator)
    if own in parts:
        del os.environ[name]
        others = [part for part in parts if part != own]
        if others:
            os.environ[name] = separator.join(others)


def leave():
    """Takes what brought this plugin here out of what the tests see: a pytest that they start is none of its business,
    whatever of the environment gets there. Returns the file to write, and which part of the suite is to run, such as 2/4."""
    take_out("PYTHONPATH", os.pathsep, FOLDER)
    take_out("PYTEST_PLUGINS", ",", __name__)
    shard = os.environ.pop("DEV_IN_DOCKER_SHARD", "")
    results = os.environ.pop("DEV_IN_DOCKER_RESULTS", "")
    sys.path[:] = [folder for folder in sys.path if folder != FOLDER]
    # A test started this pytest, and its own did not find the plugin: that one would have taken out all of these.
    return ("", "") if "PYTEST_CURRENT_TEST" in os.environ else (results, shard)


def load(name):
    """Imports a module from beside this file, the way to which is gone."""
    from importlib.util import module_from_spec, spec_from_file_location

    spec = spec_from_file_location(name, os.path.join(FOLDER, name + ".py"))
    module = sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# At once: a conftest.py, and plugins that are loaded later, may keep a copy of the environment.
RESULTS, SHARD = leave()
recorders = []


# The first hook of all, called before pytest reads its arguments.
def pytest_addoption(parser):
    with quietly():
        if RESULTS:
            is_known = int(pytest.__version__.split(".")[0]) in KNOWN_PYTEST_VERSIONS
            recorders.append((Recorder if is_known else Totals)(RESULTS, is_known))


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_cmdline_main(config):
    outcome = yield
    with quietly():
        if outcome.excinfo is None:
            for recorder in recorders:
                recorder.finish(outcome.get_result())


def pytest_configure(config):
    with quietly():
        for recorder in recorders:
            recorder.config = config
            config.pluginmanager.register(recorder, "dev_in_docker_recorder")
            if SHARD:
                recorder.take_part(SHARD)


class Totals(object):
    """Writes that pytest began, how it ended, and its own counts, by what every pytest has."""

    def __init__(self, path, is_known):
        self.config = None
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_CLOEXEC", 0)
        self.file = os.open(path, flags, 0o644)
        self.put = Real.write
        self.session = None
        self.last_end = None
        # A test may fork: the parent goes on writing, the child must not.
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self.fall_silent)
        self.write("session", pytest=pytest.__version__, python=sys.version.split()[0], known=is_known)

    def fall_silent(self):
        self.file = None

    def take_part(self, shard):
        """Runs a shard alone. Whoever doesn't know this pytest does not, and so does not say that it did."""

    def write(self, event, **fields):
        fields["event"] = event
        return self.append(quoted(fields))

    def append(self, line):
        """Appends a line in one system call, so that it is there even if the interpreter dies in the next moment."""
        if self.file is None:
            return 0
        # On a line of its own even if something else left half a line behind. JSON in ASCII holds lone surrogates too.
        return self.put(self.file, ("\n" + line + "\n").encode("ascii"))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionstart(self, session):
        with quietly():
            self.session = session
            self.write("run", **self.circumstances())

    def circumstances(self):
        return {}

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self):
        with quietly():
            self.write_end()

    @pytest.hookimpl(trylast=True)
    def pytest_unconfigure(self):
        with quietly():
            # Other plugins may have changed their mind since: pytest's --max-warnings does, after sessionfinish.
            if self.session is not None:
                self.write_end()
                self.close()
        # What is registered for a fork lives as long as the interpreter. Were all tests kept with it, the interpreter
        # would take long to exit.
        self.config = self.session = None

    def close(self):
        file, self.file = self.file, None
        Real.close(file)

    def finish(self, status):
        """pytest is done, maybe without a session: it was asked for its help, for instance."""
        if self.last_end is None:
            self.write("end", status=int(status or 0))

    def write_end(self):
        end = {"status": int(self.session.exitstatus)}
        with quietly():
            end["counts"] = self.counts_of_last_line()
        if end != self.last_end:
            self.last_end = end
            self.write("end", **end)

    def counts_of_last_line(self):
        """pytest's own words and counts, as it prints them; fails where its terminal output is switched off."""
        stats = self.config.pluginmanager.get_plugin("terminalreporter").stats
        counts = {}
        for word, reports in stats.items():
            # Without a word: the setups and teardowns that passed, two for each test.
            count = sum(1 for report in reports if getattr(report, "count_towards_summary", True)) if word else 0
            if count:
                counts[str(word)] = count
        return counts


class Recorder(Totals):
    """Turns pytest's hooks into lines. `trylast`: what other plugins change in a report is seen, never caused."""

    def __init__(self, path, is_known):
        super(Recorder, self).__init__(path, is_known)
        self.tests = {}  # node id of a test under way -> what its "finished" line will say
        self.warnings = {}  # fields of a warning -> how often it came
        self.detailed_failures = 0
        self.detailed_bytes = 0
        self.has_groups = False

    def take_part(self, shard):
        index, total = map(int, shard.split("/"))
        names = Real.join(os.path.dirname(RESULTS), "suite.jsonl")
        plugin = load("dev_in_docker_shard").Shard(index, total, names, lambda kept: self.write("shard", kept=kept))
        self.config.pluginmanager.register(plugin, "dev_in_docker_shard")

    def circumstances(self):
        option = self.config.option
        self.rootdir = str(self.config.rootpath)
        self.startdir = str(self.config.invocation_params.dir)
        self.has_groups = getattr(option, "dist", None) == "loadgroup"
        return {
            "rootdir": self.rootdir,
            "repeats": bool(getattr(option, "lf", False)),
            "remembers": self.config.pluginmanager.hasplugin("cacheprovider"),
        }

    def name_of(self, nodeid):
        return clip(without_group(nodeid) if self.has_groups else nodeid, MAX_ID)

    @pytest.hookimpl(trylast=True)
    def pytest_collectreport(self, report):
        with quietly():
            if report.failed:
                self.write_failure(report, "collect", {})
            elif report.skipped:
                self.write_outcome(report, "collect", {"reason": skip_reason(report)})

    @pytest.hookimpl(trylast=True)
    def pytest_deselected(self, items):
        with quietly():
            self.write("deselected", count=len(items))

    # A suite may have tens of thousands of small tests that pass, so what such a test comes by does without what costs
    # microseconds: `quietly`, objects of our own, `append`.

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logstart(self, nodeid):
        try:
            name = quoted(self.name_of(nodeid))
            self.tests[nodeid] = [name, "false", 0, 0, 0]
            self.put(self.file, ('\n{"event": "started", "test": ' + name + "}\n").encode("ascii"))
        except Exception:
            pass

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logreport(self, report):
        try:
            subtest = None if type(report) is pytest.TestReport else subtest_name(report)
            test = self.tests.get(report.nodeid)
            place = PLACES.get(report.when)
            if subtest is None and test and place:
                test[place] += report.duration
                if report.outcome == "passed" and not hasattr(report, "wasxfail"):
                    if report.when == "call":
                        test[PASSED] = "true"
                    return
            self.write_report(report, subtest)
        except Exception:
            pass

    @pytest.hookimpl(trylast=True)
    def pytest_runtest_logfinish(self, nodeid):
        try:
            self.put(self.file, (FINISHED_LINE % tuple(self.tests.pop(nodeid))).encode("ascii"))
        except Exception:
            pass

    @pytest.hookimpl(trylast=True)
    def pytest_warning_recorded(self, warning_message):
        with quietly():
            text = clip(str(warning_message.message), MAX_REASON)
            path = clip(self.absolute(str(warning_message.filename)), MAX_ID)
            warning = (warning_message.category.__name__, text, path, warning_message.lineno)
            if warning in self.warnings:
                self.warnings[warning] += 1
            elif len(self.warnings) < MAX_WARNINGS:
                self.warnings[warning] = 1
                self.write_warning(warning, 1)

    def write_warning(self, warning, count):
        category, message, path, line = warning
        self.write("warning", category=category, message=message, path=path, line=line, count=count)

    @pytest.hookimpl(trylast=True)
    def pytest_internalerror(self, excrepr):
        with quietly():
            self.write("stopped", message=clip(telling_line(str(excrepr)), MAX_MESSAGE))

    @pytest.hookimpl(trylast=True)
    def pytest_keyboard_interrupt(self, excinfo):
        with quietly():
            self.write("stopped", message=clip(excinfo.exconly(), MAX_MESSAGE))

    @pytest.hookimpl(trylast=True)
    def pytest_unconfigure(self):
        with quietly():
            for warning, count in self.warnings.items():
                if count > 1:
                    self.write_warning(warning, count)
        super(Recorder, self).pytest_unconfigure()

    def write_report(self, report, subtest):
        fields = {"seconds": round(report.duration, 6)}
        xfail = getattr(report, "wasxfail", None)
        if subtest is not None:
            fields["subtest"] = clip(subtest, MAX_REASON)
        if xfail is not None:
            fields["xfail"] = clip(str(xfail), MAX_REASON)
        elif report.skipped:
            fields["reason"] = skip_reason(report)
        if report.passed or report.skipped:
            self.write_outcome(report, report.when, fields)
        else:
            self.write_failure(report, report.when, fields)

    def write_outcome(self, report, phase, fields):
        return self.write("report", test=self.name_of(report.nodeid), phase=phase, outcome=report.outcome, **fields)

    def write_failure(self, report, phase, fields):
        detailed = self.detailed_failures < MAX_DETAILED_FAILURES and self.detailed_bytes < MAX_DETAILED_BYTES
        with quietly():
            fields["message"] = clip(failure_message(report), MAX_MESSAGE if detailed else MAX_SHORT_MESSAGE)
        with quietly():
            fields["traceback"] = clip(plain(report.longreprtext), MAX_TRACEBACK) if detailed else ""
        with quietly():
            fields["path"], fields["line"] = self.place_of_failure(report)
        self.detailed_failures += 1
        self.detailed_bytes += self.write_outcome(report, phase, fields)

    def place_of_failure(self, report):
        """Path and line of the innermost frame in the user's own code, else where the test is defined."""
        places = [(self.present(self.absolute(path)), line) for path, line in frames(report.longrepr)]
        for path, line in reversed(places):
            if self.is_own(path):
                return clip(path, MAX_ID), line
        return self.place_of_test(report)

    def place_of_test(self, report):
        location = getattr(report, "location", None) or (report.nodeid.split("::")[0], None)
        path, line = location[0], location[1]
        place = self.present(Real.normpath(Real.join(self.rootdir, path)))
        return clip(place, MAX_ID), None if line is None else line + 1

    def absolute(self, path):
        return Real.normpath(Real.join(self.startdir, path))

    def present(self, path):
        """Where a file is now: byte code of pytest's names the folder that it was made in, outside of the container maybe."""
        if self.is_below(path) or is_file(path):
            return path
        parts = path.split(os.sep)
        here = (os.sep.join([self.rootdir] + parts[count:]) for count in range(1, len(parts)))
        return next((place for place in here if is_file(place)), path)

    def is_below(self, path):
        return any(path.startswith(folder.rstrip(os.sep) + os.sep) for folder in (self.rootdir, self.startdir))

    def is_own(self, path):
        parts = path.split(os.sep)
        installed = "site-packages" in parts or "dist-packages" in parts or path.startswith(STANDARD_LIBRARY)
        return self.is_below(path) and not installed


def is_file(path):
    try:
        return stat.S_ISREG(Real.stat(path).st_mode)
    except Exception:
        return False


def without_group(nodeid):
    """pytest-xdist puts `@` and a group behind the names of tests that have one: as such, no test can be asked for."""
    end = nodeid.find("@", max(nodeid.rfind("]"), nodeid.rfind("::")))
    return nodeid if end < 0 else nodeid[:end]


def frames(longrepr):
    """(path, line) of each frame that pytest's representation shows, outermost first."""
    found = []
    if isinstance(longrepr, tuple):
        return found
    crash = getattr(longrepr, "reprcrash", None)
    if crash is None:
        for line in plain(str(longrepr)).splitlines():
            entry = SHORT_ENTRY.match(line[:1100]) or SYNTAX_ERROR_ENTRY.match(line[:1100])
            if entry:
                found.append((entry.group(1), int(entry.group(2))))
        return found
    for entry in getattr(getattr(longrepr, "reprtraceback", None), "reprentries", []):
        place = getattr(entry, "reprfileloc", None)
        if place is not None:
            found.append((str(place.path), int(place.lineno)))
    found.append((str(crash.path), int(crash.lineno)))
    return found


def failure_message(report):
    crash = getattr(report.longrepr, "reprcrash", None)
    return str(crash.message) if crash is not None else telling_line(report.longreprtext)


def telling_line(text):
    """pytest marks what went wrong with an E; the last such line names the error. A doctest has no such marks."""
    lines = [line for line in plain(text).splitlines() if line.strip()]
    marked = [line[1:] for line in lines if line.startswith("E ")]
    if not marked and "Expected:" in lines:
        return "\n".join(lines[lines.index("Expected:"):-1])
    if not marked and lines and lines[-1].endswith(": UnexpectedException"):
        lines.pop()
    return (marked or lines or [""])[-1].strip()


def plain(text):
    """With PY_COLORS=1 pytest keeps its text about a broken collection, or about itself, in colour."""
    return COLOUR.sub("", text)


def skip_reason(report):
    longrepr = report.longrepr
    reason = str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr or "")
    if reason.startswith("Skipped: "):
        reason = reason[len("Skipped: "):]
    return clip(reason, MAX_REASON)


def subtest_name(report):
    """What tells this subtest from its siblings; None for a whole test. (pytest 9 and pytest-subtests)"""
    if type(report).__name__.lower() != "subtestreport":
        return None
    context = getattr(report, "context", None)
    message = getattr(context, "msg", None)
    values = getattr(context, "kwargs", None) or {}
    parts = [str(message)] if message is not None else []
    parts += ["%s=%s" % pair for pair in values.items()]
    return ", ".join(parts)


def clip(text, limit):
    """Keeps both ends: a message begins with what was tried and ends with what went wrong."""
    if len(text) <= limit:
        return text
    head = limit // 4
    mark = " [...] "
    return text[:head] + mark + text[head + len(mark) - limit:]
