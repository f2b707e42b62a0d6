import Link from 'next/link';
import type { ReactNode } from 'react';
import type { AppText } from '../../../_messages/registry.ts';

/** One of the short lists below the map. */
export function List({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="font-semibold">{title}</h2>
      {about ? <p className="text-xs text-muted">{about}</p> : null}
      <div className="mt-2 border-t border-hairline">{children}</div>
    </section>
  );
}

export function Item({ href, title, children }: { href: string; title: ReactNode; children: ReactNode }) {
  return (
    <li className="border-b border-hairline py-2 last:border-0">
      <Link href={href} prefetch={false} className="hover:underline hover:underline-offset-3">
        {title}
      </Link>
      <div className="text-xs text-muted">{children}</div>
    </li>
  );
}

export const Nothing = ({ children }: { children: ReactNode }) => <p className="py-2 text-muted">{children}</p>;

const NAMES_SHOWN = 3;

/** `Pipelines, Databases, Secrets and 4 more`. */
export function namesOf(t: AppText, names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  return names.length > NAMES_SHOWN ? `${shown} ${t('moved.more', { n: names.length - NAMES_SHOWN })}` : shown;
}
