import { formatDate } from '../../../../_messages/format.ts';
import type { AppText } from '../../../../_messages/registry.ts';
import { Badge } from '../../../../_ui/badge.tsx';
import { levelWords } from '../../../../_ui/meter-words.ts';
import { NeighbourLine } from '../../../../_ui/neighbour-line.tsx';
import { Body, Cell, Head, HeadCell, Row, Table } from '../../../../_ui/table.tsx';
import type { Crosswalk, ReadVersion } from './rubrics-data.ts';

type Criterion = ReadVersion['criteria'][number];
type Props = {
  t: AppText;
  platform: string;
  version: ReadVersion;
  aspect: ReadVersion['aspects'][number];
  neighbours: Crosswalk['entries'];
};

function Marks({ t, criterion }: { t: AppText; criterion: Criterion }) {
  const { scope, appliesTo, effectiveFrom } = criterion;
  const marks = [
    ...(scope === 'platform' ? [t('rubrics.read.platform')] : []),
    ...(appliesTo === null ? [] : [t('rubrics.read.only', { where: appliesTo })]),
  ];
  return (
    <p className="text-xs text-muted">
      {marks.join(', ')}
      {effectiveFrom === null ? null : (
        <Badge tone="needs-you">{t('rubrics.read.from', { day: formatDate(effectiveFrom, t.locale) })}</Badge>
      )}
    </p>
  );
}

/** The criteria of one aspect, by level, with what each asks for. */
export function CriteriaTable({ t, platform, version, aspect, neighbours }: Props) {
  const criteria = version.criteria.filter((one) => one.aspect === aspect.key);
  const sorted = criteria.toSorted((a, b) => a.level - b.level || (a.id < b.id ? -1 : 1));
  if (sorted.length === 0) return null;
  return (
    <section id={aspect.key} className="pb-8">
      <h2 className="font-semibold">{aspect.name}</h2>
      <p className="text-muted">{aspect.question}</p>
      <NeighbourLine {...{ t, platform, neighbours, of: [aspect.key] }} />
      <Table label={aspect.name} className="mt-2">
        <Head>
          <tr>
            <HeadCell>{t('rubrics.read.level')}</HeadCell>
            <HeadCell className="w-1/2">{t('rubrics.read.criterion')}</HeadCell>
            <HeadCell>{t('rubrics.read.role')}</HeadCell>
            <HeadCell className="w-1/3">{t('rubrics.read.test')}</HeadCell>
          </tr>
        </Head>
        <Body>
          {sorted.map((criterion, i) => (
            <Row key={criterion.id} className="align-top">
              <Cell className="whitespace-nowrap">
                {sorted[i - 1]?.level === criterion.level ? null : levelWords(t, criterion.level, version.levels)}
              </Cell>
              <Cell className="min-w-60">
                <details>
                  <summary className="cursor-pointer">
                    <span className="figures text-muted">{criterion.id}</span> {criterion.title}
                  </summary>
                  <p className="pt-1">{criterion.why}</p>
                  <p className="pt-1 text-muted">{criterion.how}</p>
                </details>
                <Marks t={t} criterion={criterion} />
                <NeighbourLine {...{ t, platform, neighbours, of: [criterion.id] }} />
              </Cell>
              <Cell>{t(`rubrics.roles.${criterion.role}`)}</Cell>
              <Cell className="figures min-w-60 text-xs break-words">{criterion.test}</Cell>
            </Row>
          ))}
        </Body>
      </Table>
    </section>
  );
}
