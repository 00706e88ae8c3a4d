import type { Comment } from './spec';

/** Whether the comment runs to the end of the document because no `-->` closes it. */
export const isUnclosed = (comment: Comment): boolean => comment.span.end - comment.span.start < comment.text.length + '<!---->'.length;
