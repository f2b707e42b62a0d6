import Link from 'next/link';
import { getText } from '../../../../_messages/get-text.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Checkbox, Input } from '../../../../_ui/input.tsx';

type Props = { home: string; words: string; withArchived: boolean; shown: number };

/** Search, kept in the address; works without a script. */
export async function TeamFilter({ home, words, withArchived, shown }: Props) {
  const t = await getText();
  return (
    <search>
      <form action={home} className="mb-4 flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="w-full sm:w-64">
          <Field label={t('catalogue.teams.search')}>
            {(control) => (
              <Input
                {...control}
                type="search"
                name="q"
                maxLength={100}
                defaultValue={words}
                placeholder={t('catalogue.teams.searchHint')}
              />
            )}
          </Field>
        </div>
        <Checkbox
          label={t('catalogue.teams.showArchived')}
          name="archived"
          value="yes"
          defaultChecked={withArchived}
          className="self-center sm:pt-5"
        />
        <Button type="submit">{t('catalogue.teams.apply')}</Button>
        <p className="self-center text-muted sm:pt-5">{t('catalogue.teams.count', { n: shown })}</p>
        {words === '' && !withArchived ? null : (
          <Link className="link self-center sm:pt-5" href={home}>
            {t('catalogue.teams.clear')}
          </Link>
        )}
      </form>
    </search>
  );
}
