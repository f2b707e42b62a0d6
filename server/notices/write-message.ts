import { oneLine } from '../notifiers/one-line.ts';
import { escapeHtml } from '../reports/escape-html.ts';

/** A message before it has a form: plain sentences, nothing that is markup. */
export type Letter = {
  subject: string;
  paragraphs: string[];
  /** what the message is about, each with its page */
  items: { title: string; detail: string; href: string }[];
  /** the one thing to do, if there is one beside the items */
  button?: { label: string; href: string };
  /** said after the button */
  after?: string[];
  /** why somebody gets this, and how it ends */
  footer: string;
  unsubscribe: { label: string; href: string } | null;
};

/** The same letter as plain text and as HTML without pictures, scripts or anything fetched from elsewhere. */
export function writeMessage(letter: Letter): { subject: string; text: string; html: string } {
  const items = letter.items.map(({ title, detail, href }) => ({
    title: oneLine(title),
    detail: oneLine(detail),
    href,
  }));
  const clean = { ...letter, items, subject: oneLine(letter.subject), footer: oneLine(letter.footer) };
  const whole = { ...clean, paragraphs: letter.paragraphs.map(oneLine), after: (letter.after ?? []).map(oneLine) };
  return { subject: whole.subject, text: textOf(whole), html: htmlOf(whole) };
}

function textOf({ paragraphs, items, button, after = [], footer, unsubscribe }: Letter): string {
  const parts = [
    ...paragraphs,
    ...items.map(({ title, detail, href }) => [`- ${title}`, detail, href].filter((line) => line !== '').join('\n  ')),
    ...(button === undefined ? [] : [`${button.label}: ${button.href}`]),
    ...after,
    ['-- ', footer, ...(unsubscribe === null ? [] : [`${unsubscribe.label}: ${unsubscribe.href}`])].join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** No colours of its own, so that it is readable in the light and the dark of every mail program. */
function htmlOf({ subject, paragraphs, items, button, after = [], footer, unsubscribe }: Letter): string {
  const link = (label: string, href: string) => `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;
  const sentence = (text: string) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
  const small = 'margin:32px 0 0;padding-top:12px;border-top:1px solid;font-size:12px;opacity:.75';
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(subject)}</title></head>`,
    '<body style="margin:0;padding:24px 16px;font:16px/1.5 system-ui,sans-serif"><div style="max-width:36em">',
    ...paragraphs.map(sentence),
    items.length === 0 ? '' : `<ul style="margin:0 0 16px;padding-left:20px">${items.map(itemOf).join('')}</ul>`,
    button === undefined ? '' : `<p style="margin:24px 0"><strong>${link(button.label, button.href)}</strong></p>`,
    ...after.map(sentence),
    `<p style="${small}">${escapeHtml(footer)}`,
    unsubscribe === null ? '' : `<br>${link(unsubscribe.label, unsubscribe.href)}`,
    '</p></div></body></html>',
  ].join('');

  function itemOf({ title, detail, href }: Letter['items'][number]): string {
    const below = detail === '' ? '' : `<br><span style="font-size:14px">${escapeHtml(detail)}</span>`;
    return `<li style="margin:0 0 12px">${link(title, href)}${below}</li>`;
  }
}
