import { listAssessments } from '../../assessments/list-assessments.ts';
import type { Context } from '../../context.ts';
import { REPORT_FORMATS } from '../../report-formats/registry.ts';
import { exportReport } from '../../reports/export-report.ts';
import { choosePlatform } from '../choose-platform.ts';
import { type Command, InputError, UsageError } from '../command.ts';
import { withSession } from '../open-session.ts';
import { writeFile } from '../write-file.ts';

const FORMATS = REPORT_FORMATS.map(({ key }) => key);

export const exportCommand: Command = {
  name: 'export',
  summary: 'Writes the report of a frozen quarter; as JSON it is what "verify" reads.',
  words: ['[PERIOD]'],
  options: {
    format: { value: FORMATS.join('|'), about: 'default json' },
    out: { value: 'FILE', about: 'default: standard output' },
    platform: { value: 'KEY', about: 'may be left out where there is only one' },
  },
  run: async (given, { out, err }) => {
    const format = given.maybe('format') ?? 'json';
    if (!FORMATS.includes(format)) throw new UsageError(`--format is one of ${FORMATS.join(', ')}.`);
    await withSession(async (ctx) => {
      const platform = await choosePlatform(ctx, given.maybe('platform'));
      const id = await chooseAssessment(ctx, platform, given.words[0]);
      const { content } = await exportReport(ctx, { platform, id, format });
      const path = given.maybe('out');
      if (path === undefined) out(content);
      else {
        writeFile(path, content);
        err(`Written to ${path}.\n`);
      }
    });
    return 0;
  },
};

/** The published assessment of a period, or the newest published one. */
async function chooseAssessment(ctx: Context, platform: string, period: string | undefined): Promise<string> {
  const { assessments } = await listAssessments(ctx, { platform });
  const published = assessments.filter(({ state }) => state === 'published');
  const found = published.find((one) => period === undefined || one.period === period);
  if (found !== undefined) return found.id;
  const known = published.map((one) => one.period).join(', ') || 'none';
  throw new InputError(`No published quarter ${period ?? ''} of ${platform}. Published: ${known}.`);
}
