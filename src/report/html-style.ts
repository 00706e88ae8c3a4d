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
body { margin: 0 auto; padding: 2rem 1.25rem 3rem; max-width: 60rem; background: var(--page); color: var(--text); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
a { color: var(--link); text-underline-offset: .15em; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; }
h1 { margin: 0; font-size: 1.75rem; }
h2 { margin: 0; font-size: 1.35rem; overflow-wrap: anywhere; }
h3 { margin: 2rem 0 .75rem; font-size: 1.05rem; }
header p, .about { margin: .25rem 0 0; color: var(--soft); }
article { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 3px solid var(--line); }
.sum { margin: 1rem 0 0; font-size: 1.1rem; }
ol, ul { margin: 0; padding: 0; list-style: none; }
.finding { margin: 0 0 .75rem; padding: .75rem 1rem; border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 6px; }
.error { --tone: var(--error); } .warning { --tone: var(--warning); } .info { --tone: var(--info); } .answer { --tone: var(--answered); }
.head { display: flex; flex-wrap: wrap; gap: .1rem .75rem; align-items: baseline; margin: 0; }
.level { color: var(--tone); font-weight: 650; }
.severity { color: var(--soft); font-size: .875rem; }
.where { margin-left: auto; color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
.finding p { margin: .25rem 0 0; overflow-wrap: anywhere; }
figure { margin: .6rem 0 0; }
figcaption { color: var(--soft); font-size: .875rem; }
blockquote { margin: .15rem 0 0; padding: .4rem .75rem; background: var(--panel); border-radius: 4px; font-size: .9rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .925rem; }
caption { padding: 0 0 .5rem; color: var(--soft); text-align: left; }
th, td { padding: .45rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th:first-child, td:first-child { padding-left: 0; }
th { font-weight: 600; }
tbody th { font-weight: 500; }
.count { text-align: right; font-variant-numeric: tabular-nums; }
.areas thead th { white-space: nowrap; }
.areas .picture { width: 32%; min-width: 8rem; vertical-align: middle; }
.areas svg { display: block; width: 100%; height: .9rem; }
.key { display: inline-block; width: .7em; height: .7em; margin-right: .35em; border-radius: 2px; background: var(--tone); }
.is-answered { --tone: var(--answered); } .is-decided { --tone: var(--decided); } .is-partly { --tone: var(--partly); } .is-missing { --tone: var(--missing); } .is-check { --tone: var(--check); }
rect { fill: var(--tone); stroke: var(--page); stroke-width: .06; }
.standing { white-space: nowrap; }
.questions td:nth-child(3) { overflow-wrap: anywhere; }
.questions .lines { min-width: 5.5rem; }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); }
@media print {
  :root { --page: #fff; --text: #000; --soft: #444; --line: #bbb; --panel: #f2f2f2; --link: #000; --answered: #1a7f37; --decided: #6e7781; --partly: #b07c00; --missing: #cf222e; --check: #0969da; --error: #b31d28; --warning: #855600; --info: #0958b3; }
  @page { margin: 16mm; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  a { text-decoration: none; }
  article + article { break-before: page; }
  h2, h3, caption { break-after: avoid; }
  .finding, tr, figure { break-inside: avoid; }
  .key, rect, blockquote { print-color-adjust: exact; }
}
`.trim();
