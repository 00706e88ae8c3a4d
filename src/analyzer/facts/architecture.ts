import type { Component, Diagram } from './diagrams';

/** What runs or keeps something, by the last word of its name; copies may be told apart behind it. */
const RUNS = /(?:\b|[a-z-])(?:services?|micro-?services?|servers?|api|apis|gateways?|databases?|db|dbs|caches?|queues?|brokers?|bus|controllers?|operators?|clients?|browsers?|apps?|applications?|workers?|daemons?|agents?|prox(?:y|ies)|stores?|storage|registr(?:y|ies)|managers?|schedulers?|providers?|clusters?|nodes?|pods?|buckets?|balancers?|cdn|front-?ends?|back-?ends?|ui|cli|engines?|routers?|collectors?|exporters?|consumers?|producers?|publishers?|subscribers?|dashboards?|portals?|consoles?|platforms?|systems?|modules?|plugins?|adapters?|connectors?|listeners?|dispatchers?|orchestrators?|coordinators?|processors?|handlers?|loaders?|resolvers?|webhooks?|sidecars?|containers?|vms?|hosts?|lambdas?|functions?|jobs?|topics?|streams?|warehouses?|lakes?|index(?:er)?s?|search|middlewares?|ingress|waf|idp|drivers?|executors?|retrievers?|mailers?|senders?|notifiers?|monitors?|watchers?|checkers?|validators?|aggregators?|generators?|importers?|websites?|pages?|dbaas|postgres(?:ql)?|mysql|redis|kafka|rabbitmq|etcd|s3|elasticsearch|mongodb|prometheus|grafana|nginx|envoy|kubelet|apiserver)(?: (?:\d{1,3}|[a-z]|one|two|primary|secondary|east|west|north|south))?$/i;
/** Said of anything: alone they tell nothing, and objects of a cluster are called so, too. */
const VAGUE = /^(?:services?|applications?|apps?|hosts?|pods?|nodes?|containers?|functions?|jobs?|topics?|streams?|index|modules?|systems?|platforms?|clusters?|process)$/i;
/** A step and not a thing. */
const DOES = /^(?:\d+[.)]\s|(?:get|set|check|validate|verify|create|add|remove|delete|update|send|receive|read|write|load|save|store|fetch|call|run|start|stop|return|execute|process|parse|build|deploy|install|configure|apply|generate|compute|calculate|select|find|query|wait|retry|fail|reject|accept|approve|notify|publish|push|pull|merge|open|close|enable|disable|invoke|trigger|reconcile|is|has|does|are|if|when|user (?:clicks|enters|opens|runs|creates|submits))\s)/i;
const ENDS = /^(?:start|end|begin|stop|done|finish(?:ed)?|exit|success|failure|error|yes|no|ready)$/i;
const ANSWERS = /^["']?(?:yes|no|true|false|y|n|ok|pass(?:ed)?|fail(?:ed)?|success|failure|else|otherwise)\b/i;
/** So large a share of the boxes must run or keep something. */
const MOST = .5;
/** A name has no more words. */
const WORDS = 6;

/** What a box is called: its first line, without what is added in parentheses. */
export const nameOf = ({ lines: [first = ''] }: Component): string => first.replace(/\s*[([{].*$/, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$/gu, '') || first;

/**
 * Whether a diagram shows parts of a system and what they have to do with each other. One of questions and answers, of
 * steps or of states does not, nor does a sequence, which is one story among many.
 */
export function isArchitecture({ notation, components, edges }: Diagram): boolean {
  if (notation !== 'flowchart') return notation !== 'sequence';
  if (components.length < 3 || edges.length < 2 || edges.some(({ label }) => ANSWERS.test(label))) return false;
  if (components.some((one) => one.look === 'decision' || isStep(one))) return false;
  const inside = components.filter((one) => !isOutside(one));
  return inside.length > 1 && inside.filter(runs).length >= inside.length * MOST;
}

function isStep({ lines }: Component): boolean {
  const text = lines.join(' ');
  return text.endsWith('?') || ENDS.test(text) || DOES.test(text);
}

/** Whether a name is that of something that runs or keeps something. */
export const namesPart = (name: string): boolean => RUNS.test(name) && !VAGUE.test(name) && name.split(' ').length <= WORDS;

/** Whether a box stands for something that runs or keeps something. */
export const runs = (one: Component): boolean => one.look === 'store' || namesPart(nameOf(one));

const PEOPLE = /^(?:(?:end|external|internal|api|mobile|web|tenant|platform|cluster|human)[- ])?(?:users?|customers?|people|developers?|devs?|admins?|administrators?|operators?|browsers?|clients?|consumers?|callers?|visitors?|guests?|internet|everyone|team)$|\bclients?$|^(?:target|external|other|third[- ]party|upstream|downstream) /i;

/** Whether a box stands for who uses the system, and not for a part of it. */
export const isOutside = (one: Component): boolean => one.look === 'actor' || PEOPLE.test(nameOf(one));
