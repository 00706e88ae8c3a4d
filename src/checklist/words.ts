/** Pieces that the patterns of several items are made of. None has a nested quantifier, so patterns stay linear. */
export const NUMBER = /(?:\d[\d,.]{0,12}(?:k|m)?\+?|(?:hundreds|thousands|tens of thousands|millions|billions) of)/;
export const DURATION = /\d[\d.,]{0,12} ?-?(?:ms|milliseconds?|s|secs?|seconds?|min|mins|minutes?|h|hours?|days?|weeks?|months?|years?)\b/;
export const SIZE = /\d[\d.,]{0,12} ?(?:bytes?|bits?|[kmgtp]i?b)\b/;
/** What makes a statement of a wish: "must", "needs to", "is required to". */
export const MODAL = /(?:must|shall|should|will|needs? to|ha(?:s|ve) to|(?:is|are) (?:required|expected) to)/;
/** Who may be given or refused something. */
export const ACTOR = /(?:admins?|administrators?|users?|members?|owners?|operators?|maintainers?|developers?|editors?|viewers?|tenants?|clients?|callers?|customers?|service accounts?|teams?|groups?|roles?|personas?)/;

/**
 * A case-insensitive pattern from readable pieces: words`up to ${NUMBER} users`.
 * The flags of the pieces are not taken over.
 */
export const words = (text: TemplateStringsArray, ...pieces: readonly RegExp[]): RegExp =>
  new RegExp(String.raw(text, ...pieces.map((piece) => piece.source)), 'i');
/** What a document calls itself, or what it proposes. */
export const PROPOSAL = /(?:this|the|our) (?:proposal|proposed (?:change|design|solution)|rfc|kep|tep|adr|prd|design|document|spec(?:ification)?|enhancement|feature|change|project|work|effort|epic|release|version|phase|iteration|mvp)/;

/** What is done with data that stays. */
export const KEEP = /(?:stor(?:e|es|ed|ing)|persist(?:s|ed|ing)?|written|writes?|sav(?:e|es|ed|ing)|kept|keeps?|recorded|records?|cached?|held|maintain(?:s|ed)?|lives?|resides?)/;
