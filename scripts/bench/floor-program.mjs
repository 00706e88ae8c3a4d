// The floor as a program, which is bundled as ours is: parses the files that it is given.
import { readFileSync } from 'node:fs';
import { floorParser } from './floor.mjs';

const parser = floorParser().freeze();
for (const file of process.argv.slice(2)) parser.parse(readFileSync(file, 'utf8'));
