import type { Metadata } from 'next';
import { formatChoice, formatDateTime } from '../../../../../_messages/format.ts';
import { getText } from '../../../../../_messages/get-text.ts';
import type { AppText } from '../../../../../_messages/registry.ts';
import { found } from '../../../../../_trpc/found.ts';
import { api } from '../../../../../_trpc/server.ts';
import { ButtonLink } from '../../../../../_ui/button.tsx';
import { Notice } from '../../../../../_ui/notice.tsx';
import { PageHeader } from '../../../../../_ui/page-header.tsx';
import { platformHere } from '../../../settings/platform-here.ts';
import { DifferenceList, verdictWords } from '../../_rubrics/difference-list.tsx';
import { DraftEditor } from '../../_rubrics/draft-editor.tsx';
import { DraftFiles } from '../../_rubrics/draft-files.tsx';
import { DiscardDraft, PublishDraft } from '../../_rubrics/end-draft.tsx';
import { FileList } from '../../_rubrics/file-list.tsx';
import { FindingList } from '../../_rubrics/finding-list.tsx';
import type { Draft } from '../../_rubrics/rubrics-data.ts';

type Props = {
  params: Promise<{ platform: string; draft: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('rubrics.draft.untitled') };
}

const foundWords = (t: AppText, { findings }: Draft['judgement']) =>
  findings.length === 0 ? t('rubrics.draft.clean') : t('rubrics.draft.found', { n: findings.length });

/** Why it cannot be published yet, or what its changes ask of its version. */
function verdictOf(t: AppText, { findings, rubric, difference, exists }: Draft['judgement']) {
  if (rubric === null) return { ready: false, words: t('rubrics.draft.found', { n: findings.length }) };
  if (difference === null) return { ready: true, words: t('rubrics.verdict.first') };
  if (exists && difference.bump === 'none') {
    return { ready: false, words: t('rubrics.verdict.exists', { version: rubric.version }) };
  }
  return { ready: difference.enough, words: verdictWords(t, difference) };
}

function aboutOf(t: AppText, { basedOn, savedBy, savedAt }: Draft, timeZone: string): string {
  const saved = { name: savedBy, at: formatDateTime(savedAt, t.locale, timeZone) };
  return basedOn === null
    ? t('rubrics.draft.aboutOwn', saved)
    : t('rubrics.draft.about', { ...saved, from: basedOn.replace('@', ' ') });
}

/** Whom to ask where one may write a draft and not publish it. */
function AskToPublish({ t, publishers }: { t: AppText; publishers: Draft['publishers'] }) {
  const nobody = publishers === null || publishers.length === 0;
  return (
    <div className="pb-6">
      <Notice title={t('rubrics.draft.askTitle')}>
        {nobody ? t('rubrics.draft.ask') : t('rubrics.draft.askNamed', { names: formatChoice(publishers, t.locale) })}
      </Notice>
    </div>
  );
}

export default async function DraftPage({ params, searchParams }: Props) {
  const [{ platform, draft: id }, query, t, caller] = await Promise.all([params, searchParams, getText(), api()]);
  const [draft, here] = await Promise.all([
    found(caller.rubrics.readDraft({ platform, draft: id })),
    platformHere(platform),
  ]);
  const { files, judgement } = draft;
  const shown =
    files.find(({ file }) => file === query.file) ?? files.find(({ file }) => file === 'pack.yaml') ?? files[0];
  const path = `/p/${platform}/rubrics/drafts/${id}`;
  const line = /^\d{1,6}$/.test(String(query.line)) ? Number(query.line) : null;
  const verdict = verdictOf(t, judgement);
  const name = judgement.rubric === null ? null : `${judgement.rubric.name} ${judgement.rubric.version}`;
  return (
    <>
      <PageHeader
        title={name === null ? t('rubrics.draft.untitled') : t('rubrics.draft.title', { name })}
        about={aboutOf(t, draft, here.timeZone)}
      >
        <DiscardDraft platform={platform} draft={draft} />
        {judgement.rubric === null ? null : (
          <ButtonLink prefetch={false} href={`/p/${platform}/rubrics/dry-run?rubric=${id}`}>
            {t('rubrics.draft.tryIt')}
          </ButtonLink>
        )}
        {verdict.ready && draft.mayPublish && name !== null ? (
          <PublishDraft platform={platform} draft={draft} name={name} />
        ) : null}
      </PageHeader>
      {verdict.ready && !draft.mayPublish ? <AskToPublish t={t} publishers={draft.publishers} /> : null}
      <div className="grid gap-6 lg:grid-cols-[13rem_minmax(0,1fr)_18rem]">
        <div className="flex flex-col gap-3">
          <FileList t={t} path={path} draft={draft} current={shown?.file ?? ''} />
          <DraftFiles platform={platform} draft={draft} path={path} current={shown?.file ?? 'pack.yaml'} />
        </div>
        {shown === undefined ? null : (
          <DraftEditor
            key={shown.file}
            platform={platform}
            draft={draft}
            file={shown.file}
            text={shown.text}
            line={line}
          />
        )}
        <section aria-live="polite">
          <h2 className="font-semibold">{foundWords(t, judgement)}</h2>
          <FindingList t={t} path={path} findings={judgement.findings} />
        </section>
      </div>
      <section className="pt-8">
        <h2 className="font-semibold">{t('rubrics.draft.next')}</h2>
        <p>{verdict.words}</p>
        {judgement.difference === null ? null : <DifferenceList t={t} difference={judgement.difference} />}
      </section>
    </>
  );
}
