import { defineItem } from '../../analyzer/item';
import { because } from '../due';
import { DURATION, NUMBER, SIZE, words } from '../words';

const COUNTED = /(?:requests?|calls?|items?|entries|elements?|characters?|chars|bytes|objects?|instances?|pods?|nodes?|connections?|retries|attempts|images?|rows?|records?|messages?|files?|keys?|labels?|users?|sessions?|threads?|workers?|volumes?|replicas|per (?:second|minute|hour|day|page|user|tenant|project|namespace))/;

export default defineItem({
  id: 'api/limits',
  question: 'What bounds its use: rates, quotas, page and payload sizes, timeouts?',
  why: 'A limit that nobody wrote down is found by the first heavy user, as an incident or a contract dispute.',
  expected: 'give the rate, quota, page size, payload size and timeout, each with its value',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'info', adr: 'off' },
  weight: 3,
  due: (facts) => because('adds', facts.operations),
  evidence: {
    headings: [
      'limits', 'limit', 'rate limits', 'rate limit', 'rate limiting', 'quotas', 'quota', 'size limits', 'resource limits', 'pagination', 'throttling', 'timeouts', 'timeout',
      'limits and quotas', 'quotas and limits', 'usage limits', 'service limits', 'bounds', 'backpressure',
    ],
    headingPattern: /\b(?:limits?|quotas?|rate limit\w*|paginat\w+|throttl\w+|timeouts?|max(?:imum)? \w+|bounds)\b/,
    topic: /\b(?:limits?|quotas?|max(?:imum)?|at most|capped|timeouts?|throttl\w+|paginat\w+|page size|ttl|expir(?:y|es?|ed|ation))\b/i,
    statements: [
      words`\b(?:max(?:imum)?|at most|no more than|limit(?:ed|s)?|capp?(?:ed|s)?|not exceed|cannot exceed|cannot be (?:more|longer|larger) than)\b[^.\n\d]{0,40}(?:${DURATION}|${SIZE}|${NUMBER} ${COUNTED}\b)|(?:<=|≤) ?(?:${DURATION}|${SIZE}|${NUMBER} ${COUNTED}\b)`,
      words`\bup to[^.\n\d]{0,20}(?:${SIZE}|${NUMBER} (?:concurrent |parallel |active )?${COUNTED}\b)`,
      words`\b(?:a max(?:imum)? of|at most|no more than|not more than|capped (?:at|to)|cannot exceed|(?:must|may|can|shall) not exceed|(?:limit|cap|quota) (?:of|is)) (?:about )?\x60?\d[\d,]{0,12}\x60? [a-z]{3,}`,
      words`\b(?:${DURATION}|${SIZE}|${NUMBER} ${COUNTED}) ?(?:max(?:imum)?|limit|or less|at most|per[- ](?:call|request|user|tenant|project|page)|timeout)\b`,
      words`\b(?:time-?(?:s )?outs?|ttl|retention|lifespan|lifetime|valid|expir\w+|cached|rate limit|quota)\b[^.\n\d]{0,30}\b(?:${DURATION}|(?:one|two|five|ten|thirty) (?:second|minute|hour|day)s?\b)`,
      words`\b(?:page size|rate limit|quota|buffer(?: size| of)|batch(?:es)?(?: of| size)|concurrency|parallelism|max[ _-]?(?:size|items|retries|replicas|nodes|value|accepted))\b[^.\n\d]{0,30}(?:${SIZE}|\b\d{1,9}\b)`,
      words`\b(?:defaults?(?: to)?|valid for|wait(?:s)?(?: for)?|every|after)\b[^.\n\d]{0,20}${DURATION}[^.\n]{0,40}\b(?:max(?:imum)?|limit|timeouts?|clamp\w*|cap(?:ped)?|expir\w+|configurable)\b`,
      /\b(?:MaxItems|MaxLength|MaxSize|maxItems|maxLength)\b ?[=:] ?\d/,
      words`\b(?:only|at most|exactly|no more than|a single|limited to) (?:one|two|three|a single|\d{1,9}) (?:\S+ ){0,6}(?:concurrently|simultaneously|at (?:a|any|the same) (?:given )?time|per|in (?:the same|a|one) (?:cluster|namespace|project)|for each|is allowed|are allowed)\b`,
      words`\b(?:multiple|several|more than one) (?:\S+ ){1,4}(?:(?:is|are) not (?:allowed|supported|possible|permitted))\b|\bimpossib\w+ (?:of|to) (?:run|have|hav|creat|us)\w* (?:multiple|several|more than one)\b`,
      words`${NUMBER} ?(?:requests?|req|calls?|queries|messages?|events?|operations?)(?: per | an? | ?\/ ?)(?:s|sec|second|minute|min|hour|day)\b`,
    ],
    structure: ({ table }) => table !== undefined && table.roles.includes('limit') && table.rows.some((row) => row.some((cell) => /\d/.test(cell.text))),
  },
  skeleton: {
    heading: 'Limits',
    questions: [
      'How many calls may one caller make, and in which window?',
      'How large may a request, a page and a response be?',
      'After which time does a call give up?',
      'What does a caller see at the limit, and who can raise it?',
    ],
    after: ['access control', 'error handling', 'api', 'api design', 'api changes', 'design', 'detailed design', 'proposal'],
  },
  examples: {
    covered: [
      '## Limits\n\n| What | Limit |\n|---|---|\n| Requests | 100 per minute and tenant |\n| Page size | 200 items |\n',
      '## Upload\n\nA file may be at most 25 MB. The upload is cancelled after a timeout of 60 s.\n',
      '## Runs\n\nOnly one import of a workspace runs at a time, and a run fetches no more than 500 rows.\n',
    ],
    partial: ['## Rate limits\n\nThe limits are configurable.\n', '## Limits\n\nTBD\n'],
    missing: ['## Upload\n\nThe browser sends the file and shows its progress.\n', '## Runs\n\nA run may take up to 4 hours; the capacity of 2 workers is enough for that.\n'],
  },
});
