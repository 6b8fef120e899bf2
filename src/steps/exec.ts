import { spawn } from 'node:child_process';
import { getExecOutput } from '@actions/exec';
import { childEnvironment } from '../context.ts';
import { asRoot } from './root.ts';

export type Answer = { exitCode: number; stdout: string; stderr: string };

type Options = {
  /** Variables beyond the child's ordinary ones. */
  environment?: Record<string, string>;
  input?: string;
};

/** Runs a short docker command quietly. Rejects only where docker itself is missing. */
export async function docker(args: string[], options: Options = {}): Promise<Answer> {
  return getExecOutput('docker', args, {
    silent: true,
    ignoreReturnCode: true,
    env: { ...childEnvironment(), ...options.environment },
    ...(options.input === undefined ? {} : { input: Buffer.from(options.input) }),
  });
}

/** Runs a short command as root, by sudo where this process isn't; fails with its exit code where sudo wants a password. */
export async function runAsRoot(argv: string[]): Promise<Answer> {
  const [program = '', ...args] = asRoot(argv);
  return getExecOutput(program, args, { silent: true, ignoreReturnCode: true, env: childEnvironment() });
}

/** What is done with the output of a long command, chunk by chunk. */
type Follower = {
  onStdout: (chunk: Buffer) => void;
  onStderr: (chunk: Buffer) => void;
  signal: AbortSignal;
};

/**
 * Runs a long docker command and hands out its output as it comes; stops it when the signal says so.
 * Resolves with its exit code, or null where a signal ended it. (@actions/exec gives out no process to stop.)
 */
export function followDocker(args: string[], follower: Follower, options: Options = {}): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn('docker', args, {
      env: { ...childEnvironment(), ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stop = () => child.kill('SIGTERM');
    if (follower.signal.aborted) stop();
    follower.signal.addEventListener('abort', stop, { once: true });
    child.stdout.on('data', follower.onStdout);
    child.stderr.on('data', follower.onStderr);
    child.on('error', reject);
    child.on('close', code => {
      follower.signal.removeEventListener('abort', stop);
      resolve(code);
    });
  });
}
