import Link from 'next/link';
import { formatNumber } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { actionOf, findingsOf, type GapCell, type Gaps, type Pair, sentenceOf } from './gaps-data.ts';

type Gap = GapCell['gaps'][number];
type Props = { t: AppText; read: Gaps; pair: Pair; nameOf: (cell: GapCell) => string };

function Finding({
  t,
  cell,
  gap,
  platform,
  name,
}: {
  t: AppText;
  cell: GapCell;
  gap: Gap;
  platform: string;
  name: string;
}) {
  const sentence = sentenceOf(gap);
  if (sentence === null) return null;
  const level = (view: Gap['higher']) => formatNumber(cell[view] ?? 0, t.locale, 1);
  const words = {
    ...{ higher: t(`gaps.views.${gap.higher}`), high: level(gap.higher) },
    ...{ lower: t(`gaps.views.${gap.lower}`).toLowerCase(), low: level(gap.lower) },
  };
  return (
    <li className="border-b border-hairline py-2.5 last:border-0">
      <Link
        href={`/p/${platform}/capabilities/${cell.capability}?aspect=${cell.aspect}`}
        prefetch={false}
        className="font-medium hover:underline hover:underline-offset-3"
      >
        {name}
      </Link>
      <p>
        {t('gaps.findings.levels', words)}. {t(`gaps.says.${sentence}`)}
      </p>
      <p className="text-xs text-muted">
        <Link href={actionOf(platform, cell, gap)} prefetch={false} className="link">
          {t(`gaps.does.${sentence}`)}
        </Link>
      </p>
    </li>
  );
}

/** Every gap between two views that evidence carries, with what it says and what to do next. */
export function FindingList({ t, read, pair, nameOf }: Props) {
  const found = findingsOf(read.cells, pair);
  return (
    <section className="min-w-0">
      <h2 className="font-semibold">{t('gaps.findings.title', { n: found.length })}</h2>
      {found.length === 0 ? <p className="mt-2 text-muted">{t('gaps.findings.none')}</p> : null}
      <ul className="mt-1">
        {found.map(({ cell, gap }) => (
          <Finding
            key={`${cell.capability} ${cell.aspect} ${gap.higher} ${gap.lower}`}
            {...{ t, cell, gap, platform: read.platform.key, name: nameOf(cell) }}
          />
        ))}
      </ul>
    </section>
  );
}
