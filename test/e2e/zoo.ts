import type { Files } from './project.ts';
import { tiny } from './project.ts';

/** All that an image may hold which could come out differently when it is mounted, even where the checkout lies directly below the root. */
const Dockerfile = `FROM python:3.11-slim AS dev
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir --requirement requirements.txt
RUN mkdir inside && echo image > inside/file
RUN useradd --uid 4711 analyst && mkdir -p "/opt/zoo/größe und 空" /opt/data /top-dir
RUN cd /opt/zoo && echo a > a && ln a hard && ln -s a soft && ln -s /nowhere dangling && ln -s "/opt/zoo/größe und 空" far && mkfifo pipe && echo d > doomed
RUN cd /opt/zoo && chmod 4755 a && chown 4711:4711 "größe und 空" && chmod 0750 "größe und 空" && rm doomed
RUN cd /opt/zoo && truncate --size 5M sparse && echo > "$(printf 'line\\nbreak')" && install --mode 0600 /dev/null secret
RUN python -c "import os, struct; os.setxattr('/opt/zoo/hard', 'security.capability', struct.pack('<5I', 0x2000000, 1024, 0, 0, 0))"
RUN echo top > /top-file && chmod 640 /top-file && ln -s opt/zoo /top-link && echo kept > /opt/data/kept && chmod 1777 /opt/data
RUN printf '#!/bin/sh\\nexec env ENTRY=yes "$@"\\n' > /entry && chmod 755 /entry && rm /etc/issue
ENV GREETING="hello world" ODD='a "b" $c = d' EMPTY=
VOLUME /opt/data /top-dir /opt/absent /absent /app/inside
EXPOSE 8080
STOPSIGNAL SIGINT
USER analyst
ENTRYPOINT ["/entry"]

FROM dev AS share
`;

/** Prints what it sees, as JSON between two marks. */
const test_zoo = `import json, os, stat, subprocess, sys

def attributes(path):
    # A squashfs without any attribute can't even be asked for them.
    try:
        names = os.listxattr(path, follow_symlinks=False)
    except OSError:
        names = []
    return {name: os.getxattr(path, name, follow_symlinks=False).hex() for name in names}

def look(path):
    info = os.lstat(path)
    seen = {
        "mode": oct(info.st_mode), "owner": [info.st_uid, info.st_gid], "attributes": attributes(path),
    }
    # Of folders, overlays make up some, and the engine changes others: it puts places for its mounts into them.
    if stat.S_ISREG(info.st_mode):
        seen.update(links=info.st_nlink, size=info.st_size, time=int(info.st_mtime))
    if stat.S_ISLNK(info.st_mode):
        seen["target"] = os.readlink(path)
    if stat.S_ISDIR(info.st_mode) and os.access(path, os.R_OK):
        seen["names"] = sorted(os.listdir(path))
    return seen

def attempt(action):
    try:
        action()
        return "done"
    except OSError as error:
        return type(error).__name__

def status(name):
    with open("/proc/self/status") as lines:
        return next(line.split(":")[1].strip() for line in lines if line.startswith(name + ":"))

def test_zoo(capsys):
    paths = ["/opt/zoo/" + name for name in os.listdir("/opt/zoo")] + ["/opt/zoo", "/opt/data", "/opt/data/kept", "/opt/absent", "/absent", "/app/inside",
        "/top-file", "/top-link", "/top-dir", "/entry", "/bin", "/usr", "/usr/bin/env", "/etc", "/etc/group", "/tmp", "/var/tmp"]
    seen = {
        "files": {path: look(path) for path in sorted(paths)},
        "root": sorted(name for name in os.listdir("/") if name != ".dockerenv"),
        "environment": {name: value for name, value in os.environ.items() if name not in ("HOSTNAME", "PYTEST_CURRENT_TEST")},
        "process": {name: status(name) for name in ("Uid", "Gid", "Groups", "CapEff", "CapBnd", "NoNewPrivs", "Seccomp", "Umask")},
        "folder": os.getcwd(),
        "python": [sys.executable, sys.version],
        "attempts": {
            "write to /absent": attempt(lambda: open("/absent/new", "w").close()),
            "write to inside": attempt(lambda: open("inside/new", "w").close()),
            "write to /opt/data": attempt(lambda: open("/opt/data/new", "w").close()),
            "write to /opt/zoo": attempt(lambda: open("/opt/zoo/new", "w").close()),
            "write to /": attempt(lambda: open("/new", "w").close()),
            "write to /tmp": attempt(lambda: open("/tmp/new", "w").close()),
            "remove from /usr": attempt(lambda: os.remove("/usr/bin/env")),
            "change the root": attempt(lambda: os.chroot("/")),
            "read a secret": attempt(lambda: open("/opt/zoo/secret").close()),
            "host names": attempt(lambda: open("/etc/hosts").close()),
        },
        "link": os.path.samefile("/opt/zoo/a", "/opt/zoo/hard"),
        "network": attempt(lambda: subprocess.check_output(["getent", "hosts", "localhost"])),
    }
    with capsys.disabled():
        print("\\nSEEN" + json.dumps(seen, sort_keys=True))
`;

/** A project whose test prints what it sees of such an image. */
export const zoo: Files = tiny({ Dockerfile, 'test_zoo.py': test_zoo, 'inside/file': 'checkout' });

/** What the test of a job saw. */
export function seenIn(log: string): unknown {
  const seen = /SEEN(\{.*\})/.exec(log)?.[1];
  if (seen === undefined) throw new Error(`The test printed nothing:\n${log}`);
  return JSON.parse(seen);
}
