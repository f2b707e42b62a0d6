import Link from 'next/link';
import type { AppText } from '../../../../../_messages/registry.ts';
import { ButtonLink } from '../../../../../_ui/button.tsx';
import { classNames } from '../../../../../_ui/class-names.ts';
import { SCALES, type Scale, stepFrom } from './window.ts';

type Props = { t: AppText; home: string; at: string; today: string; scale: Scale };

/** Weeks or months, earlier and later: all of it is an address. */
export function TimelineToolbar({ t, home, at, today, scale }: Props) {
  const address = (to: Scale, day: string) => `${home}?${new URLSearchParams({ scale: to, at: day })}`;
  return (
    <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
      <nav aria-label={t('timeline.scale')} className="flex gap-4">
        {SCALES.map((one) => (
          <Link
            key={one}
            href={address(one, at)}
            aria-current={one === scale ? 'true' : undefined}
            className={classNames(
              'flex h-8 items-center pointer-coarse:h-11',
              one === scale ? 'border-b-2 border-accent font-medium' : 'text-muted hover:text-ink',
            )}
          >
            {t(`timeline.scales.${one}`)}
          </Link>
        ))}
      </nav>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href={address(scale, stepFrom(at, scale, -1))}>{t('timeline.earlier')}</ButtonLink>
        <ButtonLink href={address(scale, today)}>{t('timeline.today')}</ButtonLink>
        <ButtonLink href={address(scale, stepFrom(at, scale, 1))}>{t('timeline.later')}</ButtonLink>
      </div>
    </div>
  );
}
