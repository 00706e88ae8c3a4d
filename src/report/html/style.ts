/** The style of the HTML report: it reads on paper, on a telephone, and in the dark. Text has at least 4.5:1, bars 3:1. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: #fff; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --panel: #f6f8fa; --link: #0958b3;
  --answered: #1a7f37; --decided: #6e7781; --partly: #b07c00; --missing: #cf222e; --check: #0969da;
  --error: #b31d28; --warning: #855600; --info: #0958b3;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --text: #e6edf3; --soft: #9da7b1; --line: #30363d; --panel: #161b22; --link: #6cb6ff;
    --answered: #3fb950; --decided: #8b949e; --partly: #d29922; --missing: #f85149; --check: #58a6ff;
    --error: #ff7b72; --warning: #e3b341; --info: #6cb6ff;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.5rem 3rem; max-width: 60rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
a { color: var(--link); text-underline-offset: .15em; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0; color: var(--soft); font-size: .875rem; font-weight: 600; }
h2 { margin: .25rem 0 0; font-size: 1.6rem; overflow-wrap: anywhere; }
h3 { margin: 2.25rem 0 .75rem; font-size: 1.1rem; }
article + article { margin-top: 3rem; padding-top: 2rem; border-top: 1px solid var(--line); }
.about { margin: .35rem 0 0; color: var(--soft); overflow-wrap: anywhere; }
.sum { margin: 1rem 0 0; font-size: 1.1rem; }
.note { margin: .5rem 0 0; color: var(--soft); font-size: .925rem; }
ol, ul { margin: 0; padding: 0; list-style: none; }
.finding { overflow-wrap: anywhere; }
.cards .finding { margin: 0 0 .75rem; padding: .75rem 1rem .85rem; border: 1px solid var(--line); border-left: 3px solid var(--tone); border-radius: 4px; }
.rows .finding { padding: .75rem 0; border-top: 1px solid var(--line); }
.rows .finding:first-child { padding-top: 0; border-top: 0; }
.error { --tone: var(--error); } .warning { --tone: var(--warning); } .info { --tone: var(--info); } .answer { --tone: var(--answered); } .muted { --tone: var(--soft); }
.head { display: flex; flex-wrap: wrap; gap: .1rem .75rem; align-items: baseline; margin: 0; font-size: .925rem; }
.head strong { font-size: 1rem; }
.level { color: var(--tone); font-weight: 650; }
.severity { color: var(--soft); }
.where { margin-left: auto; color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
.finding p + p { margin: .25rem 0 0; }
figure { margin: .6rem 0 0; }
figcaption { color: var(--soft); font-size: .875rem; }
blockquote { margin: .15rem 0 0; padding: .4rem .75rem; background: var(--panel); border-radius: 4px; font-size: .9rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
.scroll + .scroll { margin-top: 1.25rem; }
table { width: 100%; border-collapse: collapse; font-size: .925rem; }
caption { padding: 0 0 .4rem; color: var(--soft); text-align: left; }
th, td { padding: .45rem .75rem .45rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--soft); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 500; }
.count { text-align: right; font-variant-numeric: tabular-nums; }
.areas th { white-space: nowrap; }
.areas td, .areas tbody th { vertical-align: middle; }
.areas .picture { width: 30%; min-width: 7rem; }
.areas svg { display: block; width: 100%; height: .8rem; }
.key { display: inline-block; width: .7em; height: .7em; margin-right: .4em; border-radius: 2px; background: var(--tone); }
.is-answered { --tone: var(--answered); } .is-decided { --tone: var(--decided); } .is-partly { --tone: var(--partly); } .is-missing { --tone: var(--missing); } .is-check { --tone: var(--check); }
rect { fill: var(--tone); stroke: var(--page); stroke-width: .06; }
.standing { white-space: nowrap; }
.verdict { color: var(--tone); font-weight: 650; white-space: nowrap; }
.lacking { color: var(--error); white-space: nowrap; }
.number { color: var(--soft); font-variant-numeric: tabular-nums; }
.matrix { width: auto; min-width: 60%; table-layout: fixed; }
.matrix th { width: 7rem; vertical-align: middle; }
.matrix thead th + th { text-align: center; }
.matrix .place { height: 2.75rem; border: 2px solid var(--page); border-radius: 4px; background: var(--panel); text-align: center; vertical-align: middle; padding: .25rem; }
.matrix tbody th { border-bottom: 0; }
.matrix .place span[data-line] { display: inline-block; min-width: 1.75em; padding: .1em .45em; border-radius: 1em; background: var(--page); color: var(--text); font-weight: 650; font-variant-numeric: tabular-nums; text-decoration: none; }
.heat-0, .heat-1 { --heat: var(--answered); } .heat-2 { --heat: var(--partly); } .heat-3, .heat-4 { --heat: var(--missing); }
.matrix .heat-0, .matrix .heat-3 { background: color-mix(in srgb, var(--heat) 22%, var(--page)); }
.matrix .heat-1, .matrix .heat-2 { background: color-mix(in srgb, var(--heat) 26%, var(--page)); }
.matrix .heat-4 { background: color-mix(in srgb, var(--heat) 42%, var(--page)); }
.trace .mark { width: 3.25rem; padding: .45rem .25rem; text-align: center; }
.trace .words { color: var(--soft); }
.plan .time { width: 42%; min-width: 12rem; padding: .45rem 1rem .45rem 0; }
.plan svg { display: block; overflow: visible; }
.plan text { fill: var(--soft); font-size: .75rem; }
.plan .step { fill: var(--check); stroke: none; }
.plan .tick { stroke: var(--line); stroke-width: 1; }
.plan .when, .plan .who { white-space: nowrap; font-variant-numeric: tabular-nums; }
.plan .group th { padding-top: 1rem; color: var(--soft); font-weight: 600; }
.drawn + .drawn { margin-top: 1.5rem; }
.drawn svg { display: block; margin: 0 auto; font-size: 12px; }
.drawn rect { fill: var(--panel); stroke: var(--soft); stroke-width: 1; }
.drawn text { fill: var(--text); text-anchor: middle; }
.drawn .frame { fill: var(--soft); font-size: 10.5px; }
.drawn .lid { fill: none; stroke: var(--soft); }
.drawn .group rect { fill: none; stroke-dasharray: 2 3; }
.drawn .unsaid rect { stroke: var(--warning); stroke-width: 2; stroke-dasharray: 6 4; }
.drawn .weak rect { stroke: var(--error); stroke-width: 2.5; stroke-dasharray: none; }
.drawn .badge circle { fill: var(--text); stroke: var(--page); }
.drawn .badge text { fill: var(--page); font-weight: 700; }
.drawn .tie path { fill: none; stroke: var(--soft); stroke-width: 1.25; }
.drawn .inside path { stroke-dasharray: 2 3; }
.drawn .tie .head { fill: var(--soft); stroke: none; }
.drawn .words { fill: var(--soft); font-size: 11px; paint-order: stroke; stroke: var(--page); stroke-width: 4px; }
.drawn g[data-line] { text-decoration: none; }
.drawn g[data-line]:focus-visible { outline: none; }
.drawn g[data-line]:focus-visible rect { stroke: var(--link); stroke-width: 3; }
.remarks { margin-top: .6rem; font-size: .925rem; }
.sign { display: inline-block; width: 1.4em; height: 1.4em; border-radius: 50%; background: var(--text); color: var(--page); font-weight: 700; line-height: 1.4; text-align: center; }
.questions td:nth-child(3) { overflow-wrap: anywhere; }
.questions .lines { min-width: 5.5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
td, th, li { position: relative; }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .925rem; }
footer p { margin: 0; }
@media (max-width: 40rem) {
  .plan .time { min-width: 9rem; }
  .matrix { min-width: 100%; }
  .matrix th { width: auto; }
}
@media print {
  :root { --page: #fff; --text: #000; --soft: #444; --line: #bbb; --panel: #f2f2f2; --link: #000; --answered: #1a7f37; --decided: #6e7781; --partly: #b07c00; --missing: #cf222e; --check: #0969da; --error: #b31d28; --warning: #855600; --info: #0958b3; }
  @page { margin: 16mm; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  a { text-decoration: none; }
  article + article { break-before: page; margin-top: 0; padding-top: 0; border-top: 0; }
  h2, h3, caption { break-after: avoid; }
  .finding, tr, figure, svg, .matrix, footer { break-inside: avoid; }
  .drawn svg { max-width: 100%; height: auto; }
  .scroll { overflow: visible; }
  td { overflow-wrap: anywhere; }
  .key, rect, circle, blockquote, .place, .sign { print-color-adjust: exact; }
}
`.trim();
