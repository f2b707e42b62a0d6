import { type Finding, lintPack } from '#rubrics/lint/lint-pack.ts';
import type { PackText } from '#rubrics/parse-pack.ts';

const PACK = `id: small
version: 1.0.0
name: A small pack
model: { name: Small, version: "1", url: https://example.org/model }
license: CC-BY-4.0
attribution: By the authors of a small model.
floor: 1
levels:
  - { level: 1, key: first, name: First, summary: It begins. }
  - { level: 2, key: second, name: Second, summary: It goes on. }
  - { level: 3, key: third, name: Third, summary: It is good. }
aspects:
  - key: interfaces
    name: Interfaces
    question: How do people get it?
    cells:
      "1": { name: One, summary: One. }
      "2": { name: Two, summary: Two. }
      "3": { name: Three, summary: Three. }
capabilities:
  - { key: data, name: Data, description: Databases., consumption: requested, mandatory: false }
  - { key: security, name: Security, description: Checks., consumption: implicit, mandatory: true }
targets:
  default: 3
  mandatory:
    interfaces: 2
`;

const METRICS = `- key: self-service-rate
  number: M-05
  name: Self-service rate
  description: Requests that nobody had to touch ÷ all requests.
  dimension: ratio
  kind: level
  scope: capability
- key: fulfilment-latency
  number: M-06
  name: Fulfilment latency
  description: Seconds from the request to its fulfilment.
  dimension: duration
  kind: distribution
  scope: capability
- key: channel-share
  number: M-09
  name: Channel share
  description: Uses through a channel ÷ all uses.
  dimension: ratio
  kind: level
  scope: capability
  labels: [channel]
`;

const QUESTIONS = `- { key: clear, kind: agreement, text: Errors are clear., scope: capability }
- { key: usability, kind: umux-lite, text: Useful and easy., scope: capability }
- { key: recommend, kind: nps, text: Would you recommend it?, scope: capability }
- key: reason
  kind: single-choice
  text: Why?
  scope: capability
  options:
    - { key: saves-time, text: It saves time }
    - { key: required, text: I must }
`;

const CRITERIA = `- id: INT-1.a
  aspect: interfaces
  level: 1
  scope: capability
  role: anchor
  title: It can be had at all
  why: Otherwise there is nothing to judge.
  how: Walk the way from wish to result once.
  test: { attestation: "yes", link: true, valid: 365d }
- id: INT-1.b
  aspect: interfaces
  level: 1
  scope: capability
  role: limiter
  caps_at: 1
  title: It takes days to get it
  why: People then go elsewhere for it.
  how: Remove the longest wait of the way.
  test: { metric: fulfilment-latency, statistic: p90, is: "> 7d", window: 90d }
- id: INT-2.a
  aspect: interfaces
  level: 2
  scope: capability
  role: required
  title: A standard interface carries its use
  why: One way can be improved for everybody.
  how: Move the frequent cases to one way.
  guard: clear
  test:
    any:
      - { metric: channel-share, statistic: latest, where: { channel: [api] }, is: ">= 50%" }
      - { survey: reason, statistic: share, answers: [saves-time], is: ">= 60%", floor: 50% }
- id: INT-3.a
  aspect: interfaces
  level: 3
  scope: capability
  role: required
  title: People get it without anybody's hands
  why: They can act when the thought is fresh.
  how: Turn approvals into rules for machines.
  test:
    all:
      - { metric: self-service-rate, statistic: latest, is: ">= 80%" }
      - { survey: clear, statistic: favourable, is: ">= 60%" }
`;

const LOCALE = `language: de
criteria:
  INT-1.a: { title: Man kann es überhaupt bekommen }
`;

/** A small pack without a fault. */
export const SMALL_PACK: readonly PackText[] = [
  { file: 'pack.yaml', text: PACK },
  { file: 'metrics.yaml', text: METRICS },
  { file: 'questions.yaml', text: QUESTIONS },
  { file: 'criteria/interfaces.yaml', text: CRITERIA },
  { file: 'locales/de.yaml', text: LOCALE },
];
export const CRITERIA_FILE = 'criteria/interfaces.yaml';

type Planted = {
  findings: Finding[];
  /** the findings of one check, as `file:line` */
  places: (check: string) => string[];
  /** the line of the planted file on which a text stands, as `file:line` */
  at: (text: string) => string;
};

/** Lints the small pack after one text of a file was replaced by a fault. */
export function plantFault(file: string, good: string, bad: string): Planted {
  const before = SMALL_PACK.find((each) => each.file === file)?.text ?? '';
  if (before.split(good).length !== 2) throw new Error(`"${good}" must stand in ${file} exactly once`);
  const text = before.replace(good, () => bad);
  const findings = lintPack([...SMALL_PACK.filter((each) => each.file !== file), { file, text }]);
  return {
    findings,
    places: (check) =>
      findings.filter((each) => each.check === check).map((finding) => `${finding.file}:${finding.line}`),
    at: (wanted) => `${file}:${text.slice(0, text.indexOf(wanted)).split('\n').length}`,
  };
}
