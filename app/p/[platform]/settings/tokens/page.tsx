import { formatDate } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import { api } from '../../../../_trpc/server.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { platformHere } from '../platform-here.ts';
import { SectionHeader } from '../section-header.tsx';
import { AddToken } from './add-token.tsx';
import { RevokeToken } from './revoke-token.tsx';

/** What each role may hand out to a machine; the server decides, this only keeps the form honest. */
const OWNED = ['read', 'attestations:write', 'backlog:write'] as const;
const EDITED = [
  ...OWNED,
  'metrics:write',
  'reviews:write',
  'catalogue:write',
  'surveys:write',
  'sources:write',
  'assessments:write',
  'rubrics:write',
] as const;
const OFFERED = { viewer: ['read'], owner: OWNED, editor: EDITED, admin: [...EDITED, 'admin'] } as const;

export default async function TokensPage({ params }: { params: Promise<{ platform: string }> }) {
  const t = await getText();
  const { key: platform, role } = await platformHere((await params).platform);
  const { people } = await api();
  const [tokens, me] = await Promise.all([people.listTokens({ platform }), people.me()]);
  const add = <AddToken platform={platform} scopes={[...OFFERED[role ?? 'viewer']]} everywhere={me.admin} />;
  if (tokens.length === 0) {
    return (
      <EmptyState title={t('settings.tokens.emptyTitle')} action={add}>
        {t('settings.tokens.empty')}
      </EmptyState>
    );
  }
  return (
    <>
      <SectionHeader title={t('settings.tokens.title')} about={t('settings.tokens.about')}>
        {add}
      </SectionHeader>
      <Table label={t('settings.tokens.title')}>
        <Head>
          <tr>
            <HeadCell>{t('settings.tokens.name')}</HeadCell>
            <HeadCell>{t('settings.tokens.prefix')}</HeadCell>
            <HeadCell>{t('settings.tokens.scopes')}</HeadCell>
            <HeadCell>{t('settings.tokens.madeBy')}</HeadCell>
            <HeadCell>{t('settings.tokens.lastUsed')}</HeadCell>
            <HeadCell>{t('settings.tokens.expires')}</HeadCell>
            <HeadCell className="relative">
              <span className="sr-only">{t('settings.tokens.revoke')}</span>
            </HeadCell>
          </tr>
        </Head>
        <Body>
          {tokens.map((token) => (
            <Row key={token.id} className={token.state === 'active' ? undefined : 'text-muted'}>
              <Cell>
                <span className="flex flex-wrap items-center gap-2">
                  {token.name}
                  {token.platform === null ? <Badge>{t('settings.tokens.everywhere')}</Badge> : null}
                  {token.state === 'active' ? null : <Badge>{t(`settings.tokens.states.${token.state}`)}</Badge>}
                </span>
              </Cell>
              <Cell className="figures">{token.prefix}…</Cell>
              <Cell className="figures text-xs">{token.scopes.join(', ')}</Cell>
              <Cell>{token.madeBy ?? t('settings.tokens.operator')}</Cell>
              <Cell>{token.lastUsedOn ? formatDate(token.lastUsedOn, t.locale) : t('settings.tokens.never')}</Cell>
              <Cell>{formatDate(token.expiresAt, t.locale)}</Cell>
              <Cell className="text-right">
                {token.state === 'active' ? <RevokeToken token={{ id: token.id, name: token.name }} /> : null}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </>
  );
}
