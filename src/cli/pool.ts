import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker, parentPort } from 'node:worker_threads';
import { Failure } from './failure';
import { runJob, type Job, type JobResult } from './job';

/** Runs jobs beside each other. */
export interface Pool {
  /** Rejects with a {@link Failure} where a job takes too long, and with what was thrown where it fails. */
  run(job: Job): Promise<JobResult>;
  /** As many jobs keep it busy. */
  readonly width: number;
  /** Ends it at once; jobs under way are given up. */
  end(): Promise<void>;
}

/** Starting a thread costs as much as a few reviews. */
const FILES_PER_THREAD = 8;
const MOST_THREADS = 8;
/** In ms. No document takes a tenth of it; what does would stop a team's gate for good. */
const TOO_LONG = 30_000;
/** A document of the largest size needs a fraction of it; what needs more fails alone and not the run. A larger young generation is no faster and is memory that every thread keeps. */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 8 } as const;
/** Each thread has a heap of its own, which otherwise grows by what could be collected: a third of the memory of a run, for a tenth of its time. */
const COLLECT_EARLY = '--optimize-for-size';

/**
 * A pool for as many jobs: threads of this program where they are many, else this thread. Threads start when they are
 * first needed.
 */
export function openPool(jobs: number): Pool {
  const threads = Math.min(availableParallelism(), MOST_THREADS, Math.floor(jobs / FILES_PER_THREAD));
  return threads > 1 ? threadPool(threads, __filename, TOO_LONG) : { run: runJob, width: 1, end: async () => undefined };
}

type Answer = { readonly result: JobResult } | { readonly error: string };

interface Task {
  readonly job: Job;
  resolve(result: JobResult): void;
  reject(error: Error): void;
}

interface Thread {
  readonly worker: Worker;
  task: Task | undefined;
  timer: NodeJS.Timeout | undefined;
}

/**
 * @param program what each thread runs: it answers every job, see {@link serveJobs}
 * @param limit how long a job may take, in ms
 */
export function threadPool(count: number, program: string, limit: number): Pool {
  setFlagsFromString(COLLECT_EARLY);
  const threads = new Set<Thread>();
  const waiting: Task[] = [];
  let isEnded = false;

  function next(thread: Thread): void {
    thread.task = waiting.shift();
    if (!thread.task) return;
    thread.timer = setTimeout(() => replace(thread, new Failure(`takes longer than ${limit / 1000} s to review; split it`)), limit);
    thread.worker.postMessage(thread.task.job);
  }
  function settle(thread: Thread, answer: Answer | Error): void {
    clearTimeout(thread.timer);
    const { task } = thread;
    thread.task = undefined;
    if (answer instanceof Error) task?.reject(answer);
    else if ('error' in answer) task?.reject(new Error(answer.error));
    else task?.resolve(answer.result);
  }
  /** A thread that hangs or died goes with its job; the others wait for a new one. */
  function replace(thread: Thread, error: Error): void {
    if (!threads.delete(thread)) return;
    settle(thread, error);
    void thread.worker.terminate();
    if (waiting.length) next(start());
  }
  function start(): Thread {
    const thread: Thread = { worker: new Worker(program, { resourceLimits: LIMITS }), task: undefined, timer: undefined };
    threads.add(thread);
    thread.worker.on('message', (answer: Answer) => {
      settle(thread, answer);
      next(thread);
    });
    thread.worker.on('error', (error) => replace(thread, error));
    thread.worker.on('exit', (code) => replace(thread, new Error(`ended with exit code ${code}`)));
    return thread;
  }

  return {
    // One waits for each that works, so that none waits for this thread.
    width: 2 * count,
    run: (job) => new Promise((resolve, reject) => {
      // What is still being read when the pool ends is given up as well.
      if (isEnded) return;
      waiting.push({ job, resolve, reject });
      const idle = [...threads].find((thread) => !thread.task) ?? (threads.size < count ? start() : undefined);
      if (idle) next(idle);
    }),
    async end() {
      isEnded = true;
      // With nothing left to do, no thread takes the place of one that ends.
      waiting.length = 0;
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

/** What a thread of the pool does. */
export function serveJobs(): void {
  parentPort?.on('message', (job: Job) => void runJob(job).then(
    (result): Answer => ({ result }),
    (error: unknown): Answer => ({ error: error instanceof Error ? error.message : String(error) }),
  ).then((answer) => parentPort?.postMessage(answer)));
}
