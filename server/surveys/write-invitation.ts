import type { SurveyAddress } from '#db/queries/survey-addresses.ts';
import type { Context } from '../context.ts';
import { english } from '../notices/english.ts';
import { oneClickAddress, SURVEY, signUnsubscription, unsubscribePage } from '../notices/unsubscribe-token.ts';
import { writeMessage } from '../notices/write-message.ts';
import { minutesOf, parseQuestions } from './asked-question.ts';
import type { Cycle } from './cycle.ts';

type Invitation = { cycle: Cycle; timeZone: string; due: SurveyAddress; link: string };

/** The mail that asks somebody without an account. It names nobody but who asks, and links to the form and to its own end. */
export function writeInvitation(ctx: Context, { cycle, timeZone, due, link }: Invitation) {
  const words = english.survey;
  const { title, askedBy, purpose, closesAt } = cycle;
  const reminder = due.reminder === 1;
  const token = signUnsubscription(ctx.secret, { subject: due.id, kind: SURVEY });
  const until = closesAt === null ? [] : [words.until(english.time(closesAt, timeZone))];
  const letter = writeMessage({
    subject: reminder ? words.reminder(title) : title,
    paragraphs: [
      words.asks(askedBy, title),
      purpose,
      [words.minutes(minutesOf(parseQuestions(cycle.questions))), ...until].join(' '),
    ],
    items: [],
    button: { label: words.button, href: link },
    after: [...(reminder ? [words.alike] : []), words.link, words.promise],
    footer: words.why(askedBy),
    unsubscribe: { label: words.unsubscribe, href: unsubscribePage(ctx.publicUrl, token) },
  });
  return { ...letter, unsubscribe: oneClickAddress(ctx.publicUrl, token) };
}
