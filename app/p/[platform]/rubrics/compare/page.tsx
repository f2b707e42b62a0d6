import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../../_messages/get-text.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { found } from '../../../../_trpc/found.ts';
import { api } from '../../../../_trpc/server.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Select } from '../../../../_ui/input.tsx';
import { PageHeader } from '../../../../_ui/page-header.tsx';
import { DifferenceList, verdictWords } from '../_rubrics/difference-list.tsx';

type Props = {
  params: Promise<{ platform: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('rubrics.compare.title') };
}

function Ends({ t, names, from, to }: { t: AppText; names: string[]; from: string; to: string }) {
  const end = (name: 'from' | 'to', value: string) => (
    <Field label={t(`rubrics.compare.${name}`)}>
      {(control) => (
        <Select {...control} name={name} defaultValue={value}>
          {names.map((one) => (
            <option key={one} value={one}>
              {one.replace('@', ' ')}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <form method="get" className="grid max-w-2xl items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
      {end('from', from)}
      {end('to', to)}
      <Button type="submit" className="justify-self-start">
        {t('rubrics.compare.show')}
      </Button>
    </form>
  );
}

export default async function CompareRubricsPage({ params, searchParams }: Props) {
  const [{ platform }, query, t, caller] = await Promise.all([params, searchParams, getText(), api()]);
  const { versions } = await found(caller.rubrics.list({ platform }));
  const names = versions.map(({ name }) => name);
  const packOf = (name: string) => name.split('@')[0];
  const one = (name: string) => names.find((known) => known === query[name]);
  const from = one('from') ?? versions.find(({ inUse }) => inUse)?.name ?? names[0] ?? '';
  const to = one('to') ?? names.find((name) => name !== from && packOf(name) === packOf(from)) ?? from;
  const difference = await found(caller.rubrics.compare({ platform, from, to }));
  return (
    <>
      <PageHeader
        title={t('rubrics.compare.title')}
        about={t('rubrics.compare.between', { from: from.replace('@', ' '), to: to.replace('@', ' ') })}
      />
      <Ends t={t} names={names} from={from} to={to} />
      <p className="pt-6">{from === to ? t('rubrics.compare.choose') : verdictWords(t, difference)}</p>
      {packOf(from) === packOf(to) ? (
        <DifferenceList t={t} difference={difference} />
      ) : (
        <p className="pt-1">
          <Link className="link" href={`/p/${platform}/rubrics/crosswalk`}>
            {t('crosswalk.title')}
          </Link>
        </p>
      )}
    </>
  );
}
