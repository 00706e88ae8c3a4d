/** Colours for a terminal; without colour each returns its text unchanged. */
export type Style = Readonly<Record<keyof typeof CODES, (text: string) => string>>;

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], yellow: [33, 39], blue: [34, 39], green: [32, 39], cyan: [36, 39] } as const;

export function style(colour: boolean): Style {
  const paint = ([on, off]: readonly [number, number]) => (text: string) => (colour ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  return Object.fromEntries(Object.entries(CODES).map(([name, code]) => [name, paint(code)])) as Style;
}
