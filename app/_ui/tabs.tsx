'use client';

import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { showCurrent } from './show-current.ts';

export type Tab = { href: string; label: string; current: boolean };

/** The parts of a place. Each is an address, so that it can be sent to somebody; where not all fit, the current one is in sight. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const nav = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.current)?.href;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab is another link to show
  useEffect(() => {
    if (nav.current) showCurrent(nav.current);
  }, [current]);
  return (
    <nav ref={nav} aria-label={label} className="mb-6 overflow-x-auto border-b border-hairline">
      <ul className="-mb-px flex gap-5">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              aria-current={tab.current ? 'page' : undefined}
              className={classNames(
                'flex h-9 items-center whitespace-nowrap -outline-offset-2 pointer-coarse:h-11',
                tab.current ? 'border-b-2 border-accent pt-0.5 font-medium text-ink' : 'text-muted hover:text-ink',
              )}
            >
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
