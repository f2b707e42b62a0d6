import { prometheus } from './prometheus.ts';
import type { Source } from './source.ts';

/** Every kind of source that Plumbline asks by itself, one line each. */
export const SOURCES: readonly Source[] = [prometheus];
