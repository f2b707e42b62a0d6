import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { formatDate } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { ReviewClaim } from './review-claim.tsx';

export type Claim = inferRouterOutputs<AppRouter>['evidence']['listClaims'][number];

const TONES = { awaiting: 'needs-you', accepted: 'accent', rejected: 'neutral', not_needed: 'neutral' } as const;

/** Answers that people gave, and for editors the way to review those that wait. */
export async function ClaimTable({ claims, editor }: { claims: Claim[]; editor: boolean }) {
  const t = await getText();
  return (
    <Table label={t('evidence.tabClaims')}>
      <Head>
        <tr>
          <HeadCell>{t('evidence.claims.claim')}</HeadCell>
          <HeadCell>{t('evidence.claims.answer')}</HeadCell>
          <HeadCell>{t('evidence.claims.by')}</HeadCell>
          <HeadCell>{t('evidence.claims.on')}</HeadCell>
          <HeadCell>{t('evidence.claims.validUntil')}</HeadCell>
          <HeadCell>{t('evidence.claims.state')}</HeadCell>
        </tr>
      </Head>
      <Body>
        {claims.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} editor={editor} />
        ))}
      </Body>
    </Table>
  );
}

async function ClaimRow({ claim, editor }: { claim: Claim; editor: boolean }) {
  const t = await getText();
  const expired = new Date(claim.expiresAt) <= new Date();
  return (
    <Row>
      <Cell className="min-w-64">
        {claim.title ?? claim.criterion}
        <span className="block text-xs text-muted">
          <span className="figures">{claim.criterion}</span> ·{' '}
          {claim.capabilityName ?? t('evidence.detail.wholePlatform')}
        </span>
      </Cell>
      <Cell className="min-w-40">
        {claim.answer}{' '}
        {claim.link === null ? null : (
          <a className="link" href={claim.link} rel="noreferrer noopener" target="_blank">
            {t('evidence.claims.link')}
          </a>
        )}
        {claim.note === null ? null : <span className="block text-xs text-muted">{claim.note}</span>}
      </Cell>
      <Cell className="whitespace-nowrap">{claim.answeredBy}</Cell>
      <Cell className="whitespace-nowrap">{formatDate(claim.answeredAt, t.locale)}</Cell>
      <Cell className="whitespace-nowrap">
        {expired ? (
          <Badge tone="needs-you">{t('evidence.claims.expired')}</Badge>
        ) : (
          formatDate(claim.expiresAt, t.locale)
        )}
      </Cell>
      <Cell className="whitespace-nowrap">
        {editor && claim.review === 'awaiting' ? (
          <ReviewClaim id={claim.id} title={claim.title ?? claim.criterion} />
        ) : (
          <Badge tone={TONES[claim.review]}>{t(`evidence.claims.states.${claim.review}`)}</Badge>
        )}
        {claim.reviewedBy === null ? null : <span className="block text-xs text-muted">{claim.reviewedBy}</span>}
        {claim.selfApproved ? <span className="block text-xs text-muted">{t('evidence.claims.self')}</span> : null}
      </Cell>
    </Row>
  );
}
