// Required before a program: tells at its end what it took, in the file BENCH_TAKEN.
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => writeFileSync(process.env.BENCH_TAKEN, JSON.stringify(process.resourceUsage())));
