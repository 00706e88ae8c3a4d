// Markdown on standard output.

export const print = (text) => process.stdout.write(text);
export const row = (...cells) => print(`| ${cells.join(' | ')} |\n`);
export const head = (...cells) => {
  row(...cells);
  row(...cells.map((_, i) => (i ? '--:' : '---')));
};
export const ratio = (value) => value.toFixed(3);
