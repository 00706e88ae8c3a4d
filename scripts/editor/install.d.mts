export function ensureNeovim(): string | undefined;
