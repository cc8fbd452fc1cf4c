import type { CountingSettings } from '../schemas/counting.ts';
import { site } from './site.ts';

/** What the scripts of a page are told about counting, as JSON in `data-counting` of the body; undefined when nothing is sent. */
export const countingData: string | undefined = site.counting && JSON.stringify(site.counting satisfies CountingSettings);
