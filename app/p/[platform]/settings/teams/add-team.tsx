'use client';

import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { TeamDialog } from './team-dialog.tsx';
import type { Team } from './team-order.ts';

export function AddTeam({ teams }: { teams: Team[] }) {
  const t = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t('settings.teams.add')}
      </Button>
      {open ? <TeamDialog team={null} teams={teams} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
