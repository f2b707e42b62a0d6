import Form from 'next/form';
import type { AppText } from '../../../../../_messages/registry.ts';
import { Button } from '../../../../../_ui/button.tsx';
import { Field } from '../../../../../_ui/field.tsx';
import { Input, Select } from '../../../../../_ui/input.tsx';
import { type Asked, wishText } from './budget-data.ts';

const OPTIONS = ['median', 'leave_out'] as const;

/** What is asked stands in the address, so that a plan can be sent to somebody; it works without any script. */
export function BudgetForm({ t, platform, asked }: { t: AppText; platform: string; asked: Asked }) {
  const wish = wishText(asked);
  const days = asked.days === null || Number.isNaN(asked.days) ? '' : String(asked.days);
  return (
    <Form
      action={`/p/${platform}/backlog/planner/budget`}
      className="mb-6 flex flex-wrap items-end gap-x-4 gap-y-3"
      key={`${days} ${asked.unestimated}`}
    >
      <div className="w-36">
        <Field label={t('budget.days')} hint={t('budget.daysHint')} required>
          {(control) => (
            <Input {...control} name="days" type="number" min="0" max="100000" step="any" defaultValue={days} />
          )}
        </Field>
      </div>
      <div className="min-w-64">
        <Field label={t('budget.unestimated')}>
          {(control) => (
            <Select {...control} name="unestimated" defaultValue={asked.unestimated}>
              {OPTIONS.map((option) => (
                <option key={option} value={option}>
                  {t(`budget.unestimatedOptions.${option}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      {wish === '' ? null : <input type="hidden" name="wish" value={wish} />}
      <Button type="submit" variant="primary">
        {t('budget.plan')}
      </Button>
    </Form>
  );
}
