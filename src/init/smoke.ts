// The first test of a project that has none: are the packages there that the project asks for?
import type { Packages } from './packages.ts';
import type { Python } from './python.ts';

/** How the file begins, so that it can be told from a test of somebody's own. */
export const SMOKE_START = '"""A first test: are the packages there that this project asks for';

const INTRODUCTION = `${SMOKE_START}, in the versions it asks for?

Write tests of your own code beside it: functions whose names begin with test_, in files whose names do so too.
"""`;

/** Text of the test; it is `depth` folders below the project. */
export function smokeText(packages: Packages, python: Python, depth: number): string {
  const project = `PROJECT = Path(__file__).resolve().parents[${depth}]`;
  if (packages.kind === 'environment') return conda(packages.source, project);
  const isToml = ['uv', 'poetry', 'pyproject'].includes(packages.kind);
  const needsTomli = ['3.7', '3.8', '3.9', '3.10'].includes(python.version);
  const toml = needsTomli ? ['import tomli as tomllib  # comes with pytest'] : [];
  return `${[
    INTRODUCTION,
    '',
    ...(isToml && !needsTomli ? ['import tomllib'] : []),
    'from importlib.metadata import version',
    'from pathlib import Path',
    '',
    ...(isToml ? toml : []),
    'from packaging.requirements import InvalidRequirement, Requirement  # comes with pytest',
    '',
    project,
    ...(packages.ownPackages.length > 0 ? [`OWN_CODE = ${JSON.stringify(packages.ownPackages)}`] : []),
    '',
    '',
    isToml
      ? ASKED_IN_PYPROJECT
      : askedInRequirements(packages.files.filter(file => !packages.constraints.includes(file))),
    '',
    '',
    test(packages.ownPackages.length > 0),
  ].join('\n')}\n`;
}

const test = (hasOwnCode: boolean) => `def test_packages_are_there():
    for text in asked_for():
        try:
            asked = Requirement(text)
        except InvalidRequirement:
            continue  # an option, a file or an address
${hasOwnCode ? '        if asked.name.lower().replace("_", "-") in OWN_CODE:\n            continue\n' : ''}        if asked.marker is None or asked.marker.evaluate():
            assert asked.specifier.contains(version(asked.name), prereleases=True), text`;

const askedInRequirements = (files: string[]) => `def asked_for():
    for name in ${JSON.stringify(files).replaceAll('","', '", "')}:
        text = (PROJECT / name).read_text(encoding="utf-8").replace("\\\\\\n", " ")
        for line in text.splitlines():
            yield line.split(" #")[0].split(" --")[0].strip()`;

const ASKED_IN_PYPROJECT = `def asked_for():
    with open(PROJECT / "pyproject.toml", "rb") as file:
        toml = tomllib.load(file)
    yield from toml.get("project", {}).get("dependencies", [])
    # Poetry has words of its own for versions, so those are not compared.
    for name, wish in toml.get("tool", {}).get("poetry", {}).get("dependencies", {}).items():
        if name != "python" and not isinstance(wish, dict):
            yield name`;

const conda = (source: string, project: string) => `${INTRODUCTION.replace(', in the versions it asks for?', '?')}

import re
import sys
from importlib.metadata import version
from pathlib import Path

${project}


def asked_for():
    is_dependency = False
    for line in (PROJECT / "${source}").read_text(encoding="utf-8").splitlines():
        if re.match(r"\\w", line):
            is_dependency = line.startswith("dependencies:")
        entry = re.match(r"""\\s*- *["']?(?:[\\w.-]+::)?(\\w[\\w.-]*)\\s*(?:[=<>!~;\\["'# ].*)?$""", line)
        if is_dependency and entry:
            yield entry[1].lower()


def test_packages_are_there():
    conda = Path(sys.prefix, "conda-meta")
    for name in asked_for():
        assert any(conda.glob(f"{name}-*.json")) or version(name)  # those that pip has installed
`;
