import { describeCache } from './cache.ts';
import { describeFaults } from './faults.ts';
import { taking, useLab } from './lab.ts';
import { describeMount } from './mount.ts';
import { describePublishing } from './publish.ts';
import { describePublishFaults } from './publish-faults.ts';
import { describePlugin } from './pytest-plugin.ts';
import { describeRuns } from './run.ts';

const lab = useLab('classic');
describeMount(lab, 'those that the image store matters for');
describeCache(taking('ordinary', lab));
describeRuns(lab);
describeRuns(taking('ordinary', lab));
describePublishing(lab);
describePublishFaults(lab);
describeFaults(taking('ordinary', lab), 'those that the image store matters for');
describePlugin(lab);
