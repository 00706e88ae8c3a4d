import { defineItem } from '../../analyzer/item';
import { because, kept } from '../due';
import { ruledOut } from '../ruled-out';
import { ACTOR, words } from '../words';

const HEADINGS = [
  'access control', 'authentication', 'authorization', 'authentication and authorization', 'authentication/authorization', 'auth', 'authn/authz', 'rbac', 'rbac changes', 'rbac requirements',
  'permissions', 'permission model', 'authorization model', 'roles', 'user roles', 'roles and permissions', 'access', 'multi tenancy', 'tenancy', 'tenant isolation', 'identity',
  'security model', 'trust model', 'privileges', 'service accounts', 'security and access control', 'authentication flow',
];

export default defineItem({
  id: 'api/access-control',
  question: 'Who may call or use it, and how is that enforced?',
  why: 'It decides how partners are let in and what the security review asks; access that was open at launch is hard to take away.',
  expected: 'name who may do what, how callers prove who they are, and what others get',
  severity: { kep: 'warning', rfc: 'warning', design: 'error', prd: 'error', adr: 'off' },
  weight: 5,
  due: (facts) => because('adds', facts.operations) ?? because('keeps', kept(facts)),
  notApplicable: ({ spec }) => ruledOut(spec, 'authentication|authori[sz]ation|access control|permissions?', HEADINGS),
  evidence: {
    headings: HEADINGS,
    headingPattern: /\b(?:authenticat\w+|authori[sz]\w+|auth|rbac|permissions?|access control|roles|tenan\w+|privileges?|trust|identity|who (?:can|may))\b/,
    topic: /\b(?:authenticat\w+|authori[sz]\w+|rbac|permissions?|privileges?|access (?:control|to|for|rights?)|roles?|(?:access|bearer|auth\w*) tokens?|oauth|oidc|mtls|admins?|administrators?|identit(?:y|ies))\b/i,
    statements: [
      words`\bonly (?:(?!shut|the same)\S+ ){0,3}${ACTOR} (?:\S+ ){0,3}(?:can|may|could|is|are|has|have|allowed|able|should|must)\b`,
      words`\b${ACTOR} (?:\S+ ){0,4}(?:not |only )?(?:allowed|authori[sz]ed|permitted|entitled) to\b|\b${ACTOR} (?:cannot|can ?not|must not|may not|can only|may only) (?:see|view|access|create|edit|change|delete|modify|call|spawn|read|write)\b|\b(?:access only|only access|only see|see only) (?:\S+ )?(?:permitted|allowed|own|their)\b`,
      words`\b${ACTOR}\b(?!-)[^.\n]{0,50}\b(?:with|without|has|have|having|needs?|requires?|lacks?|given|granted|get) (?!required|appropriate|necessary|no longer)[^.\n]{0,30}\b(?:permissions?|privileges?|roles?|access|rights|authori[sz]ation|read-only)\b`,
      words`\b(?:requires?|needs?|must have|disabled without|restricted to|limited to|reserved for|gated (?:by|on|behind))\b[^.\n]{0,40}\b(?:permissions?|privileges?|(?:admin\w*|\x60[^\x60]+\x60) (?:roles?|rights?|access)|authenticat(?:ed|ion)|authori[sz]ation|(?:access|bearer|session|api|auth\w*) (?:tokens?|keys?)|cluster-admin|admins?)\b`,
      words`\b(?:rbac|acls?|abac|roles?|permissions?|authori[sz]ation|access control|(?:admission|access|trust|security|group) polic(?:y|ies))\b[^.\n]{0,50}\b(?:grants?|restricts?|limits?|allows?|den(?:y|ies)|gates?|enforce[sd]?|controls?|checks?|prevents?|determines?|defines?)\b|\b(?:with|via|through|by|using) RBAC\b`,
      words`\b(?:authenticat(?:e|es|ed|ing|ion)|authori[sz](?:e|es|ed|ation|ing))\b[^.\n]{0,60}\b(?:via|using|with|by|through|against|tokens?|certificates?|oidc|oauth|jwt|mtls|api keys?|headers?|saml|sso)\b`,
      words`\b(?:unauthenticated|anonymous|unauthori[sz]ed|untrusted|other|regular|non-?admin) (?:users?|requests?|access|callers?|clients?|tenants?)\b[^.\n]{0,60}\b(?:not (?:have|see|be|access|allowed)|cannot (?:see|access|read|create|edit|delete|call|view)|den(?:y|ied)|reject\w*|refused|get|receive|only|forbidden)\b`,
      words`\b(?:grant(?:s|ed|ing)?|den(?:y|ies|ied)|revok\w+|restrict\w*|gat(?:e|es|ing)) (?:\S+ ){0,4}(?:access|permissions?|privileges?|roles?)\b`,
      words`\b(?:enforce[sd]?|enforcing|check(?:s|ed)?|verif(?:y|ies|ied)) (?:\S+ ){0,3}(?:permissions|authori[sz]ation|rbac|caller's identity|ownership)\b|\b(?:admins?|administrators?|maintainers?|owners?) (?:can|may|must) (?:then |also |first )?(?:approve|grant|revoke|transfer|delete|assign|invite|remove|override|control|restrict)\b|\b(?:tenants?|namespaces?|workspaces?) (?:isolation|are isolated|is enforced)\b`,
      /\b(?:mTLS|mutual TLS|least[- ]privilege|deny[- ]by[- ]default|role-based|Authorization: ?Bearer|bearer tokens?|(?:ClusterRoles?|RoleBindings?)\b[^.\n]{0,60}\b(?:grants?|allows?|with|to|for)\b|trust[- ]polic(?:y|ies))\b/i,
    ],
    structure: ({ table }) => table !== undefined && (table.roles.includes('permission') || (table.roles.includes('role') && table.header.length > 1 && /\b(?:can|may|allowed|access|read|write)\b/i.test(table.header.map((cell) => cell.text).join(' ')))),
  },
  skeleton: {
    heading: 'Access control',
    questions: [
      'Who may call or use it: which roles, tenants or services?',
      'How does a caller prove who it is, and where is that checked?',
      'What does someone without the permission see?',
    ],
    after: ['api', 'api design', 'error handling', 'security', 'security considerations', 'design', 'detailed design', 'proposal'],
  },
  examples: {
    covered: [
      '## Access control\n\n| Role | Permission |\n|---|---|\n| Viewer | read reports |\n| Owner | create and delete reports |\n',
      '## Export\n\nOnly workspace owners may start an export. Requests are authenticated with the session token; other members get 403.\n',
      '## Sharing\n\nMaintainers can revoke a link. Access is checked with RBAC, and guests can only see their own files.\n',
    ],
    partial: ['## Access control\n\nTBD\n', '## Permissions\n\nWe still have to look into roles for this.\n'],
    missing: ['## Export\n\nThe export writes one CSV file per report and stores it for download.\n', '## Team\n\nThe skills required for the role are described in the handbook.\n'],
    notApplicable: ['## Authentication\n\nNot applicable: the tool runs on the developer machine and has no network interface.\n'],
  },
});
