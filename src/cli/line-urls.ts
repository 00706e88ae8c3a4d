import { localLine, uriPath } from '../report/links';
import { from, rootOf, slashes } from './paths';

/**
 * Addresses of lines: on the server where a CI job of GitHub or GitLab runs, so that they work in a comment and in a
 * job's summary; elsewhere relative to the report.
 */
export function lineUrls(env: Readonly<Record<string, string | undefined>>): (path: string, line: number) => string {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, CI_PROJECT_URL, CI_COMMIT_SHA } = env;
  const blob = GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_SHA ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}`
    : CI_PROJECT_URL && CI_COMMIT_SHA ? `${CI_PROJECT_URL}/-/blob/${CI_COMMIT_SHA}` : undefined;
  const here = from(rootOf(slashes(process.cwd())), slashes(process.cwd()));
  // Rendered Markdown has no lines: plain=1 shows the source.
  if (blob) return (path, line) => `${blob}/${here ? `${uriPath(here)}/` : ''}${uriPath(path)}?plain=1#L${line}`;
  return localLine;
}
