/** Sequences that steer a terminal: CSI (colours, cursor), OSC (titles, links) with its payload, and other escapes. */
const ESCAPES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]?/g;
/** Characters that reorder what is around them, so that a reader sees something else than what stands there. */
const REORDERING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * One line of text that is safe to print on a terminal: what a document or a file name holds must not colour it,
 * move its cursor or set its title. Control characters and line ends become a space.
 */
export const plain = (text: string): string => text.replace(ESCAPES, '').replace(REORDERING, '').replace(/\p{Cc}+/gu, ' ');
