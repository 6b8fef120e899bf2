import { describe, expect, test } from 'vitest';
import { attachArguments } from '../../src/engine/container.ts';
import {
  type Inhabitant,
  type Shell,
  type ShellProject,
  shellCommand,
  shellContainer,
} from '../../src/laptop/shell.ts';

const ada: Inhabitant = { name: 'ada', uid: 1000, gid: 1000, home: '/home/ada/.local/state/dev-in-docker/wine/home' };
const shell: Shell = {
  ...{ id: '42', image: 'sha256:1', imageEnvironment: {}, stage: 'dev', command: [], ports: [] },
  ...{ isTerminal: true, environment: { TERM: 'xterm' } },
};
const project: ShellProject = {
  inhabitant: ada,
  workdir: '/usr/src/app/notes',
  mounts: [{ source: '/home/ada/wine', target: '/usr/src/app' }],
  volumes: [],
  jupyter: '/tmp/jupyter',
};

describe('shellContainer', () => {
  test('with a project, one is oneself and at home, and the container is locked down', () => {
    const container = shellContainer(shell, project);
    expect(container).toMatchObject({ name: 'dev-in-docker-42', label: 'dev-in-docker=42', image: 'sha256:1' });
    expect(container).toMatchObject({ user: '1000:1000', workdir: '/usr/src/app/notes', isLockedDown: true });
    // What is mounted later counts, should the project lie where the home is.
    expect(container.mounts).toEqual([{ source: ada.home, target: '/home/ada' }, ...project.mounts]);
    expect(container.options).toEqual([
      ...['--rm', ...attachArguments(true), '--hostname', 'dev'],
      ...['--env', 'HOME=/home/ada', '--env', 'USER=ada', '--env', 'LOGNAME=ada', '--env', 'TERM=xterm'],
    ]);
  });

  test('without one, it is the image as it is', () => {
    const container = shellContainer(shell);
    expect(container).toMatchObject({ mounts: [], volumes: [], isLockedDown: false });
    expect(container.user ?? container.workdir).toBeUndefined();
    expect(container.options).not.toContain('HOME=/home/ada');
  });

  test('without a terminal it gets none', () => {
    expect(shellContainer({ ...shell, isTerminal: false }, project).options).not.toContain('--tty');
  });

  test('with a port it has the settings for Jupyter, before those of the image', () => {
    const ports = [{ host: 8888, container: 8888 }];
    const imageEnvironment = { JUPYTER_CONFIG_PATH: '/etc/ours' };
    const { mounts, options } = shellContainer({ ...shell, ports, imageEnvironment }, project);
    expect(mounts).toContainEqual({ source: '/tmp/jupyter', target: '/opt/dev-in-docker/jupyter', isReadOnly: true });
    expect(options).toContain('JUPYTER_CONFIG_PATH=/etc/ours:/opt/dev-in-docker/jupyter');
    expect(options).toContain('127.0.0.1:8888:8888');
  });

  test('a user database that knows the person lies over that of the image', () => {
    const { mounts } = shellContainer(shell, { ...project, inhabitant: { ...ada, passwd: '/tmp/passwd' } });
    expect(mounts).toContainEqual({ source: '/tmp/passwd', target: '/etc/passwd', isReadOnly: true });
  });

  test.each([
    ['dev', 'dev'],
    ['dev_2.x', 'dev-2-x'],
    ['_', 'dev'],
  ])('the stage %s gives the host name %s', (stage, hostname) => {
    const { options } = shellContainer({ ...shell, stage }, project);
    expect(options[options.indexOf('--hostname') + 1]).toBe(hostname);
  });
});

test('a command is run as it is, and none is a shell', () => {
  expect(shellCommand(['python', '-c', 'a b'])).toEqual(['python', '-c', 'a b']);
  expect(shellCommand([]).join(' ')).toContain('bash');
});
