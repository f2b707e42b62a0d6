import { getText } from '../../../../_messages/get-text.ts';
import type { ResultQuestion, ResultSlice, Results } from './cycle-shape.ts';
import { HiddenPattern } from './hidden-pattern.tsx';

/** What people wrote: of everybody at once, and folded by team where a team is large enough. */
export async function CommentLists({ question, minimums }: { question: ResultQuestion } & Pick<Results, 'minimums'>) {
  const t = await getText();
  const [everybody, ...teams] = question.slices;
  return (
    <section>
      <h3 className="font-medium">{question.text}</h3>
      {everybody === undefined || everybody.comments === null ? (
        <p className="mt-2 flex items-center gap-2 text-muted">
          <HiddenPattern className="h-4 w-10 shrink-0" />
          {t('surveys.results.commentsHidden', minimums)}
        </p>
      ) : (
        <>
          <p className="mb-2 text-xs text-muted">{t('surveys.results.noteMixed')}</p>
          <Comments slice={everybody} none={t('surveys.results.noComments')} />
          {teams.map((slice) =>
            slice.comments === null ? null : (
              <details key={slice.audience} className="mt-3">
                <summary className="font-medium">
                  {t('surveys.results.commentsOf', { group: slice.name ?? '' })}
                </summary>
                <Comments slice={slice} none={t('surveys.results.noComments')} />
              </details>
            ),
          )}
        </>
      )}
    </section>
  );
}

function Comments({ slice, none }: { slice: ResultSlice; none: string }) {
  const texts = slice.comments ?? [];
  if (texts.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul className="max-w-2xl divide-y divide-hairline">
      {texts.map((text, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same words
        <li key={i} className="py-2 whitespace-pre-line">
          {text}
        </li>
      ))}
    </ul>
  );
}
