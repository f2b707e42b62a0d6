import { charts } from './charts.ts';
import { kit } from './kit.ts';
import { meter } from './meter.ts';
import { overview } from './overview.ts';
import { shell } from './shell.ts';

/** English, the language every other follows. One file a place, one line here. */
export const en = { charts, kit, meter, overview, shell } as const;
