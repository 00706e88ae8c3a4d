import { tools } from '../../src/report/agent-tools';
import { configFormat } from './schema';

interface Manifest {
  readonly contributes: {
    languageModelTools: readonly object[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, object>> }[];
  };
}

/** package.json with what is known elsewhere: the tools for agents, and the rules whose setting takes figures. */
export function manifest(text: string): string {
  const made = JSON.parse(text) as Manifest;
  made.contributes.languageModelTools = tools.map(({ name, description, inputSchema }) => ({
    name, toolReferenceName: name, canBeReferencedInPrompt: true, icon: '$(checklist)', tags: ['spec', 'review', 'markdown'],
    displayName: `%tool.${name}%`, userDescription: `%tool.${name}.description%`, modelDescription: description, inputSchema,
  }));
  const group = made.contributes.configuration.find(({ properties }) => 'specReview.rules' in properties)!;
  Object.assign(group.properties['specReview.rules']!, { properties: withFigures() });
  return `${JSON.stringify(made, null, 2)}\n`;
}

/** The others take a level, which the setting says once for all of them. */
function withFigures(): object {
  const { rules } = configFormat['properties'] as { rules: { properties: Record<string, object> } };
  return Object.fromEntries(Object.entries(rules.properties).filter(([, setting]) => 'anyOf' in setting));
}
