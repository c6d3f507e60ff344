/**
 * The look of the HTML export: a printed parallel text (think of facing pages), on screen by day and by night, and on paper.
 * Only fonts that the reader's system has: nothing is fetched, nothing embedded.
 * It must stay a constant: the page's policy allows exactly this style by its hash.
 */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --ink: #22201c; --quiet: #6b665d; --line: #e2ddd3; --wash: #f2efe8; --mark: #2f5d62;
  --serif: 'Source Serif 4', 'Iowan Old Style', 'Palatino Linotype', Palatino, 'Noto Serif', 'Linux Libertine O', Georgia, serif;
  --sans: Inter, system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #1b1a18; --ink: #e4dfd5; --quiet: #a29b8f; --line: #37342f; --wash: #24221f; --mark: #86b8bb; }
}
* { box-sizing: border-box; }
html { font: 100%/1.5 var(--serif); -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); }
main { max-width: 76rem; margin: 0 auto; padding: 3.5rem 2rem 5rem; }
a { color: inherit; text-decoration-color: var(--quiet); text-underline-offset: .2em; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.languages, .facts, .states, .made, .contents small, thead th, .number, .state {
  font-family: var(--sans); font-size: .8125rem; line-height: 1.25rem; color: var(--quiet);
}
h1 { font-size: 1.9rem; line-height: 1.2; font-weight: 600; letter-spacing: -.01em; margin: .25rem 0 .75rem; max-width: 34em; text-wrap: balance; }
.languages { margin: 0; color: var(--mark); font-weight: 600; letter-spacing: .02em; }
.facts, .states, .made { margin: 0; }
.states { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; margin-top: .5rem; }
.states b { color: var(--ink); font-weight: 600; }
.made { margin-top: .5rem; }
.mark { width: .75em; height: .75em; margin-inline-end: .45em; vertical-align: -.02em; color: var(--mark); overflow: visible; }

.contents { margin-bottom: 4rem; padding-bottom: 2rem; border-bottom: 1px solid var(--line); }
.contents ol { list-style: none; margin: 1.5rem 0 0; padding: 0; }
.contents li { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 2rem; padding: .375rem 0; }
article + article { margin-top: 5rem; padding-top: 3.5rem; border-top: 1px solid var(--line); }

table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-top: 1.75rem; }
.c-number { width: 2.75rem; } .c-state { width: 7.5rem; }
thead th { position: sticky; top: 0; padding: .5rem 1.75rem .5rem 0; text-align: start; font-weight: 600; background: var(--paper); box-shadow: inset 0 -1px var(--line); }
th.c-state { padding-inline: .25rem 0; white-space: nowrap; }
/* Physical sides: the columns stay in place whatever direction their text runs in. */
td { vertical-align: top; padding: .1875rem 1.75rem .1875rem 0; overflow-wrap: anywhere; }
td.text { font-size: 1.0625rem; line-height: 1.55; white-space: pre-wrap; hyphens: auto; }
tbody tr:first-child td { padding-top: .75rem; }
tbody tr:last-child td { padding-bottom: .5rem; }
tbody tr:hover td, tr:target td { background: var(--wash); }
.number { padding-inline-end: .75rem; text-align: end; line-height: 1.65rem; font-variant-numeric: tabular-nums; }
.state { padding-inline: .25rem 0; line-height: 1.65rem; white-space: nowrap; }
.text h2 { display: inline; font-size: 1.1875rem; line-height: 1.35; font-weight: 600; }
tbody.heading tr:first-child td { padding-top: 1.75rem; }
tbody.link .text { font-style: italic; }
tbody:is(.sign-off, .furniture) .text { color: var(--quiet); font-size: .9375rem; }
.missing { color: var(--quiet); font-style: italic; }

@media screen and (max-width: 46rem) {
  main { padding: 1.5rem 1rem 3rem; }
  colgroup, thead, .number { display: none; }
  table, tbody, tr, td { display: block; width: auto; }
  tbody tr:first-child td { padding-top: .1875rem; }
  tbody { padding-top: 1rem; }
  td, .state { padding-inline: 0; }
  td.source { color: var(--quiet); }
}

@page { size: portrait; margin: 17mm 15mm 18mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; color: #555; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #4d4d4d; --line: #bbb; --wash: #fff; --mark: #000; }
  html { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 17pt; }
  .languages, .facts, .states, .made, .contents small, thead th, .number, .state { font-size: 7.5pt; line-height: 10pt; }
  article + article { break-before: page; margin: 0; padding: 0; border: 0; }
  .contents { margin: 0 0 18pt; padding: 0 0 12pt; }
  thead { display: table-header-group; }
  thead::after { content: ''; display: table-row; height: 4pt; }
  thead th { position: static; box-shadow: none; border-bottom: .5pt solid var(--line); }
  tr { break-inside: avoid; }
  tbody.heading { break-after: avoid; }
  td { padding-block: 1.5pt; padding-inline-end: 12pt; }
  td.text { font-size: 9.5pt; line-height: 13pt; orphans: 2; widows: 2; }
  .text h2 { font-size: 10.5pt; }
  .number, .state { line-height: 13pt; }
  .c-number { width: 18pt; } .c-state { width: 60pt; }
  a { text-decoration: none; }
}
`;
