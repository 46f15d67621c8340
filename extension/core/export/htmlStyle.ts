/** The one style sheet of an HTML export. Whoever changes it changes `htmlStyleHash` too; a test tells the hash. */
export const htmlStyle = `
:root { color-scheme: light dark; --text: #1f2328; --dim: #59636e; --line: #d1d9e0; --back: #fff; --band: #f6f8fa;
  --problems: #b42318; --running: #0969da; --stale: #8a5a00; --unknown: #6639ba; --validated: #1a7f37; --nothing: #59636e; }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9198a1; --line: #3d444d; --back: #0d1117;
  --band: #151b23; --problems: #ff7b72; --running: #79c0ff; --stale: #e3b341; --unknown: #d2a8ff; --validated: #7ee787;
  --nothing: #9198a1; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 24px; max-width: 1400px; color: var(--text); background: var(--back);
  font: 14px/1.45 "Segoe UI", system-ui, sans-serif; }
h1 { margin: 0 0 16px; font-size: 24px; font-weight: 600; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 0 0 28px; }
dt, small, footer { color: var(--dim); }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
th { padding: 8px 12px; border-bottom: 2px solid var(--line); text-align: left; font-weight: 600; white-space: nowrap; }
td { padding: 8px 12px; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
td, small { unicode-bidi: isolate; }
tbody tr:nth-child(even) { background: var(--band); }
small { display: block; font-size: 12px; }
b { font-weight: 600; }
td:last-child { width: 36%; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
th:nth-child(4) { text-align: right; }
.time { white-space: nowrap; font-variant-numeric: tabular-nums; }
.state { font-weight: 600; white-space: nowrap; }
.state::before { content: ""; display: inline-block; width: 8px; height: 8px; margin-right: 8px; border-radius: 50%;
  background: currentColor; }
.problems { color: var(--problems); } .running { color: var(--running); } .stale { color: var(--stale); }
.unknown { color: var(--unknown); } .validated { color: var(--validated); } .nothing { color: var(--nothing); }
summary { margin-top: 4px; color: var(--dim); cursor: pointer; font-size: 12px; }
ul { margin: 6px 0 2px; padding-left: 18px; }
li { margin-bottom: 4px; }
footer { padding: 16px 12px; }
@media (max-width: 760px) { body { padding: 20px 14px; } thead { display: none; } dl, tr, td { display: block; }
  dd { margin-bottom: 8px; } tr { padding: 10px 0; border-bottom: 1px solid var(--line); }
  td, td:last-child { width: auto; padding: 2px 8px; border: none; text-align: left; } .number { text-align: left; } }
@media print { body { padding: 0; max-width: none; color: #000; background: #fff; font-size: 10px; }
  thead { display: table-header-group; } tr { break-inside: avoid; } summary { display: none; }
  td, th { padding: 3px 6px; } .time { white-space: normal; } }
`;

/** Of the text above, as the content security policy names it. */
export const htmlStyleHash = 'sha256-X3yKKEYCrSaAHp3SN6lwB/s51CQGDSOEFqLsoQfSf9c=';
