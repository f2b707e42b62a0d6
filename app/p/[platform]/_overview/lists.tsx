import Link from 'next/link';
import { formatDate, formatPercent } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { Item, List, Nothing } from './list.tsx';
import type { Overview, OverviewScorecard } from './overview-data.ts';

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
      {scorecard.thin.length === 0 ? <Nothing>{t('overview.thin.none')}</Nothing> : null}
      <ul>
        {scorecard.thin.map(({ capability, coverage, reason, criteria }) => (
          <Item key={capability} href={`/p/${platform}/capabilities/${capability}`} title={nameOf(capability)}>
            {t('overview.thin.covered', { coverage: formatPercent(coverage, t.locale) })} ·{' '}
            {t('overview.thin.reason', { n: criteria, reason: t(`overview.reasons.${reason}`) })}
          </Item>
        ))}
      </ul>
      <p className="pt-1 text-xs">
        <Link href={`/p/${platform}/gaps`} prefetch={false} className="link">
          {t('gaps.link')}
        </Link>
      </p>
    </List>
  );
}

/** Where all of a kind are. */
const WHERE = {
  attestation: { decision: 'evidence/attestations', renewal: 'evidence/attestations?show=all' },
  exemption: { decision: 'backlog/exemptions', renewal: 'backlog/exemptions' },
} as const;

/** What waits for a second person, and what runs out soon. */
export function NeedsYou({ t, overview }: { t: AppText; overview: Overview }) {
  const { platform, openClaims, moreOpenClaims } = overview;
  const nameOf = (key: string) => overview.scorecard?.rows.find((row) => row.key === key)?.name ?? key;
  const home = `/p/${platform.key}/capabilities`;
  return (
    <List title={t('overview.needs.title')} about={t('overview.needs.about')}>
      {openClaims.length === 0 ? <Nothing>{t('overview.needs.none')}</Nothing> : null}
      <ul>
        {openClaims.map(({ kind, need, criterion, title, capability, at }) => (
          <Item
            key={`${kind} ${need} ${criterion} ${capability} ${at}`}
            href={`${home}/${capability ?? overview.scorecard?.rows[0]?.key ?? ''}?criterion=${criterion}`}
            title={t(`overview.needs.${need}.${kind}`, { claim: title })}
          >
            {capability === null ? t('overview.needs.platform') : nameOf(capability)} ·{' '}
            <span className="figures whitespace-nowrap">{criterion}</span> ·{' '}
            {t(`overview.needs.${need}.at`, { day: formatDate(at, t.locale, platform.timeZone) })}
          </Item>
        ))}
      </ul>
      {moreOpenClaims.length === 0 ? null : (
        <ul className="flex flex-wrap gap-x-3 pt-1 text-xs">
          {moreOpenClaims.map(({ kind, need, n }) => (
            <li key={`${kind} ${need}`}>
              <Link href={`/p/${platform.key}/${WHERE[kind][need]}`} prefetch={false} className="link">
                {t(`overview.needs.${need}.more.${kind}`, { n })}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </List>
  );
}
