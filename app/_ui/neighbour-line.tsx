import Link from 'next/link';
import type { AppText } from '../_messages/registry.ts';

type Props = {
  t: AppText;
  platform: string;
  neighbours: readonly { from: string; model: string; to: string }[];
  /** aspects and criteria whose neighbours are named */
  of: readonly string[];
};

/** What stands near something in other models, in one line; nothing where no crosswalk names a neighbour. */
export function NeighbourLine({ t, platform, neighbours, of }: Props) {
  const here = neighbours.filter(({ from }) => of.includes(from));
  if (here.length === 0) return null;
  const models = [...Map.groupBy(here, ({ model }) => model)].map(([model, list]) =>
    t('crosswalk.inModel', { model, names: [...new Set(list.map(({ to }) => to))].join(', ') }),
  );
  return (
    <p className="text-xs text-muted">
      <Link className="link" prefetch={false} href={`/p/${platform}/rubrics/crosswalk`}>
        {t('crosswalk.related')}
      </Link>{' '}
      {models.join('; ')}. {t('crosswalk.points')}
    </p>
  );
}
