import { describeBadInput } from './bad-input.ts';
import { describeCache } from './cache.ts';
import { describeFaults } from './faults.ts';
import { useLab } from './lab.ts';
import { describePublishing } from './publish.ts';
import { describeRuns } from './run.ts';

const lab = useLab('containerd');
describeCache(lab);
describeRuns(lab);
describePublishing(lab);
describeFaults(lab, 'all');
describeBadInput(lab);
