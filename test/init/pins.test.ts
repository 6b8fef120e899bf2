import { expect, test } from 'vitest';
import { oldestPin } from '../../src/init/pins.ts';

test.each<[string, string[], string | undefined]>([
  ['nothing that is fixed', ['numpy>=1.20\npandas'], undefined],
  ['what has wheels for all', ['numpy==2.4.6\nsix==1.16'], undefined],
  ['an old version', ['numpy==1.24.4'], '3.11'],
  ['the oldest of several', ['numpy==1.26.4\nscipy[x] == 1.7.1 ; python_version<"4"', 'pandas==2.0.0 # why'], '3.9'],
  ['one with hashes', ['Scikit_Learn==1.0.1 \\\n  --hash=sha256:00'], '3.9'],
  [
    'in a lock file, for several Pythons',
    ['[[package]]\nname = "numpy"\nversion = "1.24.4"\n\n[[package]]\nname = "numpy"\nversion = "2.4.1"\n'],
    undefined,
  ],
  ['in a lock file', ['[[package]]\nname = "numpy"\nversion = "1.26.4"\n'], '3.12'],
  ['what is no version', ['numpy==1.*'], undefined],
  ['what web applications fix', ['Flask==3.0.0\ngreenlet==3.0.1\npsycopg2-binary==2.9.10'], '3.12'],
  ['what can be installed without its compiled part', ['PyYAML==6.0.1\nMarkupSafe==2.1.3'], undefined],
])('%s', (_, texts, python) => {
  expect(oldestPin(texts)?.python).toBe(python);
});
