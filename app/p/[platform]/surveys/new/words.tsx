import { useText } from '../../../../_messages/use-text.tsx';
import { Field } from '../../../../_ui/field.tsx';
import { Input, Select, Textarea } from '../../../../_ui/input.tsx';
import type { Templates } from './cycle-form.tsx';

type Choice = { templates: Templates; chosen: string; onChoose: (key: string) => void };

/** Which template; where there is one, only what it is. */
export function TemplateChoice({ templates, chosen, onChoose }: Choice) {
  const t = useText();
  const template = templates.find(({ key }) => key === chosen);
  if (templates.length < 2) return <p className="text-muted">{template?.about}</p>;
  return (
    <Field label={t('surveys.create.template')} hint={template?.about}>
      {(control) => (
        <Select {...control} value={chosen} onChange={(event) => onChoose(event.target.value)}>
          {templates.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** What respondents read first. */
export function Words({ template }: { template: Templates[number] | undefined }) {
  const t = useText();
  return (
    <>
      <Field label={t('surveys.create.name')} hint={t('surveys.create.nameHint')} required>
        {(control) => <Input {...control} name="title" maxLength={120} />}
      </Field>
      <Field label={t('surveys.create.askedBy')} hint={t('surveys.create.askedByHint')} required>
        {(control) => <Input {...control} name="askedBy" maxLength={120} />}
      </Field>
      <Field label={t('surveys.create.purpose')} required>
        {(control) => (
          <Textarea {...control} name="purpose" maxLength={600} key={template?.key} defaultValue={template?.purpose} />
        )}
      </Field>
    </>
  );
}
