import type { Metadata } from 'next';
import Link from 'next/link';
import { getText } from '../../../_messages/get-text.ts';
import type { AppText } from '../../../_messages/registry.ts';
import { found } from '../../../_trpc/found.ts';
import { api } from '../../../_trpc/server.ts';
import { Badge } from '../../../_ui/badge.tsx';
import { ButtonLink } from '../../../_ui/button.tsx';
import { EmptyState } from '../../../_ui/empty-state.tsx';
import { Meter } from '../../../_ui/meter.tsx';
import { meterWords } from '../../../_ui/meter-words.ts';
import { PageHeader } from '../../../_ui/page-header.tsx';

type Props = { params: Promise<{ platform: string }> };
type Page = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['capabilities']['list']>>;
type Row = Page['capabilities'][number];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getText();
  return { title: t('capabilities.title') };
}

const METERS = 'grid w-full max-w-md gap-1';
/** More aspects than this stand in several rows, and are named by whoever points at them. */
const MOST_WIDE = 8;
const NARROW = 5;
const isDense = ({ aspects }: Page) => aspects.length > MOST_WIDE;
const columnsOf = (page: Page) => ({
  gridTemplateColumns: `repeat(${isDense(page) ? NARROW : page.aspects.length}, minmax(0, 1fr))`,
});

function Meters({ t, page, row }: { t: AppText; page: Page; row: Row }) {
  return (
    <ul className={METERS} style={columnsOf(page)}>
      {row.cells.map((cell) => {
        const aspect = page.aspects.find(({ key }) => key === cell.aspect)?.name ?? cell.aspect;
        return (
          <li key={cell.aspect}>
            <Link
              href={`/p/${page.platform.key}/capabilities/${row.key}?aspect=${cell.aspect}`}
              prefetch={false}
              title={isDense(page) ? aspect : undefined}
              className="flex min-h-11 flex-col items-center justify-center gap-0.5 rounded-sm hover:bg-sunken"
            >
              <Meter cell={cell} size={28} steps={page.levels.length} />
              <span className="sr-only">{`${aspect}: ${meterWords(t, cell, page.levels)}`}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** The names of the aspects above their meters. */
function AspectNames({ page }: { page: Page }) {
  if (isDense(page)) return null;
  return (
    <div className="sticky top-0 z-10 flex justify-end border-b border-hairline bg-paper py-1">
      <ul className={`${METERS} text-center text-xs text-muted`} style={columnsOf(page)}>
        {page.aspects.map(({ key, name }) => (
          <li key={key} className="truncate max-sm:tracking-tight">
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Capability({ t, page, row }: { t: AppText; page: Page; row: Row }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1 border-b border-hairline py-3">
      <div className="min-w-0 max-w-2xl flex-1 basis-80">
        <h2 className="flex flex-wrap items-center gap-2">
          <Link
            href={`/p/${page.platform.key}/capabilities/${row.key}`}
            prefetch={false}
            className="font-medium hover:underline hover:underline-offset-3"
          >
            {row.name}
          </Link>
          {row.mandatory ? <Badge>{t('capabilities.mandatory')}</Badge> : null}
          {row.state === 'archived' ? <Badge>{t('capabilities.archived')}</Badge> : null}
          {row.state === 'not_offered' ? <Badge>{t('capabilities.notOffered')}</Badge> : null}
        </h2>
        <p className="text-muted">{row.description}</p>
        <p className="text-xs text-muted">
          {row.ownerName ?? t('capabilities.noOwner')} · {t(`capabilities.consumption.${row.consumption}`)}
        </p>
      </div>
      <Meters t={t} page={page} row={row} />
    </li>
  );
}

/** What the platform offers, each with its meters. */
export default async function CapabilitiesPage({ params }: Props) {
  const [{ platform }, t, caller] = await Promise.all([params, getText(), api()]);
  const page = await found(caller.capabilities.list({ platform }));
  return (
    <>
      <PageHeader title={t('capabilities.title')} about={t('capabilities.about')} />
      {page.capabilities.length === 0 ? (
        <EmptyState
          title={t('capabilities.empty.title')}
          action={
            <ButtonLink variant="primary" href={`/p/${platform}/settings`}>
              {t('capabilities.empty.action')}
            </ButtonLink>
          }
        >
          {t('capabilities.empty.text')}
        </EmptyState>
      ) : (
        <div className="max-w-6xl">
          <AspectNames page={page} />
          <ul>
            {page.capabilities.map((row) => (
              <Capability key={row.key} t={t} page={page} row={row} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
