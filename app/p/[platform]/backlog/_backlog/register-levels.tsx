import Link from 'next/link';
import { formatDate, formatNumber } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import type { Register } from './backlog-data.ts';

/** How much of each level rests on exemptions, as a bar with its words. */
function LevelLine({ t, share: { level, cells, resting } }: { t: AppText; share: Register['levels'][number] }) {
  const percent = `${cells === 0 ? 0 : (resting / cells) * 100}%`;
  return (
    <li className="flex items-center gap-3 py-0.5">
      <span className="figures w-4">{level}</span>
      <span aria-hidden="true" className="relative h-2 w-32 overflow-hidden rounded-sm border border-line">
        <span
          className="absolute inset-y-0 left-0 forced-color-adjust-none bg-[repeating-linear-gradient(135deg,var(--color-level-4)_0_1px,transparent_1px_3px)]"
          style={{ width: percent }}
        />
      </span>
      <span className={resting === 0 ? 'text-xs text-muted' : 'text-xs'}>
        {t(cells === 0 ? 'backlog.register.shareEmpty' : 'backlog.register.share', { resting, cells })}
      </span>
    </li>
  );
}

/** Each level with the part of it that only exemptions hold up. */
export function LevelShares({ t, register }: { t: AppText; register: Register }) {
  return (
    <section className="mb-8">
      <h2 className="pb-1 font-semibold">{t('backlog.register.shares')}</h2>
      <ul>
        {register.levels.map((share) => (
          <LevelLine key={share.level} t={t} share={share} />
        ))}
      </ul>
    </section>
  );
}

/** The cells that would fall, the soonest first. */
export function RestingCells({ t, register }: { t: AppText; register: Register }) {
  const { resting, platform, aspects } = register;
  const names = new Map(aspects.map(({ key, name }) => [key, name]));
  if (resting.length === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="pb-1 font-semibold">{t('backlog.register.resting')}</h2>
      <Table label={t('backlog.register.resting')} className="min-w-160">
        <Head>
          <tr>
            <HeadCell>{t('backlog.register.cell')}</HeadCell>
            <HeadCell>{t('backlog.register.falls')}</HeadCell>
            <HeadCell>{t('backlog.register.heldBy')}</HeadCell>
            <HeadCell>{t('backlog.register.when')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {resting.map((cell) => (
            <Row key={`${cell.capability}/${cell.aspect}`}>
              <Cell>
                <Link
                  href={`/p/${platform.key}/capabilities/${cell.capability}?aspect=${cell.aspect}`}
                  prefetch={false}
                  className="hover:underline hover:underline-offset-3"
                >
                  {cell.capabilityName}, {names.get(cell.aspect) ?? cell.aspect}
                </Link>
              </Cell>
              <Cell>
                {cell.without === null
                  ? t('backlog.register.fallsAway', { from: formatNumber(cell.level, t.locale, 2) })
                  : t('backlog.register.fallsTo', {
                      from: formatNumber(cell.level, t.locale, 2),
                      to: formatNumber(cell.without, t.locale, 2),
                    })}
              </Cell>
              <Cell className="figures">{cell.criteria.join(', ')}</Cell>
              <Cell className="whitespace-nowrap">
                {cell.fallsAt === null ? (
                  <span className="text-muted">{t('backlog.register.always')}</span>
                ) : (
                  formatDate(cell.fallsAt, t.locale)
                )}
              </Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </section>
  );
}
