// One comment on a pull request, kept up to date: found by a mark at its very start, which a quote of it has not.

/** What GitHub takes, in characters; less, as it counts some of them more than once. */
const LONGEST = 60_000;
const PER_PAGE = 100;
/** A pull request with more comments gets a new one. */
const MOST_PAGES = 30;
/** In ms. */
const PATIENCE = 20_000;

/**
 * Writes the comment, or changes it where it is there and says something else. Rejects with one sentence where GitHub
 * does not take it.
 * @param {{ api: string, token: string, repository: string, number: number, key: string, body: string, isWorthOne: boolean, more: string }} comment
 *   `isWorthOne`: whether to begin one; `more`: where the whole report is, for one that is too long
 * @returns {Promise<'created' | 'updated' | 'unchanged' | 'none'>}
 */
export async function keepComment({ api, token, repository, number, key, body, isWorthOne, more }) {
  const mark = `<!-- tpm-spec-review: ${key.replace(/[^\w.-]/g, '-')} -->`;
  const text = `${mark}\n${shortened(body, more)}`;
  const request = (method, path, content) => ask(`${api}/repos/${repository}/issues/${path}`, method, token, content);
  const own = await find((page) => request('GET', `${number}/comments?per_page=${PER_PAGE}&page=${page}`), mark);
  if (!own) {
    if (!isWorthOne) return 'none';
    await request('POST', `${number}/comments`, { body: text });
    return 'created';
  }
  // GitHub gives line ends of its own.
  if (own.body.replaceAll('\r\n', '\n').trimEnd() === text.trimEnd()) return 'unchanged';
  await request('PATCH', `comments/${own.id}`, { body: text });
  return 'updated';
}

async function find(comments, mark) {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const found = await comments(page);
    const own = found.find(({ body }) => body?.startsWith(mark));
    if (own || found.length < PER_PAGE) return own;
  }
  return undefined;
}

async function ask(url, method, token, content) {
  const response = await fetch(url, {
    method, signal: AbortSignal.timeout(PATIENCE), ...(content && { body: JSON.stringify(content) }),
    headers: { accept: 'application/vnd.github+json', authorization: `Bearer ${token}`, 'content-type': 'application/json', 'user-agent': 'tpm-spec-review', 'x-github-api-version': '2022-11-28' },
  });
  if (response.ok) return response.json();
  const why = response.status === 403 || response.status === 404 ? '; the job needs "permissions: { pull-requests: write }", which a pull request from a fork does not get' : '';
  throw new Error(`${method} ${new URL(url).pathname} was answered with ${response.status}${why}`);
}

/** Cut at the end of a line. */
function shortened(body, more) {
  if (body.length <= LONGEST) return body;
  const cut = body.slice(0, LONGEST);
  return `${cut.slice(0, cut.lastIndexOf('\n'))}\n\n…and more${more ? `: [the whole report](${more})` : ''}\n`;
}
