// What helps where publishing did not work: in a job, and on a person's own machine.
import type { PublishFacts } from '../share/steps/publish.ts';

type Trouble = 'taken' | 'moved' | 'login-failed' | 'no-credentials' | 'denied' | 'rate-limited' | 'unreachable';

/** Whom it is told to, who may not write, and the cure of each trouble; without a full stop. */
export type Cures = { subject: string } & Record<Extract<PublishFacts['outcome'], Trouble>, string>;

/** Whoever reads it can change the workflow. */
export function jobCures(host: string): Cures {
  return {
    subject: 'This job',
    taken: 'Push a new tag, or set overwrite: true',
    moved:
      'another job publishes under the same name. Let one of them do it, with "concurrency:" in the workflow, and run this one again',
    'login-failed': 'check the inputs username and password',
    'no-credentials': 'Set the inputs username and password, or log in to it before this step',
    denied:
      host === 'ghcr.io'
        ? 'give it "permissions: {contents: read, packages: write}" and let the package accept this repository (its settings, "Manage Actions access"), or set push: false'
        : 'check that the account of the input username may push there, or set push: false',
    'rate-limited': 'run this job again later, or log in with an account that may make more',
    unreachable: 'run this job again; what is there already is not sent twice',
  };
}

/** Whoever reads it has Docker's own login. */
export function localCures(host: string): Cures {
  const login = `docker login${host === 'docker.io' ? '' : ` ${host}`}`;
  const token =
    host === 'ghcr.io'
      ? `log in with "${login}" as somebody who may, with a token that has the scope write:packages as the password`
      : `log in with "${login}" as somebody who may`;
  return {
    subject: 'You',
    taken: 'Tag the commit with a new version, or add --overwrite',
    moved: 'somebody else publishes under the same name. Publish once more when they are done',
    'login-failed': `log in once more with "${login}"`,
    'no-credentials': `Log in first, with "${login}"`,
    denied: `${token}, and look whether the name is right`,
    'rate-limited': `try again later, or log in with "${login}" as somebody who may make more`,
    unreachable: 'try again; what is there already is not sent twice',
  };
}
