import { formatNumber, formatPercent } from '../_messages/format.ts';
import type { AppText } from '../_messages/registry.ts';
import { isUnknown, type MeterCell } from './meter.tsx';
import { marksInOrder } from './meter-paths.ts';

export type LevelName = { level: number; name: string };

export function levelWords(t: AppText, level: number, levels: readonly LevelName[]): string {
  const name = levels.find((one) => one.level === level)?.name ?? '';
  return t('meter.level', { level: formatNumber(level, t.locale), name }).trim();
}

/** The first thing the meter says: `2 Operational`, `Not known yet`, `Not offered`. */
export function standing(t: AppText, cell: MeterCell, levels: readonly LevelName[]): string {
  if (cell.state !== 'scored') return t(`meter.${cell.state}`);
  if (!isUnknown(cell) && cell.level !== null) return levelWords(t, cell.level, levels);
  return cell.claimed === null ? t('meter.unknown') : t('meter.claimedOnly', { claimed: cell.claimed });
}

/** All that the meter shows, in words. */
export function meterWords(t: AppText, cell: MeterCell, levels: readonly LevelName[]): string {
  const words = [standing(t, cell, levels)];
  if (cell.state === 'scored') {
    if (cell.target !== null) words.push(t('meter.target', { target: formatNumber(cell.target, t.locale) }));
    if (cell.high !== null && cell.high > (cell.level ?? 0))
      words.push(t('meter.possible', { high: formatNumber(cell.high, t.locale) }));
    if (cell.coverage !== null) words.push(t('meter.covered', { coverage: formatPercent(cell.coverage, t.locale) }));
  }
  return [...words, ...marksInOrder(cell.marks).map((mark) => t(`meter.marks.${mark}`))].join(', ');
}
