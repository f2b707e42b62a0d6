import Link from 'next/link';
import type { ReactNode } from 'react';
import { standingOf } from '#rubrics/scoring/effect.ts';
import { formatDate } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { proposeAddress } from '../../backlog/_backlog/backlog-data.ts';
import { EstimateField } from '../../backlog/planner/budget/estimate-field.tsx';
import type { Capability, Criterion } from './capability-data.ts';
import { countWords, isSymptom, stateWords } from './capability-words.ts';
import { Claims } from './claims.tsx';
import { CriterionActions } from './criterion-actions.tsx';
import { Evidence } from './evidence.tsx';
import { ItemTarget } from './item-target.tsx';
import { StateIcon } from './state-icon.tsx';

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-hairline pt-3">
      <h3 className="pb-1 text-xs font-medium text-muted">{title}</h3>
      {children}
    </section>
  );
}

/** What an approval adds to the state: when, until when, and whether it stands on one person alone. */
function approvalWords(t: AppText, { exemption, notApplicable }: Criterion): string | null {
  const approval = exemption ?? notApplicable;
  if (approval === null) return null;
  const day = formatDate(approval.approvedAt, t.locale);
  const words =
    exemption === null
      ? t('capability.approved', { day })
      : t('capability.approvedUntil', { day, until: formatDate(exemption.expiresAt, t.locale) });
  return approval.selfApproved ? `${words} · ${t('capability.selfApproved')}` : words;
}

function State({ t, platform, criterion }: { t: AppText; platform: string; criterion: Criterion }) {
  const { own, capsAt, state } = criterion;
  const notes = [
    approvalWords(t, criterion),
    criterion.target === undefined ? null : countWords(t, { value: criterion.value ?? null, target: criterion.target }),
    own === undefined ? null : t(`capability.own.${own}`),
    capsAt !== null && state === 'met' ? t('capability.caps', { level: capsAt }) : null,
  ].filter((words) => words !== null);
  return (
    <div className="flex gap-2.5">
      <span className="pt-0.5">
        <StateIcon row={criterion} />
      </span>
      <div>
        <p className="font-medium">{stateWords(t, criterion)}</p>
        {notes.map((note) => (
          <p key={note} className="text-muted">
            {note}
          </p>
        ))}
        {state === 'announced' ? (
          <Link className="link" prefetch={false} href={`/p/${platform}/rubrics#announced`}>
            {t('capability.announcedEffect')}
          </Link>
        ) : null}
      </div>
    </div>
  );
}

/** Where an improvement of a criterion is proposed; null where one may not, or it is where one wants it. */
function improveAddress(page: Capability, criterion: Criterion, mayPropose: boolean): string | null {
  const standing = standingOf(criterion);
  if (!mayPropose || standing === null || standing === 'reached') return null;
  return proposeAddress(page.platform.key, { criterion: criterion.id, capability: criterion.about });
}

/** About how long it takes; whoever may answer for it may say something else than the rubric. */
function Effort({ t, page, criterion, mayAct }: Omit<Props, 'mayPropose'> & { mayAct: boolean }) {
  const { id, about, effort, isOwnEffort } = criterion;
  if (!mayAct)
    return effort === null ? null : <p className="mt-1 text-muted">{t('capability.effort', { n: effort })}</p>;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-2 text-muted">
      {t('budget.days')}
      <EstimateField
        key={id}
        platform={page.platform.key}
        place={{ criterion: id, capability: about }}
        about={about === null ? t('budget.platform') : page.capability.name}
        days={effort}
        isOwn={isOwnEffort}
        mayChange
      />
    </div>
  );
}

type Props = { t: AppText; page: Capability; criterion: Criterion; mayPropose: boolean };

/** What it claims, and which kind of criterion it is. */
function Head({ t, criterion }: Pick<Props, 't' | 'criterion'>) {
  return (
    <header>
      <h2 className="text-base leading-6 font-semibold">{criterion.title}</h2>
      <p className="mt-1 flex flex-wrap gap-1.5">
        <Badge>
          <span className="figures">{criterion.id}</span>
        </Badge>
        <Badge>{t(`capability.roles.${criterion.role}`)}</Badge>
        {criterion.part === null ? null : <Badge>{criterion.part}</Badge>}
        {criterion.inherited ? <Badge>{t('capability.criteria.whole')}</Badge> : null}
      </p>
    </header>
  );
}

/** What must hold before any answer but the least may be given. */
function Quality({ t, criterion }: Pick<Props, 't' | 'criterion'>) {
  if (criterion.quality.length === 0) return null;
  return (
    <Part title={t('capability.quality.title')}>
      <ul className="list-disc pl-5">
        {criterion.quality.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Part>
  );
}

/** The chosen criterion: what it claims, how it stands, on what evidence, how to meet it, and what one may do about it here. */
export function CriterionDetail({ t, page, criterion, mayPropose }: Props) {
  const improve = improveAddress(page, criterion, mayPropose);
  const mayAct = criterion.about === null ? page.rights.answerForPlatform : page.rights.answer;
  return (
    <article className="grid gap-4">
      <Head t={t} criterion={criterion} />
      <State t={t} platform={page.platform.key} criterion={criterion} />
      {criterion.state === 'not_applicable' && criterion.notApplicable === null ? null : (
        <>
          {criterion.test === null ? null : (
            <Part title={t('capability.evidence')}>
              <Evidence t={t} criterion={criterion} now={page.now} />
            </Part>
          )}
          {page.rights.aim && criterion.target !== undefined && criterion.answerNames.length > 0 ? (
            <ItemTarget
              key={`aim-${criterion.id}`}
              place={{ platform: page.platform.key, capability: page.capability.key, criterion: criterion.id }}
              answers={criterion.answerNames}
              target={criterion.target}
            />
          ) : null}
          <Claims t={t} criterion={criterion} mayAct={mayAct} />
          {mayAct || improve !== null ? (
            <CriterionActions
              key={criterion.id}
              place={{ platform: page.platform.key, criterion: criterion.id, capability: criterion.about }}
              criterion={criterion}
              mayAnswer={mayAct}
              mayAsk={mayAct && !criterion.requests.some(({ isStanding }) => isStanding)}
              improve={improve}
              today={page.now.slice(0, 10)}
            />
          ) : null}
          {!mayAct && page.rights.answer && criterion.about === null ? (
            <p className="text-xs text-muted">{t('capability.actions.onlyEditors')}</p>
          ) : null}
        </>
      )}
      <Quality t={t} criterion={criterion} />
      <Part title={t(isSymptom(criterion) ? 'capability.howSymptom' : 'capability.how')}>
        <p>{criterion.how}</p>
        {criterion.example === null ? null : (
          <p className="mt-1">{t('capability.example', { example: criterion.example })}</p>
        )}
        <Effort t={t} page={page} criterion={criterion} mayAct={mayAct} />
      </Part>
      <Part title={t('capability.why')}>
        <p>{criterion.why}</p>
      </Part>
    </article>
  );
}
