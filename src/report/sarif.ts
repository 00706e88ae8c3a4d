import type { Item, Level, Severity } from '../analyzer/item';
import type { Elsewhere } from '../analyzer/review';
import type { OtherRule } from '../checklist/rules';
import { explainItem, explainRule } from './explain';
import type { FindingReport } from './file-report';
import { hash } from './fingerprint';
import { ruleUrl, uriPath } from './links';
import type { Failed, Outcome, Reporter } from './outcome';
import type { Range } from './position';
import { TOOL } from './tool';
import { areaName, areaOf } from './words';

export interface SarifOptions {
  readonly items: readonly Item[];
  readonly rules: readonly OtherRule[];
}

const LEVELS: Readonly<Record<Level, 'error' | 'warning' | 'note' | 'none'>> = { error: 'error', warning: 'warning', info: 'note', off: 'none' };
/** The folder that the command ran in: paths are relative to it. */
const BASE = 'SRCROOT';
const INFORMATION = 'https://github.com/tpm-spec-review/tpm-spec-review';

/** SARIF 2.1.0, for code scanning and other collectors of results; one result a line. */
export function sarifReporter({ items, rules }: SarifOptions): Reporter {
  const failed: Failed[] = [];
  let between = '';
  const driver = {
    name: TOOL.name, version: TOOL.version, semanticVersion: TOOL.version, informationUri: INFORMATION,
    rules: [...items.map(itemRule), ...areasOf(items).map(areaRule), ...rules.map(otherRule)],
  };
  return {
    start: () => `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"tool":${JSON.stringify({ driver })},`
      + `"columnKind":"utf16CodeUnits","originalUriBaseIds":${JSON.stringify({ [BASE]: { description: { text: 'The folder that the command ran in.' } } })},"results":[`,
    add(outcome: Outcome) {
      if ('error' in outcome) {
        failed.push(outcome);
        return '';
      }
      return outcome.findings.map((finding) => {
        const line = `${between}\n${JSON.stringify(result(outcome.path, finding))}`;
        between = ',';
        return line;
      }).join('');
    },
    end: () => `\n],"invocations":[${JSON.stringify({ executionSuccessful: failed.length === 0, toolExecutionNotifications: failed.map(notification) })}]}]}\n`,
  };
}

const areasOf = (items: readonly Item[]): readonly string[] => [...new Set(items.map((item) => areaOf(item.id)))];

const itemRule = (item: Item): object => ({
  ...described(item.id, item.question, item.why, `${item.why} To satisfy it, ${item.expected}.`, explainItem(item)),
  ...(item.url !== undefined && { helpUri: item.url }),
  defaultConfiguration: { level: LEVELS[item.severity.design] },
});

const otherRule = (rule: OtherRule): object => described(rule.id, rule.reports, rule.why, `${rule.why} To satisfy it, ${rule.expected}.`, explainRule(rule));

function areaRule(area: string): object {
  const what = `${areaName(area)}: several smaller questions are open.`;
  const help = 'The message names them; each has its own documentation, and can be answered or decided by itself.';
  return described(`${area}/*`, what, what, help, help);
}

const described = (id: string, short: string, full: string, help: string, markdown: string): object => ({
  id, shortDescription: { text: short }, fullDescription: { text: full }, help: { text: help, markdown }, helpUri: ruleUrl(id), properties: { tags: [areaOf(id)] },
});

const result = (path: string, finding: FindingReport): object => ({
  ruleId: finding.rule,
  level: LEVELS[finding.severity satisfies Severity],
  message: { text: finding.message },
  locations: [location(path, finding)],
  ...relatedLocations([...finding.related.map((r) => ({ path, ...r })), ...finding.elsewhere ?? []]),
  partialFingerprints: { 'specReviewFinding/v1': hash(`${path}\n${finding.fingerprint}`) },
  properties: { priority: finding.priority, ...(finding.items && { items: finding.items }) },
});

const relatedLocations = (places: readonly Elsewhere[]): object =>
  (places.length ? { relatedLocations: places.map((place, id) => ({ id, ...location(place.path, place), message: { text: place.message } })) } : {});

const location = (path: string, { start, end }: Range): object => ({
  physicalLocation: {
    artifactLocation: artifact(path),
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  },
});

/** A path outside of the folder that the command ran in is absolute, and needs no base. */
function artifact(path: string): object {
  const uri = uriPath(path);
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[a-z]:\//i.test(path)) return { uri: `file:///${path.slice(0, 2)}${uri.slice(uri.indexOf('/'))}` };
  return { uri, uriBaseId: BASE };
}

const notification = ({ path, error }: Failed): object => ({
  level: 'error', message: { text: `${path} ${error}` }, locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
});
