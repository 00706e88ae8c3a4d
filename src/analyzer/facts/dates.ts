import type { Span } from '../span';

/** A day, month, quarter or half year that the text names, as the days it spans; spans are in the text read. */
export interface DateMention extends Span {
  /** As the author wrote it: "Q3 2025". */
  readonly text: string;
  /** First and last day as YYYY-MM-DD, which compare as strings; both '' where there is no such day. */
  readonly from: string;
  readonly to: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = String.raw`(?:19|20)\d\d`;
const DATE = new RegExp([
  String.raw`(?<![\w./-])(?<iso>${YEAR}([-/])\d\d\2\d\d)(?![\w-]|[./]\d)`,
  String.raw`\b(?<month>${MONTH})\.? (?:(?<day>\d{1,2})(?:st|nd|rd|th)?,? )?(?<year>${YEAR})\b`,
  String.raw`\b(?<day2>\d{1,2})(?:st|nd|rd|th)? (?<month2>${MONTH})\.?,? (?<year2>${YEAR})\b`,
  String.raw`\b(?<part>[QH][1-4])[ /-]?(?<year3>${YEAR})\b`,
  String.raw`\b(?<year4>${YEAR})[ /-]?(?<part2>[QH][1-4])\b`,
].join('|'), 'gi');

/** The dates in a sentence, cell or line, in order. Numbers that may be day or month ("05/06/2025") are left alone. */
export function datesIn(text: string): readonly DateMention[] {
  if (!/(?:19|20)\d\d/.test(text)) return [];
  return [...text.matchAll(DATE)].map((match) => ({ start: match.index, end: match.index + match[0].length, text: match[0], ...daysOf(match.groups!) }));
}

type Parts = Readonly<Record<string, string | undefined>>;
type Days = Pick<DateMention, 'from' | 'to'>;

function daysOf(parts: Parts): Days {
  const { iso } = parts;
  if (iso) return oneDay(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)));
  const part = parts['part'] ?? parts['part2'];
  if (part) return partOfYear(Number(parts['year3'] ?? parts['year4']), part.toUpperCase());
  const year = Number(parts['year'] ?? parts['year2']), day = parts['day'] ?? parts['day2'];
  const month = MONTHS.indexOf((parts['month'] ?? parts['month2'])!.slice(0, 3).toLowerCase()) + 1;
  return day ? oneDay(year, month, Number(day)) : { from: written(year, month, 1), to: written(year, month, daysIn(year, month)) };
}

function partOfYear(year: number, part: string): Days {
  const length = part[0] === 'Q' ? 3 : 6, last = Number(part[1]) * length;
  return last > 12 ? { from: '', to: '' } : { from: written(year, last - length + 1, 1), to: written(year, last, daysIn(year, last)) };
}

function oneDay(year: number, month: number, day: number): Days {
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  const date = exists ? written(year, month, day) : '';
  return { from: date, to: date };
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number => (month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
const written = (year: number, month: number, day: number): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
