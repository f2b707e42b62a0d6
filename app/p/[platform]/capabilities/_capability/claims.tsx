import type { ReactNode } from 'react';
import { formatDate } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import type { Answer, Criterion, Request } from './capability-data.ts';
import { answerWords } from './capability-words.ts';
import { JudgeButtons, WithdrawButton } from './claim-buttons.tsx';

function reviewWords(t: AppText, { review, reviewedBy }: Answer): string {
  if (review === 'rejected' && reviewedBy === null) return t('capability.reviews.replaced');
  return t(`capability.reviews.${review}`, { name: reviewedBy ?? '' });
}

function decisionWords(t: AppText, { decision, decidedBy, isOver, expiresAt }: Request): string {
  if (decision === 'approved' && isOver && expiresAt !== null) {
    return t('capability.decisions.over', { day: formatDate(expiresAt, t.locale) });
  }
  return t(`capability.decisions.${decision}`, { name: decidedBy ?? '' });
}

function Claim({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <li className="border-b border-hairline py-2 first:pt-0 last:border-0 last:pb-0">
      <p>{title}</p>
      {children}
    </li>
  );
}

const quiet = (words: (string | null)[]) => (
  <p className="text-xs text-muted">{words.filter((word) => word !== null).join(' · ')}</p>
);

function AnswerItem({ t, answer, names }: { t: AppText; answer: Answer; names: Criterion['answerNames'] }) {
  const by = t('capability.by', { name: answer.by, day: formatDate(answer.at, t.locale) });
  return (
    <Claim title={t('capability.answered', { answer: answerWords(t, answer.answer, names) })}>
      {answer.note === null ? null : <p className="text-muted">{answer.note}</p>}
      {answer.link === null ? null : (
        <a href={answer.link} rel="noreferrer noopener" target="_blank" className="link break-all">
          {answer.link}
        </a>
      )}
      {quiet([
        by,
        reviewWords(t, answer),
        answer.reviewNote,
        answer.selfApproved ? t('capability.selfApproved') : null,
        answer.carriedFrom === null ? null : t('capability.carriedFrom', { id: answer.carriedFrom }),
      ])}
      {answer.mayReview ? <JudgeButtons kind="answer" id={answer.id} /> : null}
    </Claim>
  );
}

function RequestItem({ t, request, mayAct }: { t: AppText; request: Request; mayAct: boolean }) {
  const by = t('capability.by', { name: request.by, day: formatDate(request.at, t.locale) });
  const until =
    request.expiresAt === null ? null : t('capability.until', { day: formatDate(request.expiresAt, t.locale) });
  return (
    <Claim title={t(`capability.kinds.${request.kind}`)}>
      <p className="text-muted">{request.reason}</p>
      {quiet([
        by,
        until,
        decisionWords(t, request),
        request.decisionNote,
        request.selfApproved ? t('capability.selfApproved') : null,
        request.carriedFrom === null ? null : t('capability.carriedFrom', { id: request.carriedFrom }),
      ])}
      {request.mayDecide ? <JudgeButtons kind="request" id={request.id} /> : null}
      {mayAct && request.isStanding ? <WithdrawButton id={request.id} /> : null}
    </Claim>
  );
}

function Claimed({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-hairline pt-3">
      <h3 className="pb-1 text-xs font-medium text-muted">{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

/** What people said about a criterion and asked for, with what became of it; whoever may judge does it here. */
export function Claims({ t, criterion, mayAct }: { t: AppText; criterion: Criterion; mayAct: boolean }) {
  return (
    <>
      {criterion.answers.length === 0 ? null : (
        <Claimed title={t('capability.answersGiven')}>
          {criterion.answers.map((answer) => (
            <AnswerItem key={answer.id} t={t} answer={answer} names={criterion.answerNames} />
          ))}
        </Claimed>
      )}
      {criterion.requests.length === 0 ? null : (
        <Claimed title={t('capability.requests')}>
          {criterion.requests.map((request) => (
            <RequestItem key={request.id} t={t} request={request} mayAct={mayAct} />
          ))}
        </Claimed>
      )}
    </>
  );
}
