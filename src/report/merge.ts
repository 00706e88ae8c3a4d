import type { FileReport } from './file-report';
import type { Failed, Outcome } from './outcome';
import type { Shard } from './shard';

/** A JSON report that was read back. */
export interface ReadReport {
  /** As the user named it. */
  readonly name: string;
  readonly files: readonly Outcome[];
  readonly shard?: Shard;
}

/** Reads a JSON report. Returns the end of a sentence that starts with its name where it is none. */
export function readReport(name: string, text: string): ReadReport | string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return `is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  if (!isRecord(data) || !Array.isArray(data['files'])) return 'is not a report that --format json made';
  if (data['version'] !== 1) return `is a report of version ${JSON.stringify(data['version'])}, and this program reads version 1`;
  const wrong = data['files'].findIndex((file) => !isOutcome(file));
  if (wrong >= 0) return `is not a report that --format json made: entry ${wrong + 1} of "files" is neither a review nor an error`;
  const { shard } = data;
  if (shard !== undefined && !isShard(shard)) return 'is not a report that --format json made: "shard" must give index, count and candidates';
  return { name, files: data['files'] as Outcome[], ...(shard && { shard }) };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function isOutcome(value: unknown): boolean {
  if (!isRecord(value) || typeof value['path'] !== 'string') return false;
  const failed = value as Partial<Failed>, file = value as Partial<FileReport>;
  return typeof failed.error === 'string'
    || (typeof file.profile === 'string' && [file.brief, file.coverage, file.findings].every(Array.isArray));
}

const isShard = (value: unknown): value is Shard =>
  isRecord(value) && ['index', 'count', 'candidates'].every((key) => Number.isInteger(value[key]));

/** What the parts make together: the files in the order of one run, and how many candidates that run would have had. */
export interface Merged {
  readonly files: readonly Outcome[];
  readonly candidates: number;
}

/**
 * Joins reports: shards in their order, whatever order they are given in, others as they come. Returns a sentence where
 * a shard is missing or doubled, or a file is in two reports.
 */
export function mergeReports(reports: readonly ReadReport[]): Merged | string {
  const shards = reports.flatMap(({ shard }) => shard ?? []);
  if (shards.length) {
    const { count } = shards[0]!;
    if (shards.length < reports.length || shards.some((s) => s.count !== count)) return 'the reports are not the shards of one run; merge those of one --shard I/N only';
    for (let index = 1; index <= count; index++) {
      const found = shards.filter((s) => s.index === index).length;
      if (found !== 1) return `shard ${index}/${count} is ${found ? `there ${found} times` : 'missing'}; merge each shard once`;
    }
  }
  const files = [...reports].sort((a, b) => (a.shard?.index ?? 0) - (b.shard?.index ?? 0)).flatMap((report) => report.files);
  const paths = new Set<string>();
  for (const { path } of files) {
    if (paths.has(path)) return `${path} is in two of the reports; merge reports on different files only`;
    paths.add(path);
  }
  return { files, candidates: shards[0]?.candidates ?? files.length };
}
