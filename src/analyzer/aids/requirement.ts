import { idUses, type IdUse } from '../facts/requirements';
import { isAt, type Aid } from './aid';

/** What is cited by an id, and the criteria and tests that cite it. */
export const requirementAid: Aid = ({ spec, offset, link, escape }) => {
  const uses = idUses(spec);
  const use = uses.find((one) => isAt(one.at, offset));
  if (!use) return undefined;
  const definition = uses.find((one) => one.id === use.id && one.isDefinition);
  const citing = [...new Set(uses.flatMap((one) => (one.id === use.id && one.within ? [one.within] : [])))]
    .flatMap((id) => uses.find((one) => one.id === id && one.isDefinition) ?? []);
  const line = (one: IdUse): string => `- **${escape(one.written)}** ${escape(said(one))} (${link(one.at)})`;
  return {
    at: use.at,
    markdown: [
      definition ? `**${escape(definition.written)}** ${escape(said(definition))} (${link(definition.at)})` : `${escape(use.written)} is not defined in this document.`,
      ...(citing.length ? [`Cited by\n\n${citing.map(line).join('\n')}`] : definition ? ['No criterion and no test cites it.'] : []),
    ].join('\n\n'),
  };
};

/** In UTF-16 code units. */
const LONGEST = 200;

function said({ text }: IdUse): string {
  const words = text.replace(/^[\s:.)|*–—-]+/, '').replace(/\s+/g, ' ').trim();
  return words.length > LONGEST ? `${words.slice(0, LONGEST).replace(/\s*\S*$/, '')} …` : words;
}
