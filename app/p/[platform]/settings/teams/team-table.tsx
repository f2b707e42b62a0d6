'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Badge } from '../../../../_ui/badge.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import { TeamDialog } from './team-dialog.tsx';
import type { PlacedTeam, Team } from './team-order.ts';

type Props = { shown: PlacedTeam[]; teams: Team[]; flat: boolean; editor: boolean };

/** The teams, each under the one that it belongs to; where only some are shown, with the way to them. */
export function TeamTable({ shown, teams, flat, editor }: Props) {
  const t = useText();
  const [edited, setEdited] = useState<Team | null>(null);
  return (
    <>
      <Table label={t('settings.teams.title')}>
        <Head>
          <tr>
            <HeadCell>{t('settings.teams.name')}</HeadCell>
            <HeadCell>{t('settings.teams.key')}</HeadCell>
            <HeadCell>{t('settings.teams.contact')}</HeadCell>
            {editor ? (
              <HeadCell className="relative">
                <span className="sr-only">{t('settings.edit')}</span>
              </HeadCell>
            ) : null}
          </tr>
        </Head>
        <Body>
          {shown.map((placed) => (
            <Row key={placed.team.key}>
              <Cell className="min-w-48">
                <TeamName placed={placed} flat={flat} />
              </Cell>
              <Cell className="figures text-muted">{placed.team.key}</Cell>
              <Cell className="max-w-60 break-words text-muted">{placed.team.contact}</Cell>
              {editor ? (
                <Cell className="text-right">
                  <Button
                    variant="quiet"
                    aria-label={t('settings.editOne', { name: placed.team.name })}
                    onClick={() => setEdited(placed.team)}
                  >
                    {t('settings.edit')}
                  </Button>
                </Cell>
              ) : null}
            </Row>
          ))}
        </Body>
      </Table>
      {edited === null ? null : (
        <TeamDialog key={edited.key} team={edited} teams={teams} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

/** Steps beyond these are not moved further in, so that a deep tree still fits a phone. */
const DEEPEST = 6;
const STEP_REM = 1.25;

function TeamName({ placed: { team, depth, above }, flat }: { placed: PlacedTeam; flat: boolean }) {
  const t = useText();
  const parent = above.at(-1);
  const steps = flat ? 0 : Math.min(depth, DEEPEST);
  return (
    <span className="flex items-center gap-2" style={{ paddingInlineStart: `${steps * STEP_REM}rem` }}>
      {steps > 0 ? <span aria-hidden="true" className="-ml-4 h-px w-2.5 shrink-0 bg-line" /> : null}
      <span className="min-w-0">
        {flat && above.length > 0 ? <span className="block text-xs text-muted">{above.join(' › ')}</span> : null}
        <span className={steps === 0 && !flat ? 'font-medium' : undefined}>{team.name}</span>
        {parent === undefined ? null : <span className="sr-only"> {t('catalogue.teams.within', { parent })}</span>}
      </span>
      {team.archived ? <Badge>{t('settings.teams.archived')}</Badge> : null}
    </span>
  );
}
