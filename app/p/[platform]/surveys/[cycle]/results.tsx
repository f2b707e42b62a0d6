import { formatDate } from '../../../../_messages/format.ts';
import { getText } from '../../../../_messages/get-text.ts';
import { EmptyState } from '../../../../_ui/empty-state.tsx';
import { Notice } from '../../../../_ui/notice.tsx';
import { ChoiceTable } from './choice-table.tsx';
import { CommentLists } from './comment-lists.tsx';
import type { ResultQuestion, Results as ResultsShape } from './cycle-shape.ts';
import { FigureTable } from './figure-table.tsx';
import { HiddenPattern } from './hidden-pattern.tsx';

/** What a survey found, capability by capability. Nothing is computed here: it is what was released at the close. */
export async function Results({ results, timeZone }: { results: ResultsShape; timeZone: string }) {
  const t = await getText();
  const { minimums, questions, earlier } = results;
  const slices = questions.flatMap((question) => question.slices);
  if (slices.every(({ shown }) => shown === 'hidden')) {
    return (
      <EmptyState title={t('surveys.results.nothingTitle')}>
        {t('surveys.results.nothing', { scores: minimums.scores })}
      </EmptyState>
    );
  }
  const byCapability = [...Map.groupBy(questions, ({ capabilityName }) => capabilityName)];
  return (
    <div className="flex flex-col gap-10">
      {slices.some(({ shown }) => shown !== 'exact') ? <Legend slices={slices} minimums={minimums} /> : null}
      {earlier !== null && slices.some(({ change }) => change !== null) ? (
        <p className="max-w-3xl text-muted">
          {t('surveys.results.comparedWith', {
            title: earlier.title,
            day: formatDate(earlier.closedAt, t.locale, timeZone),
          })}
        </p>
      ) : null}
      {byCapability.map(([name, asked]) => (
        <section key={name ?? ''} className="flex flex-col gap-6">
          <h2 className="border-b border-hairline pb-2 text-base font-semibold">
            {name ?? t('surveys.results.platform')}
          </h2>
          {asked.map((question) => (
            <QuestionResult key={question.key} question={question} minimums={minimums} />
          ))}
        </section>
      ))}
    </div>
  );
}

type Asked = { question: ResultQuestion; minimums: ResultsShape['minimums'] };

function QuestionResult({ question, minimums }: Asked) {
  if (question.kind === 'comment') return <CommentLists question={question} minimums={minimums} />;
  const hasInterval = question.slices.some(({ favourable, mean }) => favourable !== null || mean !== null);
  return hasInterval ? <FigureTable question={question} /> : <ChoiceTable question={question} />;
}

/** Why something is hidden or blurred, beside the pattern that marks it. */
async function Legend({ slices, minimums }: { slices: ResultQuestion['slices'] } & Pick<Asked, 'minimums'>) {
  const t = await getText();
  const banded = slices.some(({ shown }) => shown === 'banded');
  return (
    <Notice title={t('surveys.results.hiddenTitle')}>
      <p className="flex items-start gap-2">
        <HiddenPattern className="mt-0.5 h-4 w-10 shrink-0" />
        <span>{t('surveys.results.hiddenWhy', { scores: minimums.scores })}</span>
      </p>
      {banded ? <p className="mt-1">{t('surveys.results.bandedWhy', { twice: 2 * minimums.scores })}</p> : null}
    </Notice>
  );
}
