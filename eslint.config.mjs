import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

const node = [...builtinModules, 'node:*'];
const hosts = ['vscode', 'vscode-*'];

/** Data flows downwards only: each folder may import from itself and from those above it in this list. */
const layers = ['analyzer', 'checklist', 'config', 'contracts', 'workspace', 'report', 'server', 'extension', 'cli'];
const below = (layer) => layers.slice(layers.indexOf(layer) + 1).flatMap((l) => [`**/${l}`, `**/${l}/**`]);

const pure = (layer) => ({
  files: [`src/${layer}/**/*.ts`],
  rules: {
    'no-restricted-imports': ['error', { patterns: [
      { group: [...node, ...hosts], message: `${layer} is pure: text in, data out, the same in Node and in a web worker.` },
      { group: below(layer), message: `${layer} must not import from the layers that are built on it.` },
    ] }],
    'no-restricted-globals': ['error', 'process', 'Buffer', 'window', 'document', 'self', 'fetch', 'setTimeout', 'setInterval', 'performance', 'console', 'require', 'globalThis'],
    'no-restricted-syntax': ['error',
      { selector: "NewExpression[callee.name='Date'][arguments.length=0], MemberExpression[object.name='Date'][property.name='now']", message: 'No clock here: take today as an option.' },
      { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'No randomness: the same text gives the same review.' },
    ],
  },
});

const shell = (layer, banned) => ({
  files: [`src/${layer}/**/*.ts`],
  rules: { 'no-restricted-imports': ['error', { patterns: [
    ...(below(layer).length ? [{ group: below(layer), message: `${layer} must not import from the layers that are built on it.` }] : []),
    ...(banned ? [{ group: banned, message: `${layer} does not depend on this host.` }] : []),
  ] }] },
});

/** Where a text that the user reads stands in a call of the editor's API. */
const SHOWN = 'title|label|placeHolder|placeholder|prompt|tooltip|detail|description|saveLabel|text';
const words = 'Literal[value=/[a-z]{2}/]';
const translated = {
  files: ['src/extension/**/*.ts'],
  rules: { 'no-restricted-syntax': ['error', ...[
    `CallExpression[callee.property.name=/^(show(Information|Warning|Error)Message|setStatusBarMessage)$/] > ${words}`,
    `Property[key.name=/^(${SHOWN})$/] > ${words}.value`,
    `AssignmentExpression[left.property.name=/^(${SHOWN})$/] > ${words}.right`,
    `NewExpression[callee.property.name='TreeItem'] > ${words}`,
  ].map((selector) => ({ selector, message: 'What a user reads goes through vscode.l10n.t.' }))] },
};

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', '.cache/'] },
  { files: ['src/**/*.ts', 'test/**/*.ts', 'scripts/**/*.ts'], extends: [...tseslint.configs.recommended], rules: {
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/no-unused-expressions': 'off',
    'max-lines': ['warn', { max: 320, skipBlankLines: true, skipComments: true }],
  } },
  pure('analyzer'), pure('checklist'), pure('config'), pure('contracts'), pure('workspace'), pure('report'),
  shell('server', ['vscode']), shell('extension'), shell('cli', ['vscode']), translated,
);
