import type { inferRouterOutputs } from '@trpc/server';
import type { ReactNode } from 'react';
import type { AppRouter } from '#server/router.ts';
import { getText } from '../../../../_messages/get-text.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { Cell, Row } from '../../../../_ui/table.tsx';
import { RoleBadge } from './role-badge.tsx';

type Person = inferRouterOutputs<AppRouter>['people']['list'][number];

export async function PersonRow({
  person,
  teamNames,
  everywhere,
  children,
}: {
  person: Person;
  teamNames: Map<string, string>;
  /** may take away roles that hold on every platform */
  everywhere: boolean;
  children: ReactNode;
}) {
  const t = await getText();
  return (
    <Row>
      <Cell>
        <span className="flex items-center gap-2">
          {person.name}
          {person.deactivated ? <Badge>{t('settings.people.deactivated')}</Badge> : null}
        </span>
      </Cell>
      <Cell className="text-muted">{person.email}</Cell>
      <Cell>
        <span className="flex flex-wrap items-center gap-1.5">
          {person.roles.map((role) => (
            <RoleBadge
              key={role.id}
              role={{ ...role, team: role.team && (teamNames.get(role.team) ?? role.team) }}
              name={person.name}
              removable={everywhere || role.platform !== null}
            />
          ))}
          {person.roles.length === 0 ? <span className="text-muted">{t('settings.people.noRoles')}</span> : null}
        </span>
      </Cell>
      <Cell>
        <span className="flex justify-end gap-1">{children}</span>
      </Cell>
    </Row>
  );
}
