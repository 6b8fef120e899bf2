// What the image store makes no difference for.

import { describeBadInput } from './bad-input.ts';
import { describeHostileTests } from './hostile.ts';
import { useLab } from './lab.ts';
import { useLaptop } from './laptop.ts';
import { describeDevCommand } from './laptop-dev.ts';
import { describeDoctor } from './laptop-doctor.ts';
import { describeInit } from './laptop-init.ts';
import { describeShareCommand } from './laptop-share.ts';
import { describeTestCommand } from './laptop-test.ts';
import { describeLegs } from './legs.ts';
import { describeOptions } from './options.ts';
import { describePlaces } from './places.ts';
import { describePlugin } from './pytest-plugin.ts';
import { describeSigns } from './signs.ts';

const lab = useLab('classic', 'any-store');
describePlugin(lab);
describeBadInput(lab);
describeOptions(lab);
describeSigns(lab);
describePlaces(lab);
describeHostileTests(lab);
describeInit(files => useLaptop(lab, files));
describeDevCommand(lab, 'all');
describeTestCommand(lab);
describeShareCommand(lab);
describeDoctor(lab);
describeLegs(lab);
