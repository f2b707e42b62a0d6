'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useText } from '../_messages/use-text.tsx';
import { classNames } from './class-names.ts';

const PLACES = [
  'overview',
  'capabilities',
  'surveys',
  'evidence',
  'backlog',
  'reports',
  'rubrics',
  'settings',
] as const;

/** The places of a platform; the one you are in is underlined. */
export function PlaceLinks({ platform }: { platform: string }) {
  const t = useText();
  const pathname = usePathname();
  const home = `/p/${platform}`;
  return (
    <nav aria-label={t('shell.places')} className="min-w-0 overflow-x-auto max-lg:order-last max-lg:w-full">
      <ul className="flex gap-1 max-lg:-mx-2">
        {PLACES.map((place) => {
          const href = place === 'overview' ? home : `${home}/${place}`;
          const here = place === 'overview' ? pathname === home : pathname.startsWith(href);
          return (
            <li key={place}>
              <Link
                href={href}
                aria-current={here ? 'page' : undefined}
                className={classNames(
                  'flex h-12 items-center px-2 whitespace-nowrap -outline-offset-2 max-lg:h-11',
                  here ? 'border-b-2 border-accent pt-0.5 font-medium text-ink' : 'text-muted hover:text-ink',
                )}
              >
                {t(`shell.${place}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
