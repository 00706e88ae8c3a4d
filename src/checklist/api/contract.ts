import { defineItem } from '../../analyzer/item';
import type { Block } from '../../analyzer/spec';
import { because } from '../due';
import { ruledOut } from '../ruled-out';

const HEADINGS = [
  'api', 'apis', 'api changes', 'api change', 'api design', 'api definition', 'api specification', 'api specifications', 'api spec', 'api endpoints', 'api surface',
  'api types', 'api updates', 'api extensions', 'api example', 'api details', 'api contracts', 'new api', 'new apis', 'proposed api', 'proposed apis', 'proposed api changes',
  'rest api', 'http api', 'http endpoint', 'endpoints', 'endpoint', 'grpc service definition', 'grpc api', 'public api', 'user facing api', 'interface', 'interfaces',
  'user interface', 'cli', 'cli changes', 'cli commands', 'cli usage', 'command line', 'commands', 'crd', 'crds', 'crd changes', 'schema', 'contract', 'contracts', 'protocol',
  'message format', 'configuration', 'configuration changes', 'configuration options', 'example configuration', 'flags', 'additional flags', 'new api fields', 'api/cli changes',
];
/** What a contract is written in; output, diagrams and shell sessions are not. */
const SIGNATURE = /^[ \t]*(?:export |pub |public |static |async |abstract ){0,3}(?:type|interface|message|service|rpc|enum|struct|func|fn|def|class|trait|fragment|query|mutation|input|CREATE TABLE|ALTER TABLE|apiVersion:|openapi:|syntax =)\b/m;
const REQUEST = /^[ \t]*(?:GET|POST|PUT|PATCH|DELETE|HEAD) +\/|\bcurl\b[^\n]{0,200}\bhttps?:/m;
const FIELDS = /^[ \t]*(?:- )?["']?[$\w.-]+["']? ?[:=][ \t]*\S/gm;
const ROUTE = /^`?(?:(?:GET|POST|PUT|PATCH|DELETE)\b|\/[\w{:])/;
const FLAG = /(?:^|\s)--[a-z][\w-]+/m;

function spellsOut({ kind, lang, text, table }: Block): boolean {
  if (kind === 'code') return lang !== 'mermaid' && (SIGNATURE.test(text) || REQUEST.test(text) || FLAG.test(text) || (text.match(FIELDS) ?? []).length >= 3);
  const roles = table?.roles ?? [];
  const called = table?.rows.some((row) => row.some((cell) => ROUTE.test(cell.text))) ?? false;
  return called || (roles.includes('name') && (roles.includes('type') || roles.includes('default')));
}

export default defineItem({
  id: 'api/contract',
  question: 'Is each interface that is added or changed spelled out?',
  why: 'Partners and other teams build against what is written here. An interface that exists only in a head is built twice and negotiated after launch.',
  expected: 'list each endpoint, command, event or setting with its inputs and outputs',
  severity: { kep: 'warning', rfc: 'warning', design: 'error', prd: 'info', adr: 'off' },
  weight: 4,
  due: (facts) => because('adds', facts.operations) ?? because('changes', facts.schemas) ?? because('adds', facts.flags),
  notApplicable: ({ spec }) => ruledOut(spec, 'APIs?(?: (?:endpoints?|changes?))?|endpoints?|(?:public )?interfaces?(?: changes?)?', HEADINGS),
  evidence: {
    headings: HEADINGS,
    headingPattern: /\b(?:apis?|interfaces?|endpoints?|cli|crds?|schemas?|grpc|rpcs?|protocol|flags?|contracts?|configuration|annotations?|spec(?:ification)?|syntax|format)\b/,
    topic: /\b(?:apis?|endpoints?|rpcs?|crds?|schemas?|(?:optional|new|config\w*|spec|status) (?:\S+ )?(?:fields?|parameters?|flags?|options?)|subcommands?|payloads?|signatures?)\b/i,
    statements: [
      /\b(?:GET|POST|PUT|PATCH|DELETE)\b`? +`?(?:https?:\/)?\/[\w{:<]/,
      /`(?!(?:hash|min|max|len|sum|avg|rate|log)\()[\w.:<>]{2,}\([^`)\n]{1,60}[^`\n]{0,60}\)`/,
      /`-{1,2}[a-z][\w-]{2,}(?:[= ][^`]{0,40})?`/,
      /\b(?:new|add(?:s|ed|ing)?|introduc\w+|defin\w+|expos\w+|propos\w+)\b[^.\n]{0,60}`[^`\n]+`[^.\n]{0,30}\b(?:fields?|flags?|annotations?|labels?|options?|parameters?|endpoints?|commands?|methods?|propert(?:y|ies)|types?|conditions?|resources?|functions?|headers?)\b/i,
      // A flag that something stands behind is how it is rolled out, not what others call.
      /\b(?<!behind (?:the|a) )(?:fields?|flags?|annotations?|labels?|options?|parameters?|endpoints?|commands?|methods?|propert(?:y|ies)|conditions?|functions?|headers?) (?:is |are )?(?:named|called)? ?`[^`\n]+`/i,
      /\b(?:paths?|endpoints?|routes?|topics?|urls?)\b[^.\n]{0,60}`\/[^`\n]+`/i,
      /^`?[\w.-]+`?(?: \(\w+\))?(?: ?:| [–—-]) ?(?:an? )?(?:optional )?(?:boolean|bool|string|integer|int|float|number|list|array|map|duration|enum|object)\b/i,
      // A class or a file that is explained is a part of the inside.
      /^`(?![A-Z][a-z]+[A-Z]\w*`|[\w.-]+\/)[^`\n]{2,60}`(?: ?\([^)\n]{2,40}\))?(?: `?\w[\w.\[\]]*`?)?(?: ?:| [–—-]) ?\S+ \S+/,
    ],
    structure: spellsOut,
  },
  skeleton: {
    heading: 'API',
    questions: [
      'Which endpoints, commands, events or settings are added or changed?',
      'What goes in and what comes out of each, with types and an example?',
      'Which of them are meant for others to call, and from which version on?',
    ],
    after: ['design', 'detailed design', 'proposal', 'architecture', 'design details', 'solution'],
  },
  examples: {
    covered: [
      '## API\n\n| Method | Path | Body | Returns |\n|---|---|---|---|\n| POST | /v1/orders | `{sku, quantity}` | 201 with the order id |\n',
      '## How it works\n\nWe add an optional `retention` field of type duration to the bucket resource.\n\n```yaml\nbucket:\n  name: logs\n  retention: 30d\n  owner: billing\n```\n',
    ],
    partial: ['## API\n\nTo be defined.\n', '## API\n\nThe API will be worked out with the administrators later.\n'],
    missing: ['## How it works\n\nOrders are collected during the day and shipped in the evening.\n', '## Components\n\n- `QueueKeeper`: keeps the queues and watches what comes in.\n'],
    notApplicable: ['## API\n\nNo API endpoints (standalone service that only reads files).\n'],
  },
});
