import { ownOperations } from '../../analyzer/facts/operations';
import { defineItem, type Facts } from '../../analyzer/item';
import { because } from '../due';
import { operationTable } from '../operation-table';
import { words } from '../words';

const FAULT = /(?:fail(?:s|ed|ure|ing)?|invalid|errors?|exceed(?:s|ed)?|missing|malformed|unsupported|conflict(?:s|ing)?|duplicated?|cannot|can ?not|does not exist|not found|unavailable|times? out|timeout|illegal|incorrect|wrong)/;
const REACTION = /(?:return(?:s|ed)?|reject(?:s|ed)?|refuse[sd]?|fail(?:s|ed)?|den(?:y|ies|ied)|throw[sn]?|raise[sd]?|warn(?:s|ed|ing)?|error|ignore[sd]?|skip(?:s|ped)?|show[sn]?|display(?:s|ed)?|report(?:s|ed)?|log(?:s|ged)?|retr(?:y|ies|ied)|treated as|exits?|abort(?:s|ed)?)/;

/** For exactly the endpoints and RPCs that the document lists. */
function errorsTable(facts: Facts): readonly string[] {
  const operations = ownOperations(facts, undefined);
  return operations.length ? operationTable(operations, ['Code or message', 'When', 'What the caller does']) : [];
}

export default defineItem({
  id: 'api/errors',
  question: 'What does a caller or user see when a call fails?',
  why: 'Most of the cost of an integration is in the unhappy path; errors that nobody designed reach customers as support cases.',
  expected: 'name the failures, the code or message each one gives, and whether to retry',
  severity: { kep: 'info', rfc: 'warning', design: 'warning', prd: 'warning', adr: 'off' },
  weight: 3,
  due: (facts) => because('adds', facts.operations),
  evidence: {
    headings: [
      'error handling', 'errors', 'error codes', 'error responses', 'error cases', 'error messages', 'error semantics', 'error behavior', 'error conditions', 'validation', 'validations',
      'input validation', 'validation rules', 'api validation', 'webhook validation', 'manifest validation', 'failure responses', 'failures', 'exceptions', 'status codes', 'return codes',
      'exit codes', 'timeouts', 'timeouts and errors', 'retries',
    ],
    headingPattern: /\b(?:errors?|validations?|exceptions?|status codes?|exit codes?|rejections?|failures?|timeouts?|invalid)\b/,
    topic: /\b(?:errors?|fail(?:s|ed|ures?)?|invalid|reject(?:s|ed)?|exceptions?|validat\w+|timeouts?|status codes?)\b/i,
    statements: [
      words`\b(?:returns?|returning|respond(?:s|ing)? with|repl(?:y|ies) with|results? in|gives?|get|throws?|raises?|fails? with|reports?|receives?|emits?|produces?|causes?|with|as)\b[^.\n]{0,30}\b(?:an? (?:\w+ ){0,2}errors?|errors\b(?!\.)|(?:a|HTTP) [45]\d\d|an? \w*exception)\b`,
      /\b(?:HTTP|status(?: code)?|codes?|responses?)[ :`*]{1,4}[45]\d\d\b|\b[45]\d\d\b[ :`(*-]{1,4}(?:not found|bad request|conflict|forbidden|unauthori[sz]ed|too many|unprocessable|internal|insufficient|payment|gone|service)/i,
      words`\b(?:must|will|should|shall|is|are|gets?|can) (?:also )?(?:be )?(?:rejected|refused|denied|not be (?:accepted|allowed|permitted)|ignored with)\b`,
      words`\b(?:rejects?|refuses?|den(?:y|ies)(?!-)|forbids?|disallows?)\b[^.\n]{0,60}\b(?:invalid|requests?|calls?|combinations?|values?|attempts?|updates?|changes?|creation|deletion|if|when|as|that)\b`,
      words`\b(?:if|when(?:ever)?|in case|on|where)\b[^.\n]{0,70}\b${FAULT}\b[^.\n]{0,80}\b${REACTION}\b`,
      words`\b${REACTION}\b[^.\n]{0,60}\b(?:if|when(?:ever)?|in case)\b[^.\n]{0,70}\b(?:${FAULT}|not (?:allowed|valid|supported|exist|match)|no match)\b`,
      words`\b(?:errors?|error messages?|warnings?|failures?)\b[^.\n]{0,40}\b(?:is|are|will be|must be|should be|be) (?:\w+ )?(?:returned|shown|displayed|reported|surfaced|raised|thrown|sent|propagated|recorded)\b`,
      /\b(?:exit codes?|exits? non-?zero|returns? (?:zero|non-?zero)|error (?:code|type)s)\b/i,
      words`\b(?:quer(?:y|ies)|requests?|calls?|operations?|commands?|jobs?|creations?|runs?|transactions?|uploads?|imports?|startup|installation)\b[^.\n]{0,20}\b(?:will |must |should |then |can )?(?:fails?|be (?:aborted|dropped|rejected|refused)|(?:is|are) (?:aborted|dropped|rejected|refused|unaffected))\b`,
      /\b[A-Z]\w+(?:Error|Exception)\b|\bErr[A-Z]\w+|\bfield\.(?:Forbidden|Invalid|Required)\b/,
    ],
    structure: ({ table }) => table !== undefined && !table.roles.includes('mitigation')
      && (table.roles.includes('error') || table.rows.filter((row) => row.some((cell) => /^`?[45]\d\d\b/.test(cell.text))).length >= 2),
  },
  skeleton: {
    heading: 'Error handling',
    questions: [
      'Which inputs are rejected, and with which code and message?',
      'What does the caller see when a dependency is slow or down?',
      'Which failures may be retried, and is a repeated call safe?',
    ],
    after: ['api', 'api design', 'api changes', 'interface', 'design', 'detailed design', 'proposal'],
  },
  table: errorsTable,
  examples: {
    covered: [
      '## Error handling\n\n| Status | When | What the caller does |\n|---|---|---|\n| 409 | the order is already paid | nothing |\n| 503 | the provider is down | retry after 30 s |\n',
      '## Creating a schedule\n\nIf the interval is shorter than one minute or invalid, the webhook rejects the request and the message names the field.\n',
    ],
    partial: ['## Error handling\n\nErrors are handled properly.\n'],
    missing: ['## Creating a schedule\n\nA schedule has a name and an interval. The controller starts a job at each interval.\n'],
  },
});
