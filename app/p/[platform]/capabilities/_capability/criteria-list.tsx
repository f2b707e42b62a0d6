import Link from 'next/link';
import type { AppText } from '../../../../_messages/registry.ts';
import { classNames } from '../../../../_ui/class-names.ts';
import { addressOf, type Capability, type CriterionRow, type OpenCell } from './capability-data.ts';
import { countWords, stateWords } from './capability-words.ts';
import { StateIcon } from './state-icon.tsx';

type Place = { t: AppText; page: Capability; open: OpenCell };

/** Needs no attention: met (for a symptom: absent), or left out. */
function isSettled({ state, role, counts }: CriterionRow): boolean {
  if (state === 'exempt' || state === 'not_applicable') return true;
  if (counts !== null) return counts.value !== null && counts.value >= counts.target;
  return role === 'limiter' ? state === 'not_met' : state === 'met';
}

/** Counts towards the level: no symptom, in force, and about this capability. */
function isAsked({ state, role }: CriterionRow): boolean {
  return role !== 'limiter' && state !== 'not_applicable' && state !== 'announced';
}

function CriterionLink({ t, page, open, row }: Place & { row: CriterionRow }) {
  const current = open.criterion?.id === row.id;
  const part = page.aspects.find(({ key }) => key === open.aspect)?.parts?.find(({ key }) => key === row.part)?.name;
  return (
    <li className="border-b border-hairline last:border-0">
      <Link
        href={addressOf(page, { aspect: open.aspect, criterion: row.id })}
        scroll={false}
        prefetch={false}
        aria-current={current ? 'true' : undefined}
        className={classNames(
          'flex min-h-9 gap-2.5 rounded-sm px-2 py-2 -outline-offset-2',
          current ? 'bg-accent-soft forced-colors:outline-2' : 'hover:bg-sunken',
        )}
      >
        <span className="pt-0.5">
          <StateIcon row={row} />
        </span>
        <span className="min-w-0">
          <span className={classNames('block', row.blocking && 'font-medium')}>{row.title}</span>
          <span className="block text-xs text-muted">
            <span className="figures">{row.id}</span> · {stateWords(t, row)}
            {row.counts === null ? null : ` · ${countWords(t, row.counts)}`}
            {part === undefined ? null : ` · ${part}`}
            {row.role === 'required' ? null : ` · ${t(`capability.roles.${row.role}`)}`}
            {row.inherited ? ` · ${t('capability.criteria.whole')}` : null}
          </span>
        </span>
      </Link>
    </li>
  );
}

function LevelGroup({ t, page, open, level, rows }: Place & { level: number; rows: CriterionRow[] }) {
  const aspect = page.aspects.find(({ key }) => key === open.aspect);
  const settled = rows.filter(isSettled);
  const asked = rows.filter(isAsked);
  const open_ = rows.filter((row) => !isSettled(row)).toSorted((a, b) => Number(b.blocking) - Number(a.blocking));
  const name = aspect?.cells[String(level)]?.name ?? page.levels.find((one) => one.level === level)?.name ?? '';
  return (
    <section className="pt-5">
      <h3 className="flex items-baseline justify-between gap-4 border-b border-hairline pb-1">
        <span className="font-medium">{t('capability.criteria.level', { level, name })}</span>
        <span className="text-xs text-muted">
          {asked.length === 0
            ? null
            : t(page.addsUp ? 'capability.criteria.reached' : 'capability.criteria.met', {
                met: asked.filter(isSettled).length,
                n: asked.length,
              })}
        </span>
      </h3>
      <ul>
        {open_.map((row) => (
          <CriterionLink key={row.id} t={t} page={page} open={open} row={row} />
        ))}
      </ul>
      {settled.length === 0 ? null : (
        <details open={settled.some(({ id }) => id === open.criterion?.id)}>
          <summary className="rounded-sm px-2 py-2 text-xs text-muted hover:text-ink pointer-coarse:min-h-11">
            {t('capability.criteria.folded', { n: settled.length })}
          </summary>
          <ul>
            {settled.map((row) => (
              <CriterionLink key={row.id} t={t} page={page} open={open} row={row} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The criteria of the open aspect by level: levels that block first, in them what blocks first, what is settled folded. */
export function CriteriaList({ t, page, open }: Place) {
  const levels = [...Map.groupBy(open.criteria, ({ level }) => level)].toSorted(([a], [b]) => a - b);
  const blocks = ([, rows]: (typeof levels)[number]) => rows.some(({ blocking }) => blocking);
  const ordered = [...levels.filter(blocks), ...levels.filter((level) => !blocks(level))];
  return (
    <>
      {ordered.map(([level, rows]) => (
        <LevelGroup key={level} t={t} page={page} open={open} level={level} rows={rows} />
      ))}
    </>
  );
}
