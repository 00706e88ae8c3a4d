import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker, parentPort } from 'node:worker_threads';
import { Failure } from './failure';
import { prepareJob, runJob, type Job, type JobResult } from './job';
import { within } from './within';

/** Runs jobs beside each other. */
export interface Pool {
  /** Rejects with a {@link Failure} where a job takes too long, and with what was thrown where it fails. */
  run(job: Job): Promise<JobResult>;
  /** As many jobs keep it busy. */
  readonly width: number;
  /** Ends it at once; jobs under way are given up. */
  end(): Promise<void>;
}

/** A thread takes as long to start, and to compile everything for itself, as a dozen reviews. */
const FILES_PER_THREAD = 12;
const MOST_THREADS = 8;
/** In ms. No document takes a tenth of it; what does would stop a team's gate for good. */
const TOO_LONG = 30_000;
/** A document of the largest size needs a fraction of it; what needs more fails alone and not the run. A larger young generation is no faster and is memory that every thread keeps. */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 4 } as const;
/** Each thread has a heap of its own, and where threads have the cores, optimizing beside them takes nothing but memory. */
const SPARING = ['--semi-space-growth-factor=1', '--no-concurrent-recompilation'];
/** A heap otherwise grows by what could be collected, by half of what a run needs. From so many files on it is held back, for a tenth of the time; from so many, for a quarter. */
const HELD_BACK: readonly (readonly [files: number, flag: string])[] = [[300, '--optimize-for-size'], [48, '--heap-growing-percent=20']];
/** One job waits in each thread for the one before it, so that none waits for this thread. */
const IN_THREAD = 2;
/** In UTF-16 code units: what is longer may need more time and memory than the thread has that the others wait for. */
const MOST_HERE = 256 * 1024;
/** So many more are under way, for this thread to do while the others start. */
const AHEAD = 8;

/**
 * A pool for as many jobs: threads of this program beside this one where they are many, else this thread alone. Threads
 * start when they are first needed.
 */
export function openPool(jobs: number): Pool {
  const threads = Math.min(availableParallelism(), MOST_THREADS, Math.floor(jobs / FILES_PER_THREAD));
  const held = HELD_BACK.find(([files]) => jobs > files);
  if (threads > 1 && held) setFlagsFromString(held[1]);
  return threads > 1 ? threadPool(threads - 1, __filename, TOO_LONG, (job) => runHere(widened(job))) : { run: runHere, width: 1, end: async () => undefined };
}

async function runHere(job: Job): Promise<JobResult> {
  const done = within(TOO_LONG, await prepareJob(job));
  if (!done) throw tooLong(TOO_LONG);
  return done.result;
}

const tooLong = (limit: number): Failure => new Failure(`takes longer than ${limit / 1000} s to review; split it`);

type Answer = { readonly result: JobResult } | { readonly error: string };

interface Task {
  readonly job: Job;
  resolve(result: JobResult): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  /** What it was given, in this order; it does the first. */
  readonly tasks: Task[];
  timer: NodeJS.Timeout | undefined;
}

/**
 * @param count how many threads beside this one
 * @param program what each thread runs: it answers every job in turn, see {@link serveJobs}
 * @param limit how long a job may take, in ms
 * @param here does a job in this thread; without it, this thread only waits
 */
export function threadPool(count: number, program: string, limit: number, here?: (job: Job) => Promise<JobResult>): Pool {
  SPARING.forEach((flag) => setFlagsFromString(flag));
  const threads = new Set<Thread>();
  const waiting: Task[] = [];
  let isBusyHere = false;
  let isEnded = false;

  function share(): void {
    const at = here && !isBusyHere ? waiting.findIndex(({ job }) => job.text.length <= MOST_HERE) : -1;
    if (here && at >= 0) void doHere(waiting.splice(at, 1)[0]!, here);
    while (waiting.length) {
      const idlest = [...threads].reduce<Thread | undefined>((a, b) => (a && a.tasks.length <= b.tasks.length ? a : b), undefined);
      const thread = idlest && (idlest.tasks.length === 0 || threads.size === count) ? idlest : start();
      if (thread.tasks.length >= IN_THREAD) return;
      const task = waiting.shift()!;
      thread.worker.postMessage(task.job);
      if (thread.tasks.push(task) === 1) watch(thread);
    }
  }
  async function doHere({ job, resolve, reject }: Task, run: (job: Job) => Promise<JobResult>): Promise<void> {
    isBusyHere = true;
    // What the threads said and what was read comes first.
    await new Promise(setImmediate);
    if (!isEnded) await run(job).then(resolve, reject);
    isBusyHere = false;
    share();
  }
  function watch(thread: Thread): void {
    clearTimeout(thread.timer);
    if (thread.tasks.length) thread.timer = setTimeout(() => replace(thread, tooLong(limit)), limit);
  }
  /** A thread that hangs or died goes with its job; those behind it are done by others. */
  function replace(thread: Thread, error: Error): void {
    if (!threads.delete(thread)) return;
    clearTimeout(thread.timer);
    void thread.worker.terminate();
    const [failed, ...others] = thread.tasks;
    failed?.reject(error);
    if (isEnded) return;
    waiting.unshift(...others);
    share();
  }
  function start(): Thread {
    const thread: Thread = { worker: new Worker(program, { resourceLimits: LIMITS }), tasks: [], timer: undefined };
    threads.add(thread);
    thread.worker.on('message', (answer: Answer) => {
      const task = thread.tasks.shift();
      if ('error' in answer) task?.reject(new Error(answer.error)); else task?.resolve(answer.result);
      watch(thread);
      share();
    });
    thread.worker.on('error', (error) => replace(thread, error));
    thread.worker.on('exit', (code) => replace(thread, new Error(`ended with exit code ${code}`)));
    return thread;
  }

  return {
    width: IN_THREAD * count + (here ? AHEAD : 0),
    run: (job) => new Promise((resolve, reject) => {
      // What is still being read when the pool ends is given up as well.
      if (isEnded) return;
      waiting.push({ job, resolve, reject });
      share();
    }),
    async end() {
      isEnded = true;
      // With nothing left to do, no thread takes the place of one that ends.
      waiting.length = 0;
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

/**
 * The job with its text kept in two bytes for each code unit, whatever is in it. The engine compiles every pattern once for
 * texts of Latin letters and once for the others: where all are alike, a run takes a tenth less of time and memory.
 */
const widened = (job: Job): Job => ({ ...job, text: `${job.text}\u2028`.slice(0, -1) });

/** What a thread of the pool does. */
export function serveJobs(): void {
  parentPort?.on('message', (job: Job) => void runJob(widened(job)).then(
    (result): Answer => ({ result }),
    (error: unknown): Answer => ({ error: error instanceof Error ? error.message : String(error) }),
  ).then((answer) => parentPort?.postMessage(answer)));
}
