// Runs in the report's panel: lines lead to the document, and a new report takes the old one's place where one reads.
(() => {
  const vscode = acquireVsCodeApi();
  const open = (element) => vscode.postMessage({ open: Number(element.dataset.line) });

  /** What names a line can be clicked and reached with the keyboard. */
  const link = () => document.querySelectorAll('[data-line]').forEach((element) => {
    element.tabIndex = 0;
    element.setAttribute('role', 'link');
  });
  const target = (event) => (event.target instanceof Element ? event.target.closest('[data-line]') : null);

  document.addEventListener('click', (event) => {
    const element = target(event);
    if (element) open(element);
  });
  document.addEventListener('keydown', (event) => {
    const element = target(event);
    if (!element || event.key !== 'Enter') return;
    event.preventDefault();
    open(element);
  });
  window.addEventListener('message', ({ data }) => {
    const next = new DOMParser().parseFromString(data.html, 'text/html');
    const focused = [...document.querySelectorAll('[data-line]')].indexOf(document.activeElement);
    const { scrollX, scrollY } = window;
    for (const part of ['main', 'footer']) document.querySelector(part).replaceWith(next.querySelector(part));
    link();
    document.querySelectorAll('[data-line]')[focused]?.focus({ preventScroll: true });
    window.scrollTo(scrollX, scrollY);
  });
  link();
  // A page that is shown again is a new one: back to where it was read.
  window.scrollTo(0, vscode.getState()?.scroll ?? 0);
  window.addEventListener('scroll', () => vscode.setState({ scroll: window.scrollY }));
  vscode.postMessage({ ready: true });
})();
