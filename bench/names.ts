// What a reader sees in place of the short words of results.json.

import type { ImageStore } from '../test/lab/client.ts';
import type { ProjectName } from './projects.ts';
import type { Cell, WayName } from './results.ts';

export const WAY_NAMES: Readonly<Record<WayName, string>> = {
  action: 'this action',
  plain: 'docker build and run, no cache',
  present: 'docker run, image in the engine',
  gha: 'setup-buildx, build-push, type=gha',
  local: 'setup-buildx, type=local, actions/cache',
  venv: 'no Docker: cached venv',
  pip: 'no Docker: cached pip downloads',
};

export const CELL_NAMES: Readonly<Record<Cell, string>> = {
  cold: 'cold',
  first: 'first warm job, no order known',
  warm: 'warm',
  changed: 'one requirement added',
  slow: 'warm, line of 20 MB/s',
  fast: 'warm, line of 100 MB/s',
};

export const STORE_NAMES: Readonly<Record<ImageStore, string>> = {
  containerd: 'containerd store',
  classic: 'classic store',
};

export const PROJECT_NAMES: Readonly<Record<ProjectName, string>> = {
  science: 'examples/science',
  'science-uv': 'the same with uv',
  small: 'pytest only',
  'grown-0.3': 'pytest and 0.3 GB of data',
  'grown-3': 'pytest and 3 GB of data',
};
