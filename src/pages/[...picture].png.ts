import type { APIRoute, GetStaticPaths } from 'astro';
import { pictureBytes, type SharedPicture, sharedPictures } from '../data/shared-pictures.ts';

export const getStaticPaths = (async () =>
  (await sharedPictures()).map((picture) => ({
    params: { picture: picture.path },
    props: { picture },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ picture: SharedPicture }> = async ({ props }) =>
  new Response(await pictureBytes(props.picture), { headers: { 'Content-Type': 'image/png' } });
