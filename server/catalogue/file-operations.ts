import { z } from 'zod';
import { operation, type Path } from '../rest/operation.ts';
import { exportFile } from './export-file.ts';
import { keyField } from './fields.ts';
import { importFile } from './import-file.ts';
import { previewFile } from './preview-file.ts';

export const importedSchema = z.strictObject({ added: z.int(), changed: z.int(), same: z.int() });
const changeSchema = z.strictObject({ column: z.string(), from: z.string(), to: z.string() });
export const previewSchema = z.strictObject({
  delimiter: z.string(),
  columns: z.array(z.string()),
  add: z.int(),
  change: z.int(),
  same: z.int(),
  bad: z.int(),
  rows: z.array(
    z.strictObject({ row: z.int(), subject: z.string(), isNew: z.boolean(), changes: z.array(changeSchema) }),
  ),
  problems: z.array(z.strictObject({ row: z.int(), column: z.string().nullable(), reason: z.string() })),
  problemCount: z.int(),
});

type Kind = 'teams' | 'capabilities' | 'targets';

const text = { csv: z.string().describe('The text of the file; its first row names the columns.') };
const named = { ...text, fileName: z.string().max(200).default('').describe('Kept in the audit log.') };

/** Taking a part of the catalogue out as CSV, looking at what a file would do, and taking one in. */
const described = (kind: Kind, base: Path) =>
  ({
    take: {
      method: 'GET',
      path: `${base}/file`,
      scope: 'read',
      summary: `The ${kind} as the text of a CSV file, as an import takes it.`,
      output: z.strictObject({ fileName: z.string(), csv: z.string() }),
    },
    look: {
      method: 'POST',
      path: `${base}/preview`,
      scope: 'catalogue:write',
      summary: `Says row by row what a CSV file of ${kind} would do. Writes nothing.`,
      output: previewSchema,
    },
    put: {
      method: 'POST',
      path: `${base}/import`,
      scope: 'catalogue:write',
      summary: `Takes in a CSV file of ${kind}: every row, or none where one is wrong.`,
      output: importedSchema,
    },
  }) as const;

function ofPlatform(kind: Exclude<Kind, 'teams'>) {
  const { take, look, put } = described(kind, `/platforms/{platform}/${kind}`);
  const place = { platform: keyField };
  return [
    operation({ ...take, input: z.strictObject(place), run: (ctx, given) => exportFile(ctx, { kind, ...given }) }),
    operation({
      ...look,
      input: z.strictObject({ ...place, ...text }),
      run: (ctx, given) => previewFile(ctx, { kind, ...given }),
    }),
    operation({
      ...put,
      input: z.strictObject({ ...place, ...named }),
      run: (ctx, given) => importFile(ctx, { kind, ...given }),
    }),
  ];
}

function ofTeams() {
  const kind = 'teams';
  const { take, look, put } = described(kind, '/teams');
  return [
    operation({ ...take, input: z.strictObject({}), run: (ctx) => exportFile(ctx, { kind }) }),
    operation({ ...look, input: z.strictObject(text), run: (ctx, given) => previewFile(ctx, { kind, ...given }) }),
    operation({ ...put, input: z.strictObject(named), run: (ctx, given) => importFile(ctx, { kind, ...given }) }),
  ];
}

export const catalogueFileOperations = [...ofTeams(), ...ofPlatform('capabilities'), ...ofPlatform('targets')];
