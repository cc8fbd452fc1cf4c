import { dev } from 'astro';
import { fail } from './lib/fail.ts';

await dev({}).catch(fail);
