import { listPlatforms } from '#db/queries/catalogue.ts';
import type { Context } from '../context.ts';
import { InputError } from './command.ts';

/** The key of the platform that a command is about; it may be left out where there is only one. */
export async function choosePlatform(ctx: Context, named: string | undefined): Promise<string> {
  const keys = (await listPlatforms(ctx.db)).map(({ key }) => key);
  const [only] = keys;
  if (only === undefined) throw new InputError('There is no platform yet.');
  if (named === undefined && keys.length === 1) return only;
  if (named === undefined) throw new InputError(`Say which one with --platform: ${keys.join(', ')}.`);
  if (!keys.includes(named)) throw new InputError(`There is no platform "${named}". There is ${keys.join(', ')}.`);
  return named;
}
