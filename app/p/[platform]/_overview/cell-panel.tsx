'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatNumber, formatPercent } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { useText } from '../../../_messages/use-text.tsx';
import { buttonClass } from '../../../_ui/button.tsx';
import { isUnknown, Meter } from '../../../_ui/meter.tsx';
import { marksInOrder } from '../../../_ui/meter-paths.ts';
import { levelWords, standing } from '../../../_ui/meter-words.ts';
import { Panel } from '../../../_ui/panel.tsx';
import type { MapCell, MapNames, MapRow } from './overview-data.ts';

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4 border-b border-hairline py-1.5 last:border-0">
      <dt className="text-muted">{label}</dt>
      <dd className="text-right">{children}</dd>
    </div>
  );
}

function rangeWords(t: AppText, { low, high, level }: MapCell, levels: MapNames['levels']): string {
  const top = levelWords(t, high ?? level ?? 0, levels);
  if (low === null) return t('overview.cell.rangeOpen', { high: top });
  if (low === high) return t('overview.cell.rangeExact', { level: top });
  return t('overview.cell.rangeWords', { low: levelWords(t, low, levels), high: top });
}

function Facts({ cell, names }: { cell: MapCell; names: MapNames }) {
  const t = useText();
  return (
    <dl className="mt-4">
      <Fact label={t('overview.cell.target')}>{levelWords(t, cell.target, names.levels)}</Fact>
      <Fact label={t('overview.cell.range')}>{rangeWords(t, cell, names.levels)}</Fact>
      {cell.coverage === null ? null : (
        <Fact label={t('overview.cell.coverage')}>
          {t('overview.cell.coverageWords', { coverage: formatPercent(cell.coverage, t.locale) })}
        </Fact>
      )}
      <Fact label={t('overview.cell.confidence')}>{t(`overview.confidence.${cell.confidence ?? 'none'}`)}</Fact>
      {cell.claimed === null ? null : <Fact label={t('overview.cell.claimed')}>{cell.claimed}</Fact>}
    </dl>
  );
}

function blockersTitle(t: AppText, cell: MapCell): string {
  if (cell.level === null) return t('overview.cell.blockersFirst');
  return isUnknown(cell)
    ? t('overview.cell.blockersUnknown')
    : t('overview.cell.blockers', { level: formatNumber(cell.level, t.locale) });
}

/** What must exist is known not to: without that a cell has no level because the capability was withdrawn. */
const lacksWhatMustExist = ({ blockers }: MapCell) => blockers.some(({ state }) => state === 'not_met');

/** Why there is no level; nothing where there is one. */
function NoLevel({ cell }: { cell: MapCell }) {
  const t = useText();
  if (cell.state === 'scored') return null;
  if (cell.state === 'not_applicable') return <p className="mt-4">{t('overview.cell.notApplicable')}</p>;
  return <p className="mt-4">{t(lacksWhatMustExist(cell) ? 'overview.cell.notOffered' : 'overview.cell.withdrawn')}</p>;
}

function Blockers({ cell, names }: { cell: MapCell; names: MapNames }) {
  const t = useText();
  if (cell.blockers.length === 0) {
    return <p className="mt-5">{t(cell.next === null ? 'overview.cell.top' : 'overview.cell.nothing')}</p>;
  }
  return (
    <section className="mt-5">
      <h3 className="font-medium">{blockersTitle(t, cell)}</h3>
      <ol className="mt-1">
        {cell.blockers.map(({ id, state, reason }) => (
          <li key={id} className="border-b border-hairline py-2 last:border-0">
            <Link
              href={`/p/${names.platform}/capabilities/${cell.capability}?aspect=${cell.aspect}&criterion=${id}`}
              prefetch={false}
              className="hover:underline hover:underline-offset-3"
            >
              {names.titles[id] ?? id}
            </Link>
            <p className="text-xs text-muted">
              <span className="figures">{id}</span> ·{' '}
              {reason ? t(`overview.reasons.${reason}`) : t(`overview.states.${state}`)}
            </p>
          </li>
        ))}
      </ol>
      {cell.moreBlockers > 0 ? (
        <p className="text-xs text-muted">{t('overview.cell.more', { n: cell.moreBlockers })}</p>
      ) : null}
    </section>
  );
}

function Standing({ cell, names }: { cell: MapCell; names: MapNames }) {
  const t = useText();
  const notes = marksInOrder(cell.marks).map((mark) => t(`meter.marks.${mark}`));
  if (cell.unchecked > 0) notes.push(t('overview.cell.unchecked', { n: cell.unchecked }));
  return (
    <div className="flex items-center gap-4">
      <Meter cell={cell} size={64} steps={names.levels.length} />
      <div className="min-w-0">
        <p className="text-lg leading-6 font-semibold">{standing(t, cell, names.levels)}</p>
        {notes.map((note) => (
          <p key={note} className="text-xs text-muted">
            {note}
          </p>
        ))}
      </div>
    </div>
  );
}

/** The chosen cell in words: where it stands, how sure that is, what holds it there, where to go next. */
export function CellPanel({
  cell,
  rows,
  names,
  onClose,
}: {
  cell: MapCell | null;
  rows: MapRow[];
  names: MapNames;
  onClose: () => void;
}) {
  const t = useText();
  if (cell === null) return null;
  const capability = rows.find(({ key }) => key === cell.capability)?.name ?? cell.capability;
  const aspect = names.aspects.find(({ key }) => key === cell.aspect)?.name ?? cell.aspect;
  return (
    <Panel open title={t('overview.cell.title', { capability, aspect })} onClose={onClose}>
      <Standing cell={cell} names={names} />
      <NoLevel cell={cell} />
      {cell.state === 'scored' ? <Facts cell={cell} names={names} /> : null}
      {cell.state === 'scored' || lacksWhatMustExist(cell) ? <Blockers cell={cell} names={names} /> : null}
      <Link
        href={`/p/${names.platform}/capabilities/${cell.capability}?aspect=${cell.aspect}`}
        className={`${buttonClass('primary')} mt-5`}
      >
        {t('overview.cell.open')}
      </Link>
    </Panel>
  );
}
