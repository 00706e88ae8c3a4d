/** YYYY-MM-DD where the user is: what ends with a day ends with theirs, not with one on another continent. */
export const dayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
