/** Texts that stand where an answer should and give none. */
const ALONE = /^[\s"'([{<*_-]*(?:t\.?b\.?[dac]\.?|todo|fixme|xxx+|wip|n\s?\/\s?a|not applicable|none|nil|no|yes|nothing|unknown|pending|coming soon|work in progress|to be (?:decided|determined|defined|done|added|written|completed|confirmed|announced|filled(?: in| out)?)|to follow|later|same as above|see above|see below|\?{1,}|\.{3}|…|-+|_+)[\s"')\]}>*_.!:-]*$/i;
/** "TODO: Which signal starts it?": a question to the author, as fixes insert it, or one sentence on what is to be written. */
const NOTE = /^[\s"'([{<*_-]*(?:TODO|TBD|TBC|FIXME)\s*:(?:[^.!]*[.!]?|[^]*\?)\s*$/;
/** A mark that the sentence it stands in is not finished. */
const MARK = /\b(?:TBD|TBA|TBC|TODO|FIXME|XXX)\b|\?{3,}|\bto be (?:decided|determined|defined)\b|\bwill be (?:defined|decided|determined|added|filled in|specified) later\b/;
/** Advice of a template to the one who fills it in. */
const HELP = [
  /^\W*(?:describe|explain|list|outline|provide|summari[sz]e|detail|specify|enumerate|identify|document|discuss|fill in|include (?:a|an|any|the)|add (?:a|an|any|the)|please|think about|consider|ideally|if (?:applicable|any|none|there are)|e\.g\.|this (?:section(?! (?:is|was) (?:excluded|omitted|not|empty|left|covered))|is where|should))\b/i,
  /\b(?:this section (?:should|must|is (?:for|where|intended|optional)|may be)|(?:replace|remove|delete) this|your (?:feature|project|proposal|name|team) (?:here|name)|lorem ipsum|\[(?:feature|project|your|insert)[^\]]*\])/i,
];

/** One sentence that only puts the answer off: "Will be worked out with the partners later.", "We still have to look into roles." */
const DEFERRAL = /^[^.!?;:]*\b(?:(?:will|to|shall|should|must|needs? to|ha(?:s|ve) to) be (?:defined|decided|determined|specified|worked out|discussed|clarified|documented|filled in|described|added)\b[^.!?;:,]*\b(?:later|soon|separately|(?:at|in) (?:a|the) later \w+|in (?:the )?future|once \w+)|(?:still )?(?:have|has|needs?) to (?:look into|figure out|think about|decide on|define|discuss|clarify|work out)|(?:is|are) (?:still )?(?:not (?:yet )?(?:defined|decided|known|clear)|unclear|open|undecided))\b[^.!?;:,]*[.!]?\s*$/i;
const DEFERRAL_LENGTH = 110;

export const isPlaceholder = (text: string): boolean =>
  (text.length < 80 && ALONE.test(text)) || NOTE.test(text) || (text.length < DEFERRAL_LENGTH && DEFERRAL.test(text));

/** Whether some part of the text is left open: "Owner: TBD", "retention ???". */
export const hasPlaceholder = (text: string): boolean => MARK.test(text);

/**
 * Whether the text only tells an author what to write. A template's advice is often set in italics; without that
 * it takes a phrase that no answer contains.
 */
export const isHelp = (text: string, italic: boolean): boolean => (italic ? HELP[0]!.test(text) || /\?\W*$/.test(text) : false) || HELP[1]!.test(text);

/** The number of words, as a reader counts them. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’_./-]*/gu)?.length ?? 0;
}
