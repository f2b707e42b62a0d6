'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useText } from '../_messages/use-text.tsx';
import { classNames } from './class-names.ts';
import { showCurrent } from './show-current.ts';

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

/** Addresses beside the places that belong to one of them. */
const WITHIN = { overview: ['moved', 'gaps', 'start'], evidence: ['self-assessment'] } as const;

/** The place that an address belongs to: `self-assessment/rounds` is part of the evidence. */
function placeOf(pathname: string, home: string): string {
  const [part = ''] = pathname.slice(home.length + 1).split('/');
  if (part === '') return 'overview';
  const within = Object.entries(WITHIN).find(([, parts]) => parts.some((known) => known === part));
  return within?.[0] ?? part;
}

/** The places of a platform; the one you are in is underlined, and in sight where not all fit. */
export function PlaceLinks({ platform }: { platform: string }) {
  const t = useText();
  const pathname = usePathname();
  const home = `/p/${platform}`;
  const current = placeOf(pathname, home);
  const nav = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another link to show
  useEffect(() => {
    if (nav.current) showCurrent(nav.current);
  }, [current]);
  return (
    <nav ref={nav} aria-label={t('shell.places')} className="min-w-0 overflow-x-auto max-lg:order-last max-lg:w-full">
      <ul className="flex gap-1 max-lg:-mx-2">
        {PLACES.map((place) => {
          const href = place === 'overview' ? home : `${home}/${place}`;
          const here = place === current;
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
