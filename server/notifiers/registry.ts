import { email } from './email.ts';
import type { Notifier } from './notifier.ts';

/** Every way to reach people. */
export const NOTIFIERS: readonly Notifier[] = [email];
