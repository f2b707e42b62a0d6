import Link from 'next/link';
import type { AppText } from '../../../_messages/registry.ts';
import { flipWords, placeWords } from '../../../_ui/change-words.ts';
import { Item, List, Nothing, namesOf } from './list.tsx';
import type { Insights, Overview } from './overview-data.ts';

type Moved = NonNullable<Insights['moved']>;
type Named = { t: AppText; overview: Overview; insights: Insights };

const rowName = ({ scorecard }: Overview, key: string) => scorecard?.rows.find((row) => row.key === key)?.name ?? key;

function MovedCells({ t, overview, insights, cell }: Named & { cell: Moved['cells'][number] }) {
  const { capabilities, aspect, before, after, flips, moreFlips } = cell;
  const aspectName = overview.aspects.find(({ key }) => key === aspect)?.name ?? aspect;
  return (
    <Item
      href={`/p/${overview.platform.key}/capabilities/${capabilities[0]}?aspect=${aspect}`}
      title={t('overview.moved.item', {
        cell: aspectName,
        before: placeWords(t, before, overview.levels),
        after: placeWords(t, after, overview.levels),
      })}
    >
      <p className="text-ink">
        {namesOf(
          t,
          capabilities.map((key) => rowName(overview, key)),
        )}
      </p>
      {flips.map((flip) => (
        <p key={`${flip.criterion} ${flip.why}`}>
          {flipWords(t, flip, insights.claims[flip.criterion])}
          {moreFlips > 0 ? `; ${t('moved.more', { n: moreFlips })}` : null}
        </p>
      ))}
    </Item>
  );
}

function countWords(t: AppText, { rose, fell, others }: Moved): string {
  const words = [t('overview.moved.counts', { rose, fell })];
  return (others > 0 ? [...words, t('overview.moved.others', { n: others })] : words).join(' · ');
}

/** What differs from the newest published quarter, and why. */
export function MovedSince({ t, overview, insights }: Named) {
  const { moved } = insights;
  const home = `/p/${overview.platform.key}`;
  if (moved === null) {
    return (
      <List title={t('moved.title')}>
        <Nothing>
          {t('overview.moved.notYet')}{' '}
          <Link className="link" prefetch={false} href={`${home}/reports`}>
            {t('overview.moved.freeze')}
          </Link>
        </Nothing>
      </List>
    );
  }
  const { period } = moved.since;
  const isStill = moved.rose + moved.fell + moved.others + moved.capabilities.length === 0;
  return (
    <List title={t('overview.moved.title', { period })} about={countWords(t, moved)}>
      {isStill ? <Nothing>{t('overview.moved.none', { period })}</Nothing> : null}
      <ul>
        {moved.capabilities.map(({ capability, change, cells }) => (
          <Item
            key={capability}
            href={`${home}/capabilities/${capability}`}
            title={t('overview.moved.capability', {
              capability: rowName(overview, capability),
              change: t(`moved.capability.${change}`),
            })}
          >
            <p>{t('moved.capabilityCells', { n: cells })}</p>
          </Item>
        ))}
        {moved.cells.map((cell) => (
          <MovedCells key={`${cell.capabilities[0]} ${cell.aspect}`} {...{ t, overview, insights, cell }} />
        ))}
      </ul>
      <p className="pt-1 text-xs">
        <Link className="link" prefetch={false} href={`${home}/moved`}>
          {t('overview.moved.all')}
        </Link>
        {moved.moreCells > 0 ? <span className="text-muted"> {t('moved.more', { n: moved.moreCells })}</span> : null}
      </p>
    </List>
  );
}
