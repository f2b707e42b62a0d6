/** The looks of the report as a file of its own. Pages are A4; the foot of each says what it is and its hash. */
export const PRINT_CSS = `
:root { --ink: #1c1a17; --muted: #5f5a52; --line: #d9d4ca;
  --level-1: oklch(0.79 0.062 262); --level-2: oklch(0.645 0.097 262);
  --level-3: oklch(0.495 0.115 262); --level-4: oklch(0.345 0.098 264); }
@page { size: A4; margin: 20mm 18mm 24mm;
  @bottom-left { content: var(--report-line) "\\A" var(--report-hash); white-space: pre; font: 7pt/1.5 ui-monospace, monospace; color: #5f5a52; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt ui-sans-serif, sans-serif; color: #5f5a52; } }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 16px/1.5 "Geist", ui-sans-serif, system-ui, sans-serif; }
.report { max-width: 46rem; margin: 0 auto; padding: 3rem 1.25rem; }
h1 { font-size: 2.5rem; line-height: 1.1; letter-spacing: -0.02em; margin: 0 0 0.5rem; }
h2 { font-size: 1.75rem; line-height: 1.2; margin: 3rem 0 1rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 1.5rem 0 0.5rem; break-after: avoid; }
p { margin: 0 0 0.75rem; overflow-wrap: anywhere; } ol, ul { margin: 0 0 0.75rem; padding-left: 1.25rem; } .lead { font-size: 1.25rem; line-height: 1.35; margin-bottom: 1.25rem; } li { margin-bottom: 0.25rem; }
.cover, .note, dt, dd span, footer { color: var(--muted); } .note, footer { font-size: 0.8rem; }
.standing { border-left: 3px solid #b7791f; padding: 0.25rem 0.75rem; }
.facts { display: grid; grid-template-columns: repeat(2, 1fr); gap: 1.25rem 2rem; margin: 0 0 1.5rem; }
.facts div { display: flex; flex-direction: column-reverse; border-top: 1px solid var(--line); padding-top: 0.5rem; }
.facts dd { margin: 0; display: contents; } .facts strong { font-size: 1.75rem; order: 1; font-variant-numeric: tabular-nums; }
.facts span { font-size: 0.8rem; order: -1; } .facts dt { order: 0; }
figure { margin: 0 0 1.5rem; overflow-x: auto; } table { width: 100%; border-collapse: collapse; font-size: 0.8rem; line-height: 1.35; }
th, td { text-align: left; font-weight: 400; vertical-align: top; padding: 0.3rem 0.6rem 0.3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
thead th { color: var(--muted); } tbody th { font-weight: 500; } .map td, .map th { padding-block: 0.1rem; } tr { break-inside: avoid; }
.numeric { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.map th, .map td { vertical-align: middle; } svg { overflow: visible; }
.pair { display: inline-flex; gap: 2px; } .before { opacity: 0.45; }
.spread { display: flex; align-items: center; gap: 0.75rem; margin: 1px 0; } .period { flex: none; width: 4.5em; color: var(--muted); }
.steps { display: flex; flex: 1; gap: 1px; } .step { flex: 0 1 0; min-width: 1.1em; text-align: center; padding: 1px 0; font-variant-numeric: tabular-nums; }
.step-0 { outline: 1px dotted #a8a196; outline-offset: -1px; } .step-1 { background: var(--level-1); } .step-2 { background: var(--level-2); }
.step-3 { background: var(--level-3); color: #fff; } .step-4 { background: var(--level-4); color: #fff; }
.break td { border-top: 2px dashed var(--muted); color: var(--muted); font-size: 0.75rem; padding-block: 0.2rem; }
.bars th { width: 34%; } .bars td { vertical-align: middle; } .bars path { vector-effect: non-scaling-stroke; }
.frame, .line, .track { fill: none; stroke: #a8a196; stroke-width: 0.8; } .track { stroke: var(--line); }
.dotted { fill: none; stroke: #a8a196; stroke-width: 1.4; stroke-dasharray: 0.1 2.6; stroke-linecap: round; }
.claim { fill: none; stroke: var(--ink); stroke-width: 0.8; } .hatch { fill: none; stroke: var(--level-3); stroke-width: 0.9; }
.fill-1 { fill: var(--level-1); } .fill-2 { fill: var(--level-2); } .fill-3 { fill: var(--level-3); } .fill-4 { fill: var(--level-4); }
.notch { fill: var(--ink); } .covered { stroke: var(--ink); stroke-width: 2; } .mark { fill: none; stroke: var(--ink); stroke-width: 1.1; stroke-linecap: round; }
.bar { fill: var(--level-3); } .range { stroke: var(--ink); stroke-width: 1.2; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 0.75rem; overflow-wrap: anywhere; }
@media print { body { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .report { max-width: none; padding: 0; } .page { break-before: page; } section.page > h2 { margin-top: 0; }
  figure:has(svg), figure:not(:has(tbody > tr:nth-child(12))) { break-inside: avoid; } figure { overflow: visible; } footer { display: none; } }
`;
