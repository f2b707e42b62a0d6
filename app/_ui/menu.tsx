'use client';

import Link from 'next/link';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { CheckIcon } from './icons.tsx';

const ITEM =
  'flex h-8 items-center justify-between gap-6 rounded-sm px-2 text-sm outline-none select-none data-highlighted:bg-sunken pointer-coarse:h-11';

/** A short list of actions or choices behind one button. */
export function Menu({
  label,
  trigger,
  align = 'end',
  className,
  children,
}: {
  /** where the trigger has no words of its own */
  label?: string;
  trigger: ReactNode;
  align?: 'start' | 'end';
  className?: string;
  children: ReactNode;
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger aria-label={label} className={className}>
        {trigger}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 animate-appear overflow-y-auto rounded-md border border-hairline bg-raised p-1 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export function MenuLink({
  href,
  current = false,
  children,
}: {
  href: string;
  current?: boolean;
  children: ReactNode;
}) {
  return (
    <Radix.Item asChild>
      <Link href={href} aria-current={current ? 'page' : undefined} className={ITEM}>
        {children}
        {current ? <CheckIcon /> : null}
      </Link>
    </Radix.Item>
  );
}

export function MenuAction({ onSelect, children }: { onSelect: () => void; children: ReactNode }) {
  return (
    <Radix.Item onSelect={onSelect} className={ITEM}>
      {children}
    </Radix.Item>
  );
}

/** One choice of several; the chosen one carries a tick. */
export function MenuChoices<T extends string>({
  value,
  choices,
  onChoose,
}: {
  value: T;
  choices: { value: T; label: string }[];
  onChoose: (value: T) => void;
}) {
  return (
    <Radix.RadioGroup value={value}>
      {choices.map((choice) => (
        <Radix.RadioItem
          key={choice.value}
          value={choice.value}
          onSelect={() => onChoose(choice.value)}
          className={ITEM}
        >
          {choice.label}
          <Radix.ItemIndicator>
            <CheckIcon />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}
