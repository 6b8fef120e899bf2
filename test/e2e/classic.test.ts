import { describeCache } from './cache.ts';
import { describeFaults } from './faults.ts';
import { useLab } from './lab.ts';
import { describePublishing } from './publish.ts';
import { describePlugin } from './pytest-plugin.ts';
import { describeRuns } from './run.ts';

const lab = useLab('classic');
describeCache(lab);
describeRuns(lab);
describePublishing(lab);
describeFaults(lab, 'those that the image store matters for');
describePlugin(lab);
