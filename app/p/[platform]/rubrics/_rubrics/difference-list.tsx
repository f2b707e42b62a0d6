import type { AppText } from '../../../../_messages/registry.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import type { Change, Difference } from './rubrics-data.ts';

const KINDS = ['retargeted', 'removed', 'added', 'reworded'] as const;
const TONES = { none: 'neutral', patch: 'neutral', minor: 'accent', major: 'needs-you' } as const;
const FIELDS = [
  ...(['aspect', 'level', 'scope', 'role', 'caps_at', 'title', 'why', 'how', 'test', 'applies_to'] as const),
  ...(['effective_from', 'effort', 'guard', 'tags', 'example', 'needs', 'text', 'description', 'name'] as const),
  ...(['summary', 'targets', 'default', 'mandatory', 'groups', 'group', 'roll_up', 'model', 'version', 'url'] as const),
  ...(['license', 'attribution', 'floor', 'parts', 'part', 'weight', 'cells', 'answer_sets', 'answers'] as const),
  ...(['value', 'options', 'examples', 'quality', 'renamed', 'consumption', 'question', 'criterion'] as const),
  'not_applicable',
] as const;

/** A path in words, from the field inwards; what has no words of its own as the pack writes it. */
function fieldWords(t: AppText, path: string): string {
  // what was renamed goes by the id of a criterion, which has a dot of its own
  const parts = path.startsWith('renamed.') ? ['renamed', path.slice('renamed.'.length)] : path.split('.');
  const words = parts.map((part) => {
    const known = FIELDS.find((one) => one === part);
    return known === undefined ? part : t(`rubrics.fields.${known}`);
  });
  return words.join(' · ');
}

function Fields({ t, change }: { t: AppText; change: Change }) {
  const fields = change.fields.filter(({ field }) => field !== 'id');
  if (fields.length === 0) return null;
  return (
    <dl className="grid gap-x-4 gap-y-2 pt-1 sm:grid-cols-[8rem_1fr]">
      {fields.map(({ field, before, after }) => (
        <div key={field} className="contents">
          <dt className="text-xs text-muted">{fieldWords(t, field)}</dt>
          <dd className="min-w-0 break-words">
            {before === null && after === null ? t('rubrics.compare.order') : null}
            {before === null ? null : (
              <p className="text-muted">
                <span className="text-xs">{t('rubrics.compare.was')}</span> <del className="no-underline">{before}</del>
              </p>
            )}
            {after === null ? null : (
              <p>
                <span className="text-xs text-muted">{t('rubrics.compare.now')}</span>{' '}
                <ins className="no-underline">{after}</ins>
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type Item = { t: AppText; change: Change; renamed: Difference['renamed'] };

/** The number of a criterion or the key of another part; of one that has another id now, or lives on in another, both. */
function idWords({ t, change: { part, id, kind, fields }, renamed }: Item): string {
  if (part !== 'criterion') return id;
  const hasOther = kind === 'removed' || fields.some(({ field }) => field === 'id');
  const pair = hasOther ? renamed.find(({ from, to }) => id === (kind === 'removed' ? from : to)) : undefined;
  return pair === undefined ? id : t('moved.renamed', pair);
}

function ChangeItem({ t, change, renamed }: Item) {
  const { part, name, bump, reused } = change;
  return (
    <li className="border-b border-hairline py-3 last:border-0">
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <span className="text-xs text-muted">{t(`rubrics.parts.${part}`)}</span>
        {part === 'pack' ? null : <span className="figures text-muted">{idWords({ t, change, renamed })}</span>}
        <span className="font-medium">{name}</span>
        <Badge tone={TONES[bump]}>{t(`rubrics.bumps.${bump}`)}</Badge>
        {reused ? <span className="text-xs">{t('rubrics.compare.reused')}</span> : null}
      </p>
      <Fields t={t} change={change} />
    </li>
  );
}

/** What the changes ask of the version, and whether it says so. */
export function verdictWords(t: AppText, { after, bump, rightVersion, enough }: Difference): string {
  if (bump === 'none') return t('rubrics.compare.same');
  if (rightVersion === null) return t('rubrics.compare.twoPacks');
  const values = { bump: t(`rubrics.bumps.${bump}`), right: rightVersion, version: after.version };
  return t(enough ? 'rubrics.verdict.enough' : 'rubrics.verdict.short', values);
}

/** What differs between two versions, the weightiest first, with old and new text. */
export function DifferenceList({ t, difference }: { t: AppText; difference: Difference }) {
  const { changes, renamed } = difference;
  return (
    <>
      {KINDS.map((kind) => {
        const of = changes.filter((change) => change.kind === kind);
        if (of.length === 0) return null;
        return (
          <section key={kind} className="pt-6">
            <h2 className="border-b border-hairline pb-1 font-semibold">
              {t(`rubrics.kinds.${kind}`)} <span className="figures font-normal text-muted">{of.length}</span>
            </h2>
            <ul>
              {of.map((change) => (
                <ChangeItem key={`${change.part} ${change.id}`} t={t} change={change} renamed={renamed} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
