import type { inferRouterInputs } from '@trpc/server';
import type { AppRouter } from '#server/router.ts';
import { useText } from '../../../../_messages/use-text.tsx';
import { Checkbox } from '../../../../_ui/input.tsx';
import { Choice } from '../choice.tsx';
import { TextField } from '../text-field.tsx';

export type TokenScope = inferRouterInputs<AppRouter>['people']['createToken']['scopes'][number];
type Days = '30' | '90' | '365';
export type NewToken = { name: string; scopes: TokenScope[]; where: 'here' | 'everywhere'; days: Days };

const LIFETIMES: Days[] = ['30', '90', '365'];
export const emptyToken: NewToken = { name: '', scopes: ['read'], where: 'here', days: '90' };

export function TokenFields({
  value,
  onChange,
  scopes,
  everywhere,
}: {
  value: NewToken;
  onChange: (token: NewToken) => void;
  scopes: TokenScope[];
  /** may make tokens for every platform */
  everywhere: boolean;
}) {
  const t = useText();
  const toggle = (scope: TokenScope) =>
    value.scopes.includes(scope) ? value.scopes.filter((other) => other !== scope) : [...value.scopes, scope];
  return (
    <>
      <TextField
        label={t('settings.tokens.name')}
        hint={t('settings.tokens.nameHint')}
        required
        maxLength={80}
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium">{t('settings.tokens.scopes')}</legend>
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            label={t(`settings.tokens.scopeNames.${scope}`)}
            checked={value.scopes.includes(scope)}
            onChange={() => onChange({ ...value, scopes: toggle(scope) })}
          />
        ))}
      </fieldset>
      {everywhere ? (
        <Choice
          label={t('settings.tokens.where')}
          value={value.where}
          options={[
            { value: 'here', label: t('settings.tokens.thisPlatform') },
            { value: 'everywhere', label: t('settings.tokens.everywhere') },
          ]}
          onChange={(where) => onChange({ ...value, where })}
        />
      ) : null}
      <Choice
        label={t('settings.tokens.days')}
        value={value.days}
        options={LIFETIMES.map((days) => ({ value: days, label: t('settings.tokens.daysValue', { n: Number(days) }) }))}
        onChange={(days) => onChange({ ...value, days })}
      />
    </>
  );
}
