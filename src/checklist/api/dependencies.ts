import { defineItem } from '../../analyzer/item';
import { because } from '../due';
import { ruledOut } from '../ruled-out';
import { words } from '../words';

const HEADINGS = [
  'dependencies', 'dependency', 'external dependencies', 'upstream dependencies', 'package dependencies', 'new dependencies', 'service dependencies', 'technical dependencies',
  'dependencies and assumptions', 'dependencies and constraints', 'assumptions and dependencies', 'dependency management', 'prerequisites', 'prerequisite', 'system requirements',
  'integration', 'integrations', 'integration points', 'external systems', 'third party services', 'external services', 'impacted components', 'affected components', 'affected systems',
  'does this feature depend on any specific services running in the cluster', 'technology stack', 'tech stack',
];

/** What a system is built of, named by its kind. */
const PART = /(?:service|api|librar(?:y|ies)|database|operator|driver|sdk|framework|package|crate|proposal|issue|pull request|kep|rfc|server|provider|runtime|protocol|stack|engine|scheduler|backend|store|platform|system)s?/;
/** Products that others run or publish; most other capitalised words are a document's own terms. */
const PRODUCT = /(?:postgres\w*|mysql|mariadb|sqlite|redis|valkey|kafka|rabbitmq|nats|etcd|zookeeper|consul|s3|gcs|dynamodb|mongo(?:db)?|cassandra|elasticsearch|opensearch|clickhouse|snowflake|bigquery|rocksdb|minio|ceph|prometheus|grafana|loki|jaeger|opentelemetry|otel|datadog|sentry|docker|containerd|buildkit|helm|kustomize|terraform|ansible|istio|envoy|nginx|traefik|cert-manager|argo ?cd|tekton|jenkins|github actions|gitlab|slack|pagerduty|stripe|paypal|twilio|sendgrid|auth0|okta|keycloak|cognito|vault|kms|aws|gcp|azure|google cloud|cloudflare|vercel|firebase|supabase|openai|anthropic|hugging ?face|airflow|spark|flink|mlflow|kubeflow|grpc|protobuf|graphql|websockets?|webrtc|mqtt|oauth|node\.?js|react|vue|angular|svelte|next\.js|django|flask|fastapi|rails|spring|laravel|electron|flutter|tokio|pydantic|celery)/;

export default defineItem({
  id: 'api/dependencies',
  question: 'Which systems, services, libraries or teams does it depend on, and what does it need of them?',
  why: 'Each one is another schedule, contract and failure in the plan; those not named are met in the last week.',
  expected: 'name each dependency with the version or service it must give, and what happens without it',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'warning', adr: 'off' },
  weight: 3,
  due: (facts) => because('runs', facts.runtime) ?? because('adds', facts.operations) ?? because('changes', facts.schemas) ?? because('adds', facts.flags),
  notApplicable: ({ spec }) => ruledOut(spec, '(?:external |third[- ]party |runtime |production )?dependenc(?:y|ies)', HEADINGS),
  evidence: {
    headings: HEADINGS,
    headingPattern: /\b(?:dependenc(?:y|ies)|prerequisites?|integrations?|external (?:systems?|services?)|third party|technology stack)\b/,
    topic: words`\b(?:depend(?:s on|ency|encies)|rel(?:y|ies) on|requires|prerequisites?|integrat(?:es?|ed|ing) with|integrations|upstream|third[- ]party|external (?:\w+ )?(?:services?|systems?|tools?|librar(?:y|ies))|librar(?:y|ies)|${PRODUCT})\b`,
    statements: [
      words`\b(?:depends?|dependent|dependency|rel(?:y|ies|ying)|builds?|built|blocked|waits?) (?:up)?on (?:[\w-]+ ){0,4}(?:\x60[^\x60\n]+\x60|${PART}\b)`,
      /\b(?:[Dd]epends?|[Dd]ependency|[Rr]elies|[Rr]ely|[Bb]uilds|[Bb]uilt) (?:on(?: top of)?|with|using) (?:the |an? )?[A-Z][A-Za-z0-9-]{2,}/,
      /\b[Rr]equires?\b[^.\n]{0,60}(?:[A-Z]\w+ v?\d|\bversions?\b|>=|\b(?:or|and) (?:later|newer|higher|above)\b|\b(?:installed|deployed|provisioned)\b|` (?:package|crate|module|library|binary|cli|operator|plugin|service|api)\b)/,
      /\b[A-Z][\w.+-]{1,40}`? (?:versions? )?`?(?:(?:>=|≥|\^|~>?) ?v?\d|v?\d{1,9}(?:\.\d{1,9}){0,2}`?(?:\+| (?:or|and) (?:later|newer|higher|above|up)\b))/,
      /\b(?:[Uu]s(?:es?|ing)|[Oo]n|[Ww]ith|[Mm]inimum|[Aa]t least|[Ss]upports?|[Ii]n|[Ff]rom) (?:the )?[A-Z][\w.+-]{1,40} (?:version )?v?\d{1,9}\.\d/,
      words`\b(?:using|uses?|via|through|leverag\w+|integrat\w+ with|calls?|talks? to|on top of|provided by|backed by|powered by|(?:stored|persisted|cached|kept|written|published|deployed|hosted|running|runs|implemented|exposed) (?:in|on|to|with|by|as)|connects? to|sent to|relies on|rely on|extends?) (?:the |an? |existing |our )?(?:\S+ )?${PRODUCT}\b`,
      /\b(?:leverag\w+|[Ii]ntegrat\w+ with|[Tt]alks? to|on top of|provided by|backed by|powered by|connects? to|deployed (?:on|with|by)|implemented (?:in|with)) (?:the |an? |existing )?[A-Z][A-Za-z0-9-]{2,}/,
      words`\b(?:external|third[- ]party|upstream) (?:\S+ )?(?:services?|systems?|librar(?:y|ies)|apis?|providers?|proxy|controllers?|collector)\b[^.\n]{0,80}\b(?:must|will|should|needs?|provides?|in place|such as|like|\(|called|e\.g)`,
      words`\b(?:must|needs? to|ha(?:s|ve) to|is expected to) (?:already )?(?:be |have been )(?:installed|deployed|provisioned|in place|(?:running|enabled|available) (?:in|on) (?:the|each|every) (?:cluster|host|node|machine|server)s?)\b`,
      words`\b(?:no|without|zero|adds no|introduces no) (?:new |additional |external |extra |production |runtime |\w+ )*dependenc(?:y|ies)\b[^.\n]{0,20}(?:\(|because|since|as |:|;|,|—|–)`,
      words`\b(?:is|are|as) (?:an? )?(?:hard |strict )?prerequisites?\b|\bprerequisites? (?:for|to|is|are)\b|\b(?:adds?|adding|introduc\w+|new|extra|additional|third-party|external|hard|runtime) (?:\w+ )?dependency (?:on|to|for)\b`,
      words`^(?:primary |key |main |new )?(?:languages?|frontend|backend|database|frameworks?|libraries|stack|storage|dependencies|queue|hosting|infrastructure|runtime|platform|authentication|monitoring|orm|depends on|upstream)(?:[ /]\w+){0,2}:\s*\S`,
    ],
    structure: ({ table }) => table !== undefined && table.roles.includes('dependency'),
  },
  parts: {
    'a name': [/`[^`]+`|[a-z,(|] [A-Z][A-Za-z0-9-]{2,}|\b[A-Z][a-z]+ (?:\S+ )?v?\d/, /\b[\w-]+ (?:service|library|team|api|database|operator|controller|sdk|framework)s?\b/i],
    'what is needed of it': [/\b(?:version|requires?d?|needs?|must|provid\w+|publish\w*|install\w*|support\w*|\d+\.\d+|or (?:later|newer|higher))\b|>=/i],
    'what happens when it fails': [/\b(?:without (?:it|them|this)|if (?:it|they|the|this)\b[^.\n]{0,40}\b(?:is|are)?\s?(?:down|unavailable|absent|missing|slow|late|fails?|gone)|when (?:it|the)\b[^.\n]{0,40}\b(?:down|unavailable|fails?|absent|missing)|falls? back|degrad\w+|impact of its outage)\b/i],
  },
  skeleton: {
    heading: 'Dependencies',
    questions: [
      'Which services, libraries and data does it need, in which version?',
      'Who owns each of them, and what must it provide by when?',
      'What happens when one is late, slow or gone?',
    ],
    after: ['architecture', 'design', 'detailed design', 'api', 'proposal', 'assumptions'],
  },
  examples: {
    covered: [
      '## Dependencies\n\n| Dependency | Needed | Without it |\n|---|---|---|\n| Ledger service | `GET /balance` under 50 ms | checkout shows no balance |\n',
      '## Search\n\nThe index is built using OpenSearch 2.11 and requires version 17 of the document schema to be deployed first.\n',
      '## Storage\n\nSessions are stored in Redis, which the platform team already runs.\n',
      '## Installation\n\ncert-manager must already be installed, and the chart needs Kubernetes 1.27 or later.\n',
    ],
    partial: ['## Dependencies\n\nTo be determined.\n'],
    missing: ['## Search\n\nPeople type a word and get the documents that contain it.\n', '## Layout\n\nThe columns are computed based on the settings of the plugin and shown via the URL.\n'],
    notApplicable: ['## Dependencies\n\nNone: the tool is one static binary that reads local files.\n'],
  },
});
