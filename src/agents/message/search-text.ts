import { NUMBER_MASK } from '../../search/core/semantic/long-numbers.ts';
import { ALSO } from './mail-words.ts';

const ADDRESS = /[^\s<>@,;:()"']{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu;
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'）)]{1,2000}/giu;
const PHONE = /(?:\+|\b00)\d[\d\s()./-]{6,20}\d\b|\b0\d{1,4}[\s/-]\d[\d\s-]{4,12}\d\b/gu;
/** What names one parcel, order or account; a number alone is taken care of by the search, and `0x80070005` is an error. */
const REFERENCE = /#?\b(?!0x)(?=[\w-]{0,30}[A-Za-z])(?=(?:[A-Za-z-]{0,20}\d){6})[A-Z\d][A-Z\d-]{7,40}\b/giu;

/** What of a question is searched for: without addresses, phone numbers and references, which name no subject. */
export function searchText(question: string): string {
  const text = question
    .replace(ALSO, '')
    .replace(ADDRESS, ' ')
    .replace(LINK, ' ')
    .replace(PHONE, ' ')
    .replace(REFERENCE, NUMBER_MASK)
    .replace(/\s{2,}/gu, ' ')
    .replace(/^[\s,，、:：]+/u, '')
    .trim();
  // Somebody who writes nothing else asks about that.
  return /\p{L}/u.test(text) ? text : question;
}
