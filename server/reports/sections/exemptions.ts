import type { Material } from '../report-material.ts';
import type { Block } from '../report-model.ts';
import { type SectionBuilder, text } from '../section.ts';

/** What counts as met though it is not, and what was set aside, with when and until when. */
export const exemptions: SectionBuilder = (material) => {
  const { setAside, texts } = material;
  const { exemptions: exempt, notApplicable } = setAside;
  const blocks: Block[] = [];
  if (exempt.length > 0) {
    const rows = exempt.map((one) => [...rowOf(one, material), texts.day(one.expiresAt), selfOf(one, material)]);
    blocks.push(tableOf(texts.exemptions.table(exempt.length), rows, material));
  }
  if (notApplicable.length > 0) {
    const rows = notApplicable.map((one) => [...rowOf(one, material), texts.none, selfOf(one, material)]);
    blocks.push(tableOf(texts.exemptions.notApplicable(notApplicable.length), rows, material));
  }
  if (blocks.length === 0) blocks.push({ kind: 'paragraph', text: texts.exemptions.none });
  return { id: 'exemptions', title: texts.exemptions.title, startsPage: false, blocks };
};

type Approval = { criterion: string; capability: string | null; approvedAt: string; selfApproved: boolean };

function rowOf({ criterion, capability, approvedAt }: Approval, { texts, nameOf }: Material): string[] {
  return [
    `${nameOf.criterion(criterion)} (${criterion})`,
    capability === null ? texts.evidence.platform : nameOf.capability(capability),
    texts.day(approvedAt),
  ];
}

const selfOf = ({ selfApproved }: Approval, { texts }: Material) => (selfApproved ? texts.yes : texts.no);

function tableOf(title: string, rows: string[][], { texts }: Material): Block {
  const { criterion, capability, approved, expires, self } = texts.exemptions.columns;
  const columns = [text(criterion), text(capability), text(approved), text(expires), text(self)];
  return { kind: 'table', title, columns, rows, note: '' };
}
