import { getText } from '../../../../_messages/get-text.ts';
import { Button } from '../../../../_ui/button.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input, Select } from '../../../../_ui/input.tsx';
import type { Search } from './search.ts';

/** The filter is a plain form, so that it lives in the address and works without a script. */
export async function AuditFilter({ search, everything }: { search: Search; everything: boolean }) {
  const t = await getText();
  return (
    <form method="get" className="mb-6 grid items-end gap-3 sm:grid-cols-[1fr_1fr_auto_auto_auto]">
      {everything ? (
        <Field label={t('settings.audit.scope')}>
          {(control) => (
            <Select {...control} name="of" defaultValue={search.of}>
              <option value="here">{t('settings.audit.thisPlatform')}</option>
              <option value="all">{t('settings.audit.everything')}</option>
            </Select>
          )}
        </Field>
      ) : null}
      <Field label={t('settings.audit.action')}>
        {(control) => (
          <Input
            {...control}
            name="action"
            defaultValue={search.action}
            placeholder={t('settings.audit.actionExample')}
          />
        )}
      </Field>
      <Field label={t('settings.audit.from')}>
        {(control) => <Input {...control} type="date" name="from" defaultValue={search.from} />}
      </Field>
      <Field label={t('settings.audit.to')}>
        {(control) => <Input {...control} type="date" name="to" defaultValue={search.to} />}
      </Field>
      <Button type="submit">{t('settings.audit.apply')}</Button>
    </form>
  );
}
