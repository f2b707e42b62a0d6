import { getText } from '../../../_messages/get-text.ts';
import { Tabs } from '../../../_ui/tabs.tsx';

const PARTS = { metrics: '', attestations: '/attestations', sources: '/sources', runs: '/runs' } as const;
type Part = keyof typeof PARTS | 'selfAssessment';

/** The parts of the evidence place. */
export async function EvidenceTabs({ platform, current }: { platform: string; current: Part }) {
  const t = await getText();
  const home = `/p/${platform}/evidence`;
  return (
    <Tabs
      label={t('evidence.places')}
      tabs={[
        { href: home, label: t('evidence.tabMetrics'), current: current === 'metrics' },
        { href: home + PARTS.attestations, label: t('evidence.tabClaims'), current: current === 'attestations' },
        {
          href: `/p/${platform}/self-assessment`,
          label: t('selfAssessment.title'),
          current: current === 'selfAssessment',
        },
        { href: home + PARTS.sources, label: t('evidence.tabSources'), current: current === 'sources' },
        { href: home + PARTS.runs, label: t('evidence.tabRuns'), current: current === 'runs' },
      ]}
    />
  );
}
