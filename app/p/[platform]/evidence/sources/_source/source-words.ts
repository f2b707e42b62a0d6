import type { AppText, TextKey } from '../../../../../_messages/registry.ts';

type Words = { label: TextKey; hint?: TextKey; options?: Record<string, TextKey> };

/** How each setting is called; a test holds this against the settings of every kind of source. */
export const FIELD_WORDS: Record<string, Words> = {
  address: { label: 'sources.fields.address', hint: 'sources.fields.addressHint' },
  auth: {
    label: 'sources.fields.auth',
    options: {
      none: 'sources.fields.authOptions.none',
      bearer: 'sources.fields.authOptions.bearer',
      basic: 'sources.fields.authOptions.basic',
    },
  },
  token: { label: 'sources.fields.token' },
  user: { label: 'sources.fields.user' },
  password: { label: 'sources.fields.password' },
  tenant: { label: 'sources.fields.tenant', hint: 'sources.fields.tenantHint' },
  certificate: { label: 'sources.fields.certificate', hint: 'sources.fields.certificateHint' },
  backfillDays: { label: 'sources.fields.backfillDays', hint: 'sources.fields.backfillDaysHint' },
};

export const KIND_WORDS: Record<string, TextKey> = { prometheus: 'sources.kinds.prometheus' };

export const kindName = (t: AppText, kind: string): string => {
  const key = KIND_WORDS[kind];
  return key === undefined ? kind : t(key);
};

const INTERVAL_WORDS: Record<string, TextKey> = {
  '15': 'sources.detail.intervals.15',
  '60': 'sources.detail.intervals.60',
  '360': 'sources.detail.intervals.360',
  '1440': 'sources.detail.intervals.1440',
};

export const intervalName = (t: AppText, minutes: number): string => {
  const key = INTERVAL_WORDS[String(minutes)];
  return key === undefined ? String(minutes) : t(key);
};
