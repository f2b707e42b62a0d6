import { formatDate } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import type { Criterion, Metric, Test } from './capability-data.ts';
import { ageWords, answerWords } from './capability-words.ts';
import { MetricEvidence } from './metric-evidence.tsx';
import { SurveyEvidence } from './survey-evidence.tsx';

type Known = { t: AppText; criterion: Criterion; now: string };

type Attested = {
  t: AppText;
  leaf: Extract<Test, { kind: 'attestation' }>;
  names: Criterion['answerNames'];
  now: string;
};

function AttestationEvidence({ t, leaf, names, now }: Attested) {
  const { answer, required, linkRequired, link, expiresAt } = leaf;
  const isOver = expiresAt !== null && expiresAt <= now;
  const facts = [
    leaf.answeredFor === undefined ? null : t('capability.answeredFor', { criterion: leaf.answeredFor }),
    ageWords(t, leaf),
    expiresAt === null
      ? null
      : t(isOver ? 'capability.expired' : 'capability.expires', { day: formatDate(expiresAt, t.locale) }),
    leaf.selfApproved ? t('capability.selfApproved') : null,
  ].filter((words) => words !== null);
  return (
    <div>
      <p className="font-medium">{t('capability.attestation')}</p>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2">
        <span>
          {answer === null
            ? t('capability.noAnswer')
            : t('capability.answered', { answer: answerWords(t, answer, names) })}
        </span>
        <span className="text-muted">
          {t(linkRequired ? 'capability.needsAnswerLink' : 'capability.needsAnswer', {
            answer: answerWords(t, required, names),
          })}
        </span>
      </p>
      {link === null ? null : (
        <a href={link} rel="noreferrer noopener" target="_blank" className="link break-all">
          {link}
        </a>
      )}
      {leaf.awaitingReview ? <p className="text-needs-you">{t('capability.awaitingReview')}</p> : null}
      {facts.length === 0 ? null : <p className="text-xs text-muted">{facts.join(' · ')}</p>}
    </div>
  );
}

function metricsOf(test: Test): Metric[] {
  if ('children' in test) return test.children.flatMap(metricsOf);
  return test.kind === 'metric' ? [test] : [];
}

function Node({ t, criterion, now, test, metrics }: Known & { test: Test; metrics: Metric[] }) {
  if ('children' in test) {
    return (
      <div>
        <p className="text-muted">{t(`capability.combine.${test.kind}`, { count: test.count ?? 1 })}</p>
        <ul className="mt-2 grid gap-4 border-l border-hairline pl-3">
          {test.children.map((child) => (
            <li key={JSON.stringify(child)}>
              <Node t={t} criterion={criterion} now={now} test={child} metrics={metrics} />
            </li>
          ))}
        </ul>
      </div>
    );
  }
  if (test.kind === 'attestation') {
    return <AttestationEvidence t={t} leaf={test} names={criterion.answerNames} now={now} />;
  }
  if (test.kind === 'survey') return <SurveyEvidence t={t} leaf={test} criterion={criterion} />;
  return (
    <MetricEvidence
      t={t}
      leaf={test}
      criterion={criterion}
      history={criterion.histories[metrics.indexOf(test)] ?? []}
    />
  );
}

/** Everything a criterion's test saw, drawn leaf by leaf as the test combines them. */
export function Evidence({ t, criterion, now }: Known) {
  if (criterion.test === null) return null;
  return <Node t={t} criterion={criterion} now={now} test={criterion.test} metrics={metricsOf(criterion.test)} />;
}
