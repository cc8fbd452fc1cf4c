import type { APIRoute, GetStaticPaths } from 'astro';
import { themePath, themeStyles } from '../data/theme.ts';

export const getStaticPaths = (() => [{ params: { theme: themePath } }]) satisfies GetStaticPaths;

export const GET: APIRoute = () =>
  new Response(themeStyles, { headers: { 'Content-Type': 'text/css; charset=utf-8' } });
