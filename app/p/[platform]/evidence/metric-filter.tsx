import Link from 'next/link';
import { getText } from '../../../_messages/get-text.ts';
import { Button } from '../../../_ui/button.tsx';
import { Field } from '../../../_ui/field.tsx';
import { Input, Select } from '../../../_ui/input.tsx';
import { type MetricSearch, SHOWN } from './metric-search.ts';

/** Search and filter, kept in the address; works without a script. */
export async function MetricFilter({ search, home }: { search: MetricSearch; home: string }) {
  const t = await getText();
  const words = {
    all: t('evidence.showAll'),
    fresh: t('evidence.fresh'),
    stale: t('evidence.stale'),
    never: t('evidence.never'),
  };
  return (
    <search>
      <form action={home} className="mb-4 flex flex-wrap items-end gap-3">
        <div className="w-full sm:w-72">
          <Field label={t('evidence.search')}>
            {(control) => (
              <Input
                {...control}
                type="search"
                name="q"
                defaultValue={search.words}
                placeholder={t('evidence.searchHint')}
              />
            )}
          </Field>
        </div>
        <div className="w-44">
          <Field label={t('evidence.show')}>
            {(control) => (
              <Select {...control} name="show" defaultValue={search.show}>
                {SHOWN.map((one) => (
                  <option key={one} value={one}>
                    {words[one]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Button type="submit">{t('evidence.apply')}</Button>
        {search.words !== '' || search.show !== 'all' ? (
          <Link className="link self-center" href={home}>
            {t('evidence.clear')}
          </Link>
        ) : null}
      </form>
    </search>
  );
}
