// Precision, recall and F1 of reported gaps, evidence hits, confidence and calibration over judged answers.
const SLACK = 3;
const share = (n, d) => (d ? (n / d).toFixed(3) : '  -  ');
const isGap = (state) => state === 'missing' || state === 'partial';

export function report(answers, flags) {
  const groups = new Map();
  for (const answer of answers) groups.set(answer.label.item, [...(groups.get(answer.label.item) ?? []), answer]);
  if (flags.has('--by-item')) for (const [item, own] of [...groups].sort()) console.log(row(item, tally(own)));
  if (flags.has('--errors')) for (const { doc, label, found } of answers) {
    if (label.gold === 'na' || isGap(found.state) === (label.gold === 'gap')) continue;
    console.log(`${doc.id} ${label.item}: gold ${label.verdicts} at ${label.lines}; ${found.state} ${found.confidence}: ${found.reason}`);
  }
  const all = tally(answers);
  console.log(row('all', all));
  const tallies = [...groups.values()].map(tally).filter((t) => t.tp + t.fn > 0);
  console.log(`macro F1 over ${tallies.length} items ${share(tallies.reduce((s, t) => s + f1(t), 0), tallies.length)}`);
  const strict = (verdict) => answers.filter((a) => a.label.verdicts?.every((v) => v === verdict));
  const missing = strict('missing'), covered = strict('covered');
  console.log(`all readers missing: ${share(missing.filter((a) => isGap(a.found.state)).length, missing.length)} reported; all covered: ${share(covered.filter((a) => !isGap(a.found.state)).length, covered.length)} not reported`);
  const sure = answers.filter((a) => a.found.confidence >= 0.8);
  console.log(`confident on ${share(sure.length, answers.length)}, right on ${share(sure.filter(right).length, sure.length)} of those; calibration error ${calibration(answers).toFixed(3)}`);
}

const right = ({ label, found }) => isGap(found.state) === (label.gold === 'gap');
const f1 = (t) => (2 * t.tp) / Math.max(1, 2 * t.tp + t.fp + t.fn);
const row = (name, t) => `${name.padEnd(34)} P ${share(t.tp, t.tp + t.fp)} R ${share(t.tp, t.tp + t.fn)} F1 ${f1(t).toFixed(3)} evidence ${share(t.hit, t.both)} (tp ${t.tp} fp ${t.fp} fn ${t.fn} tn ${t.tn})`;

function tally(answers) {
  const t = { tp: 0, fp: 0, fn: 0, tn: 0, hit: 0, both: 0 };
  for (const answer of answers) {
    const { label, found, doc } = answer;
    const gap = isGap(found.state), gold = label.gold === 'gap';
    t[gap ? (gold ? 'tp' : 'fp') : gold ? 'fn' : 'tn']++;
    if (found.state === 'covered' && label.gold === 'covered' && label.lines?.length) {
      t.both++;
      if (hits(found.evidence, label.lines, doc)) t.hit++;
    }
  }
  return t;
}

function hits(evidence, lines, doc) {
  doc.starts ??= [0, ...[...doc.text.matchAll(/\r\n|\n|\r/g)].map((m) => m.index + m[0].length)];
  const lineOf = (offset) => doc.starts.findLastIndex((start) => start <= offset) + 1;
  const gold = lines.map((range) => { const [a, b] = String(range).split('-').map(Number); return [a, b ?? a]; });
  return evidence.some((e) => gold.some(([a, b]) => lineOf(e.start) <= b + SLACK && lineOf(e.end) >= a - SLACK));
}

function calibration(answers) {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const own = answers.filter(({ found }) => Math.min(9, Math.floor(found.confidence * 10)) === bin);
    error += Math.abs(own.reduce((s, a) => s + a.found.confidence, 0) - own.filter(right).length);
  }
  return error / Math.max(1, answers.length);
}
