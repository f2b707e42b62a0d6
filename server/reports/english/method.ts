const KNOWN = [
  'What is not known counts neither as met nor as failed. It shows as a range: low if all of it turned out badly, high if all of it turned out well. Coverage says how much is known.',
  'No level is good or bad in itself, and the highest is not the goal. There is no overall level here. Percent to target says how far the way is that the platform has set itself.',
];

export const method = {
  title: 'How to read this, and its limits',
  /** where levels are gated */
  gated: (aspects: number) => [
    `Each capability is held against ${aspects === 5 ? 'five' : aspects} aspects. A level is reached when every required criterion of that level, and of those below it, is met by evidence: metrics, released survey results, or reviewed attestations.`,
    ...KNOWN,
    'The model looks at a platform as a whole and gives no scoring method. Scoring each capability by itself is an extension of it.',
  ],
  /** where answers are added up */
  added: (aspects: number) => [
    `What is assessed is held against ${aspects} aspects. Each question has an answer with a number, reviewed by a second person, and a level is what the answers of an aspect add up to. The way to target is counted answer by answer: more than asked in one makes up for nothing in another.`,
    ...KNOWN,
  ],
  verify: (hash: string) =>
    `Anybody can check this report: export the assessment as JSON and run "npx --no plumbline verify FILE --expect ${hash}". It computes everything anew from the evidence in the file and compares the hashes.`,
  hashes: 'By these SHA-256 its documents can be told from any others',
  draft: 'A draft is not kept. Freeze the quarter to make a report that anybody can check.',
  columns: { document: 'Document', hash: 'SHA-256' },
  documents: { rubric: 'Rubric', bundle: 'Evidence bundle', scorecard: 'Scorecard', backlog: 'Backlog' },
  frozen: (name: string, time: string) => `Frozen by ${name} on ${time}.`,
  published: (name: string, time: string) => `Published by ${name} on ${time}.`,
  attribution: (attribution: string, license: string) => `${attribution} Licence: ${license}.`,
} as const;
