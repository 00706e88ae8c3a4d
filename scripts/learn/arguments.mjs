/** `LABELS SPECS [LABELS SPECS ...] [--corpus FOLDER TABLE] [--output FILE] [--flag]`, or the usage line and exit code 2. */
export function readArguments(argv, usage) {
  const args = [...argv];
  let corpus;
  const at = args.indexOf('--corpus');
  if (at >= 0) {
    const [, folder, table] = args.splice(at, 3);
    corpus = { folder, table };
  }
  const output = args.includes('--output') ? args.splice(args.indexOf('--output'), 2)[1] ?? '' : undefined;
  const flags = new Set(args.filter((a) => a.startsWith('--')));
  const paths = args.filter((a) => !a.startsWith('--'));
  if (!paths.length || paths.length % 2 || (corpus && !corpus.table) || output === '') {
    console.error(`usage: ${usage}`);
    process.exit(2);
  }
  const sets = [];
  for (let i = 0; i < paths.length; i += 2) sets.push({ labels: paths[i], specs: paths[i + 1] });
  return { sets, corpus, output, flags };
}
