import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { jira } from './jira.ts';
import type { Tracker } from './tracker.ts';

/** Every kind of tracker that improvements can be kept in step with, one line each. */
export const TRACKERS: readonly Tracker[] = [github, gitlab, jira];
