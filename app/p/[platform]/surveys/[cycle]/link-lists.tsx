import { useState } from 'react';
import { useText } from '../../../../_messages/use-text.tsx';
import { Button } from '../../../../_ui/button.tsx';
import { downloadFile } from '../../../../_ui/download-file.ts';
import { Textarea } from '../../../../_ui/input.tsx';
import type { TeamLinks } from './cycle-shape.ts';
import { linksCsv } from './links-csv.ts';

type Props = { name: string; teams: TeamLinks[]; onDone: () => void };

/** Links by team, to be copied or taken away as one file. */
export function LinkLists({ name, teams, onDone }: Props) {
  const t = useText();
  return (
    <div className="flex flex-col gap-5">
      <p>{t('surveys.links.about')}</p>
      {teams.map((team) => (
        <TeamList key={team.team} team={team} />
      ))}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={() => downloadFile(`${name}.csv`, linksCsv(teams))}>{t('surveys.links.download')}</Button>
        <Button variant="primary" onClick={onDone}>
          {t('surveys.links.done')}
        </Button>
      </div>
    </div>
  );
}

function TeamList({ team: { team, name, links } }: { team: TeamLinks }) {
  const t = useText();
  const [copied, setCopied] = useState(false);
  const text = links.join('\n');
  return (
    <div>
      <div className="mb-1 flex items-center justify-between gap-3">
        <label htmlFor={`links-${team}`} className="font-medium">
          {name} <span className="font-normal text-muted">{t('surveys.links.count', { n: links.length })}</span>
        </label>
        <Button variant="quiet" onClick={async () => setCopied(await copy(text))} aria-live="polite">
          {t(copied ? 'surveys.links.copied' : 'surveys.links.copy')}
        </Button>
      </div>
      <Textarea
        id={`links-${team}`}
        readOnly
        rows={Math.min(6, links.length)}
        value={text}
        onFocus={(event) => event.target.select()}
        className="figures field-sizing-fixed! text-xs!"
      />
    </div>
  );
}

/** Only secure addresses have a clipboard; elsewhere the links are selected and copied by hand. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
