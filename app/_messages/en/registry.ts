import { kit } from './kit.ts';
import { meter } from './meter.ts';
import { shell } from './shell.ts';

/** English, the language every other follows. One file a place, one line here. */
export const en = { kit, meter, shell } as const;
