import { defineItem } from '../../analyzer/item';
import { because, kept } from '../due';
import { ruledOut } from '../ruled-out';
import { words } from '../words';

const HEADINGS = [
  'security', 'security considerations', 'security consideration', 'security implications', 'security model', 'security requirements',
  'security and privacy', 'security and privacy considerations', 'security & privacy', 'security analysis', 'security review', 'security concerns',
  'security impact', 'security measures', 'security & threat model', 'threat model', 'threat modeling', 'threats', 'threats and mitigations',
  'attack surface', 'abuse cases', 'encryption', 'secrets', 'secrets management', 'credential management',
];

/** What an attacker wants. */
const SECRET = /(?:secrets|credentials?|(?:api|private|public|signing|encryption|provider) (?:keys?|secrets?)|passwords?|tokens?|certificates?|sensitive (?:data|information))/;
const ATTACK = /(?:attack(?:s|ers?)?|malicious|bad actors?|adversar(?:y|ies)|abuse|misuse|tampering|spoofing|phishing|unauthori[sz]ed|(?:SQL|code|command|prompt|LDAP) injection|brute[- ]force|hijack\w*|exfiltrat\w+|eavesdrop\w*|man-in-the-middle)/;
const PREVENTS = /(?:prevent(?:s|ing|ed)?|protect(?:s|ing|ed)?|avoid(?:s|ing)?|stops?|detect(?:s|ing)?|mitigat\w+|limit(?:s|ing)?|reduc(?:es|ing))/;
const KEPT = /(?:stored|mounted|encrypted|rotated|signed|protected|validated|short[- ]lived|redacted|retrieved)/;
const JUDGED = /(?:because|since|minimal|low|none|mitigat\w+|as|if|when|that|by|same|no new|unchanged)/;

export default defineItem({
  id: 'infrastructure/security',
  question: 'What could an attacker or a careless user do with it, and what prevents that?',
  why: 'A security finding in the last review moves the launch. The cheap time to answer is while the design can still change.',
  expected: 'name what needs protection, who could attack it and how, and what prevents it',
  severity: { kep: 'warning', rfc: 'warning', design: 'error', prd: 'warning', adr: 'info' },
  weight: 5,
  due: (facts) => because('adds', facts.operations) ?? because('keeps', kept(facts)) ?? because('runs', facts.runtime),
  notApplicable: ({ spec }) => ruledOut(spec, 'security (?:implications?|impact|considerations?|concerns?|risks?)', HEADINGS),
  evidence: {
    headings: HEADINGS,
    headingPattern: /\b(?:security|threats?|attack\w*|vulnerabilit\w+|encryption|secrets?|hardening)\b/,
    topic: /\b(?:secur\w+|threats?|attack\w*|vulnerab\w+|encrypt\w*|credentials?|least privilege|m?tls|malicious|exploit\w*)\b/i,
    statements: [
      /\b(?:attackers?|malicious|bad actors?|adversar(?:y|ies)|rogue|untrusted|spoof\w*|impersonat\w+)\b[^.\n]{0,120}\b(?:can(?:not)?|could|may|might|will|would|must|should|by|from|to|via|is|are)\b/i,
      words`\b(?:${PREVENTS}|against|risk of) [^.\n]{0,50}\b${ATTACK}\b`,
      /\b(?:encrypt(?:s|ed|ion)?|hashed|signed(?!-))\b[^.\n]{0,20}\b(?:at rest|in transit|with an?|using|by the|before|via|connections?|AES|RSA|RS256)\b/i,
      /\bm?TLS\b[^.\n]{0,60}\b(?:enforc\w+|requir\w+|encrypt\w*|authenticat\w+|between|secures?)\b/i,
      /\b(?:enforce|requires?|use[sd]?|using|over|via|enable) (?:mutual |m)?TLS\b|\b(?:pre-?)?signed URLs?\b|\bshort[- ]lived (?:\w+ )?(?:tokens?|credentials?)\b|\bparameteri[sz]ed (?:queries|statements)\b/i,
      words`\b${SECRET} (?:\w+ ){0,3}(?:are|is|must|will|should) (?:\w+ )?(?:(?:never|not|only) (?:be )?(?:\w+ )?(?:sent|shared|returned|written|readable|visible|accessible|reused|persisted|logged|exposed|available|${KEPT})|be ${KEPT}|${KEPT})\b`,
      words`\b${SECRET}\b(?! api\b)[^.\n]{0,40}\b(?:never|leak\w*|not expos\w+|rotat(?:ed|es)|${KEPT})\b`,
      words`\b(?:never|not|no|without|prevents?|avoid(?:s|ing)?|protect(?:s|ing)?|leak(?:s|ing)?|expos(?:e|es|ing))\b[^.\n]{0,40}\b(?:expos\w+|leak\w*|log(?:s|ged)?|reveal\w*|embed|enters?)\b[^.\n]{0,30}\b${SECRET}\b`,
      /\b(?:(?:does|do|must|should|will|shall|can) not|never|cannot|without) (?:\w+ )?(?:contain(?:ing)?|stor(?:e|ing)|expos(?:e|ing)|hold|have access to|log(?:ging)?|reveal(?:ing)?|transmit) (?:\w+ ){0,2}(?:credentials|secrets|passwords|sensitive (?:data|information))\b|\b(?:contains?|includes?|carr(?:y|ies)) no (?:\w+ ){0,2}(?:credentials|secrets?|passwords|sensitive data)\b|\bnot be exposed (?:\w+ ){0,2}(?:to|outside)\b/i,
      /\b(?:least[- ]privileges?|privilege escalation|escalat\w+ (?:of )?privileges?|defen[cs]e in depth|(?:runs?|running) (?:as |with )?(?:an? )?non-root|sandboxed|in (?:a|its own) sandbox|trust (?:boundar(?:y|ies)|model)|only trusted)\b/i,
      /\b(?:attack (?:surface|vectors?)|threat model|CSRF|XSS|(?:SQL|LDAP|code|command|prompt) injection|denial of service|remote code execution)\b/i,
      words`\b(?:security|vulnerabilit(?:y|ies))\b[^.\n]{0,30}\b(?:risks?|implications?|concerns?|issues?|impact|boundary|holes?)\b[^.\n]{0,80}\b${JUDGED}\b`,
      /\b(?:permissions?|privileges?|access)\b[^.\n]{0,30}\b(?:is|are|be|must be|should be) (?:limited|restricted|minimi[sz]ed|revoked|extensive)\b/i,
    ],
    structure: ({ table }) => table !== undefined && /\b(?:threat|attack|vulnerab)/i.test(table.header[0]?.text ?? ''),
  },
  skeleton: {
    heading: 'Security',
    questions: [
      'Which data, credentials and rights does it hold or widen?',
      'Who could misuse it, and how?',
      'What prevents each of these, and what risk remains?',
    ],
    after: ['design', 'api', 'access control', 'risks and mitigations', 'detailed design'],
  },
  examples: {
    covered: [
      '## Threats\n\n| Threat | Protection |\n|---|---|\n| A tenant guesses the export link of another | Links carry a random token and expire after one hour |\n',
      '## Exports\n\nCredentials are never logged; an attacker who reads the queue sees only encrypted payloads.\n',
      '## Exports\n\nAn export does not contain credentials, and the random name protects it against tampering.\n',
    ],
    partial: ['## Security\n\nThe usual security guidelines apply.\n'],
    missing: ['## Exports\n\nThe export is a CSV file with one row per order.\n', '## Exports\n\nThe export is verified with the rows of last week and handed to the pod sandbox.\n'],
    notApplicable: ['## Security considerations\n\nNot applicable, because only the wording of help texts changes.\n'],
  },
});
