import { trueMinus } from './true-minus.ts';

/** A sentence with `{placeholders}`; where a number decides its form, one sentence per plural category. */
export type Message = string | { one: string; other: string };
export type Messages = { [key: string]: Message | Messages };

/** The dotted paths of a catalogue: `surveys.list.title`. */
type Paths<M> = {
  [K in keyof M & string]: M[K] extends Message ? K : `${K}.${Paths<M[K]>}`;
}[keyof M & string];

/** The shape of a catalogue with its words left open: what every other language must fill in. */
export type Translated<M> = { [K in keyof M]: M[K] extends Message ? Message : Translated<M[K]> };

export type Values = Record<string, string | number>;
export type Text<M> = {
  /** the sentence of a key, its placeholders filled in; `n` chooses the plural */
  (key: Paths<M>, values?: Values): string;
  locale: string;
};
export type Key<M> = Paths<M>;

function isMessage(value: Message | Messages): value is Message {
  return typeof value === 'string' || (typeof value.one === 'string' && typeof value.other === 'string');
}

function findMessage(messages: Messages, key: string): Message {
  let here: Message | Messages | undefined = messages;
  for (const part of key.split('.')) {
    if (here === undefined || isMessage(here)) break;
    here = here[part];
  }
  if (here === undefined || !isMessage(here)) throw new Error(`There is no text "${key}".`);
  return here;
}

/** Makes the function that says things in one language. */
export function createText<M extends Messages>(locale: string, messages: M): Text<M> {
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const found = new Map<string, Message>();
  const say = (key: string, values: Values = {}) => {
    const message = found.get(key) ?? findMessage(messages, key);
    found.set(key, message);
    const form =
      typeof message === 'string' ? message : plurals.select(Number(values.n)) === 'one' ? message.one : message.other;
    return form.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      if (value === undefined) return placeholder;
      return typeof value === 'number' ? trueMinus(numbers.format(value)) : value;
    });
  };
  return Object.assign(say, { locale });
}
