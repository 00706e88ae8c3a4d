import { defineItem } from '../../analyzer/item';
import { ACTOR, words } from '../words';

/** A requirement's number: FR-001, NFR-3, REQ 12, US1. */
const REQUIREMENT_ID = /\b(?:FR|NFR|REQ|UR|SR|US|UC|CAP)[- ]?\d{1,4}\b/;

export default defineItem({
  id: 'acceptance/requirements',
  question: 'What must users, or the system, be able to do?',
  why: 'Requirements are what one can say "no" to, test against and trace a change back to. A design without them can only be judged by taste.',
  expected: 'list what each kind of user, or the system, must be able to do',
  severity: { kep: 'info', rfc: 'info', design: 'warning', prd: 'error', adr: 'off' },
  weight: 4,
  evidence: {
    headings: [
      'requirements', 'functional requirements', 'non functional requirements', 'technical requirements', 'system requirements',
      'product requirements', 'user requirements', 'requirements and constraints', 'goals and requirements', 'user stories', 'user story', 'stories',
      'story 1', 'story 2', 'user story 1', 'use cases', 'use case', 'use case 1', 'key use cases', 'customer use cases', 'concrete use cases',
      'use cases/scenarios', 'scenarios', 'user scenarios', 'user scenarios and testing', 'key features', 'feature requirements',
      'when to use this pattern', 'key behaviors',
    ],
    headingPattern: /\b(?:requirements?|user stor(?:y|ies)|stor(?:y|ies) \d|use ?cases?|scenarios? \d|capabilities|req \d)\b/,
    topic: /\b(?:requirements?|user stor(?:y|ies)|use[- ]cases?|must|shall|should be able to|users? (?:can|want|need))\b/i,
    statements: [
      words`\bas an? [^.\n]{2,60}?,? (?:i|we) (?:would |'d )?(?:want|need|like|can|should|wish|must|have)\b`,
      words`^(?:\W*\w+[ ,]){0,3}?${ACTOR} (?:must|shall|should|needs? to|wants? to|want|may|can) (?:also )?(?:be able to|have the ability|see|view|create|update|delete|edit|choose|set|configure|specify|define|select|use|add|remove|get|receive|find|search|filter|export|import|manage|start|stop|schedule)`,
      /\b(?:users?|customers?|operators?|admins?|administrators?|developers?|engineers?|teams?|clients?|callers?|tenants?)\b[^.\n]{0,40}\b(?:must|shall|should|needs? to|want to|wants to) be able to\b/i,
      /\b(?:users?|customers?|people|operators?|teams?|developers?)\b[^.\n]{0,40}\b(?:require the ability|want to|would like to|need to be able)\b/i,
      new RegExp(String.raw`^\W*(?:${REQUIREMENT_ID.source})`),
      /\b(?:the )?(?:system|service|application|app|api|server|client|cli|operator|controller|component|driver|plugin|registry|platform|agent|library|sdk|mechanism|interface|extension|implementation|tool) (?:MUST|SHALL|must|shall)(?: not| NOT)?\b/,
      /\b(?:must|shall|should|needs? to) (?:also )?(?:support|provide|allow|be able to|enable|ensure|preserve|expose|remain|prevent|accept)\b/i,
      /\b(?:must|should|shall|needs? to|it must be possible to|we need to|we want to|is able to|lets? you|intended to):$/i,
      /\b(?:following|these|main|hard|core|key|functional) requirements\b[^.\n]{0,30}(?::|\b(?:are|is|must|should)\b)/i,
      /\b(?:primary|main|following|two|three|four|several|typical|common|real[- ]world) (?:\w+ ){0,2}use[- ]cases?\b/i,
      /\b(?:MUST|SHALL|REQUIRED|MUST NOT|SHALL NOT)\b/,
    ],
    structure: ({ table }) => table !== undefined && table.roles.includes('id') && table.rows.some((row) => row.some((cell) => REQUIREMENT_ID.test(cell.text))),
  },
  skeleton: {
    heading: 'Requirements',
    questions: ['What must each kind of user be able to do?', 'What must the system do or guarantee?', 'Which of these are musts, and which could wait?'],
    after: ['non goals', 'goals', 'goals and non goals', 'scope', 'problem statement', 'motivation', 'background'],
  },
  examples: {
    covered: [
      '## Requirements\n\n- FR-001: A customer can move a delivery to any working day in the next four weeks.\n- FR-002: The system must confirm the new date by mail.\n',
      '## Overview\n\nAs a customer, I want to move my delivery to another day, so that somebody is at home.\n',
    ],
    partial: ['## Requirements\n\nTo be defined.\n'],
    missing: ['## Storage\n\nOrders live in the table `orders`, one row for each parcel.\n'],
  },
});
