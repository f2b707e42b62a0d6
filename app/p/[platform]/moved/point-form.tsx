import { formatDate } from '../../../_messages/format.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { Button } from '../../../_ui/button.tsx';
import { Field } from '../../../_ui/field.tsx';
import { Input, Select } from '../../../_ui/input.tsx';
import type { Points, Search } from './moved-data.ts';

type Props = { t: AppText; points: Points; search: Search };

/** One end of the comparison: a quarter from the list, or any day that has been scored. */
function Ends({ t, points, search, end }: Props & { end: 'from' | 'to' }) {
  const { quarters, days, platform } = points;
  return (
    <>
      <Field label={t(`moved.${end}`)}>
        {(control) => (
          <Select {...control} name={end} defaultValue={search[end]}>
            <option value="">{t(end === 'from' ? 'moved.lastPublished' : 'moved.now')}</option>
            {quarters.map(({ period, asOf }) => (
              <option key={period} value={period}>
                {t('moved.period', { period, day: formatDate(asOf, t.locale, platform.timeZone) })}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('moved.day')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            name={`${end}Day`}
            defaultValue={search[`${end}Day`]}
            min={days?.first}
            max={days?.last}
          />
        )}
      </Field>
    </>
  );
}

/** A plain form, so that what is compared lives in the address and can be sent to somebody. */
export function PointForm(props: Props) {
  return (
    <form
      method="get"
      className="mb-6 grid max-w-4xl grid-cols-2 items-end gap-3 md:grid-cols-[1.4fr_1fr_1.4fr_1fr_auto]"
    >
      <Ends {...props} end="from" />
      <Ends {...props} end="to" />
      <Button type="submit" className="max-md:col-span-2 max-md:justify-self-start">
        {props.t('moved.compare')}
      </Button>
    </form>
  );
}
