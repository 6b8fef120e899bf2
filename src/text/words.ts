// A job and a person at their own machine call some things by different names, and do some in different ways.
import type { Words } from './sentence.ts';

/** Words for such things, to be put into sentences. */
export const words = {
  checkout: { job: 'checkout', person: 'project' },
  nothingThere: {
    job: 'the workspace is empty. Did you run actions/checkout? Put "- uses: actions/checkout@v7" before this step',
    person: 'the folder is empty',
  },
  plainerFolder: {
    job: 'Check out into a folder with a plainer name',
    person: 'Move the project into a folder with a plainer name',
  },
  filesThemselves: {
    job: 'write "lfs: true" under "with:" of actions/checkout',
    person: 'run "git lfs install", then "git lfs pull"',
  },
  keepNoCredential: {
    job: 'write "persist-credentials: false" under "with:" of actions/checkout',
    person: 'let git ask a credential helper in place of its configuration ("git remote set-url")',
  },
  canRead: { job: 'this job can read', person: 'you can read' },
  setVariable: { job: 'set it with env: on this step', person: 'export it first' },
  noVariables: {
    job: "the runner's own variables are never passed on",
    person: "this machine's own variables are not passed on",
  },
  whyEmpty: {
    job: 'GitHub gives none to pull requests from forks and from Dependabot',
    person: 'check where the values come from',
  },
  startAgent: {
    job: 'start one in an earlier step, which sets SSH_AUTH_SOCK',
    person: 'start one, which sets SSH_AUTH_SOCK',
  },
  moreMemory: { job: 'use a larger runner', person: 'give Docker more memory' },
  noEntrypoint: { job: 'set entrypoint: none', person: 'add --entrypoint none' },
  letFailuresPass: {
    job: 'If that is meant, mark them with xfail, or set continue-on-error: true on this step',
    person: 'If that is meant, mark them with xfail',
  },
  seeLog: { job: 'see the log', person: 'see above' },
  seeLogsEnd: { job: 'see the end of the log', person: 'see above' },
} satisfies Record<string, Words>;
