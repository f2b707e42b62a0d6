import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatDate, formatPercent } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import type { Overview, OverviewScorecard } from './overview-data.ts';

type Obstacle = OverviewScorecard['obstacles'][number];

function List({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="font-semibold">{title}</h2>
      {about ? <p className="text-xs text-muted">{about}</p> : null}
      <div className="mt-2 border-t border-hairline">{children}</div>
    </section>
  );
}

function Item({ href, title, children }: { href: string; title: ReactNode; children: ReactNode }) {
  return (
    <li className="border-b border-hairline py-2 last:border-0">
      <Link href={href} prefetch={false} className="hover:underline hover:underline-offset-3">
        {title}
      </Link>
      <p className="text-xs text-muted">{children}</p>
    </li>
  );
}

const nothing = (words: string) => <p className="py-2 text-muted">{words}</p>;

function mixWords(t: AppText, { notMet, unknown }: Obstacle): string {
  if (unknown === 0) return t('overview.obstacles.mix.notMet', { n: notMet });
  if (notMet === 0) return t('overview.obstacles.mix.unknown', { n: unknown });
  return t('overview.obstacles.mix.both', { notMet, unknown });
}

/** The criteria that keep the most cells below their target. */
export function Obstacles({ t, platform, scorecard }: { t: AppText; platform: string; scorecard: OverviewScorecard }) {
  const { obstacles, moreObstacles, titles } = scorecard;
  return (
    <List title={t('overview.obstacles.title')} about={t('overview.obstacles.about')}>
      {obstacles.length === 0 ? nothing(t('overview.obstacles.none')) : null}
      <ol>
        {obstacles.map((obstacle) => {
          const { criterion, aspect, capabilities, inherited } = obstacle;
          const reach = t('overview.obstacles.reach', { n: capabilities.length });
          return (
            <Item
              key={criterion}
              href={`/p/${platform}/capabilities/${capabilities[0]}?aspect=${aspect}&criterion=${criterion}`}
              title={titles[criterion] ?? criterion}
            >
              <span className="figures">{criterion}</span> · {reach}
              {inherited ? `, ${t('overview.obstacles.platform')}` : `: ${mixWords(t, obstacle)}`}
            </Item>
          );
        })}
      </ol>
      {moreObstacles > 0 ? (
        <p className="pt-1 text-xs text-muted">{t('overview.obstacles.more', { n: moreObstacles })}</p>
      ) : null}
    </List>
  );
}

/** Capabilities of which we know least, and what is missing there most. */
export function ThinEvidence({
  t,
  platform,
  scorecard,
}: {
  t: AppText;
  platform: string;
  scorecard: OverviewScorecard;
}) {
  const nameOf = (key: string) => scorecard.rows.find((row) => row.key === key)?.name ?? key;
  return (
    <List title={t('overview.thin.title')} about={t('overview.thin.about')}>
      {scorecard.thin.length === 0 ? nothing(t('overview.thin.none')) : null}
      <ul>
        {scorecard.thin.map(({ capability, coverage, reason, criteria }) => (
          <Item key={capability} href={`/p/${platform}/capabilities/${capability}`} title={nameOf(capability)}>
            {t('overview.thin.covered', { coverage: formatPercent(coverage, t.locale) })} ·{' '}
            {t('overview.thin.reason', { n: criteria, reason: t(`overview.reasons.${reason}`) })}
          </Item>
        ))}
      </ul>
    </List>
  );
}

/** What waits for a second person, and what runs out soon. */
export function NeedsYou({ t, overview }: { t: AppText; overview: Overview }) {
  const { platform, openClaims, moreOpenClaims } = overview;
  const nameOf = (key: string) => overview.scorecard?.rows.find((row) => row.key === key)?.name ?? key;
  const home = `/p/${platform.key}/capabilities`;
  return (
    <List title={t('overview.needs.title')} about={t('overview.needs.about')}>
      {openClaims.length === 0 ? nothing(t('overview.needs.none')) : null}
      <ul>
        {openClaims.map(({ kind, need, criterion, capability, at }) => (
          <Item
            key={`${kind} ${need} ${criterion} ${capability} ${at}`}
            href={`${home}/${capability ?? overview.scorecard?.rows[0]?.key ?? ''}?criterion=${criterion}`}
            title={t(`overview.needs.${need}.${kind}`, { criterion })}
          >
            {capability === null ? t('overview.needs.platform') : nameOf(capability)} ·{' '}
            {t(`overview.needs.${need}.at`, { day: formatDate(at, t.locale, platform.timeZone) })}
          </Item>
        ))}
      </ul>
      {moreOpenClaims > 0 ? (
        <p className="pt-1 text-xs text-muted">{t('overview.needs.more', { n: moreOpenClaims })}</p>
      ) : null}
    </List>
  );
}
