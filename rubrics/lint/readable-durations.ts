import { parseDuration, parseWindow } from '../parse-duration.ts';
import { parseQuantity } from '../parse-threshold.ts';
import type { Parsed } from '../parsed.ts';
import { type Check, type FoundLeaf, leavesIn } from './check.ts';

/** Windows, ages and confidences can be read and make sense. */
export const readableDurations: Check = {
  key: 'readable-durations',
  find: (source) =>
    leavesIn(source).flatMap((found) =>
      readings(found).flatMap(({ field, result }) =>
        result.ok
          ? []
          : [
              {
                file: found.file,
                path: [...found.path, field],
                message: `"${field}" makes no sense`,
                instead: result.message,
              },
            ],
      ),
    ),
};

type Reading = { field: string; result: Parsed<number> };

function readings(found: FoundLeaf): Reading[] {
  const read = (field: string, text: string | undefined, parse: (text: string) => Parsed<number>): Reading[] =>
    text === undefined ? [] : [{ field, result: parse(text) }];
  if (found.kind === 'attestation') return read('valid', found.leaf.valid, parseDuration);
  const age = read('max_age', found.leaf.max_age, parseDuration);
  if (found.kind === 'metric') return [...read('window', found.leaf.window, keptWindow), ...age];
  return [...read('confidence', found.leaf.confidence, confidence), ...age];
}

/** The bundle holds 400 days. */
function keptWindow(text: string): Parsed<number> {
  const window = parseWindow(text);
  if (!window.ok || window.value <= 400 * 86_400) return window;
  return { ok: false, message: `evidence is kept for 400 days: write "400d" or less instead of "${text}"` };
}

function confidence(text: string): Parsed<number> {
  const share = parseQuantity(text, 'ratio');
  if (!share.ok || (share.value >= 0.5 && share.value < 1)) return share;
  return { ok: false, message: `write a share from 50% to 99.9%, such as "90%", instead of "${text}"` };
}
