import type { Command } from '../command.ts';
import { backup } from './backup.ts';
import { bundle } from './bundle.ts';
import { demo } from './demo.ts';
import { diff } from './diff.ts';
import { explain } from './explain.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { lint } from './lint.ts';
import { plan } from './plan.ts';
import { restore } from './restore.ts';
import { score } from './score.ts';
import { tokenCreate } from './token-create.ts';
import { userCreate } from './user-create.ts';
import { verify } from './verify.ts';

/** Every command, in the order in which help lists them. */
export const COMMANDS: readonly Command[] = [
  score,
  explain,
  plan,
  lint,
  diff,
  bundle,
  importCommand,
  exportCommand,
  verify,
  backup,
  restore,
  demo,
  tokenCreate,
  userCreate,
];
