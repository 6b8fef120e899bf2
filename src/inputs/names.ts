/** Names of the action's inputs, as action.yml has them. */
export const inputNames = [
  'context',
  'file',
  'target',
  'share-target',
  'build-args',
  'secrets',
  'secret-files',
  'secret-envs',
  'ssh',
  'cache-dependency-path',
  'enable-cache',
  'save-cache',
  'cache-suffix',
  'cache-max-size',
  'mount',
  'load',
  'test-command',
  'pytest-args',
  'env',
  'working-directory',
  'workdir',
  'entrypoint',
  'user',
  'network',
  'shm-size',
  'gpus',
  'read-only',
  'timeout-minutes',
  'shard',
  'summary',
  'annotations',
  'slowest',
  'junit-file',
  'image',
  'username',
  'password',
  'github-token',
  'push',
  'tags',
  'tag-prefix',
  'overwrite',
  'labels',
  'verify-share',
  'share-file',
  'matrix',
  'job-total',
  'job-index',
  'job-container',
  'services',
] as const;

export type InputName = (typeof inputNames)[number];

/** The inputs as they were typed, trimmed; empty where not set. */
export type InputTexts = Readonly<Record<InputName, string>>;

/** Those that the runner fills in: nobody types them. */
export const filledIn: readonly InputName[] = ['matrix', 'job-total', 'job-index', 'job-container', 'services'];

/** The inputs where nothing was typed. */
export const noInputs = Object.fromEntries(inputNames.map(name => [name, ''])) as InputTexts;
