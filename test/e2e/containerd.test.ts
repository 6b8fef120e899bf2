import { describeBadInput } from './bad-input.ts';
import { describeCache } from './cache.ts';
import { describeFaults } from './faults.ts';
import { taking, useLab } from './lab.ts';
import { describeMount } from './mount.ts';
import { describeOptions } from './options.ts';
import { describePublishing } from './publish.ts';
import { describeRuns } from './run.ts';

const lab = useLab('containerd');
describeMount(lab, 'all');
describeCache(taking('ordinary', lab));
describeRuns(lab);
describeRuns(taking('ordinary', lab));
describeOptions(lab);
describePublishing(lab);
describeFaults(taking('ordinary', lab), 'all');
describeBadInput(lab);
