// Bundles a TypeScript module of src/ and imports it, so that scripts use the analyzer as it is written, unbuilt.
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

export async function load(entry) {
  const outfile = `out/scripts/${entry.replace(/\W+/g, '-')}-${process.pid}.mjs`;
  await esbuild.build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', logLevel: 'warning' });
  return import(pathToFileURL(outfile).href);
}
