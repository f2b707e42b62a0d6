import { z } from 'zod';
import { REASONS, STATES, VERDICTS } from './states.ts';

/** Apart from the names themselves: what scores in a browser checks nothing and carries no schema library. */
export const stateSchema = z.enum(STATES);
export const reasonSchema = z.enum(REASONS);
export const verdictSchema = z.enum(VERDICTS);
