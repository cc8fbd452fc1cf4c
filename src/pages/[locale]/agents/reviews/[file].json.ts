import type { APIRoute } from 'astro';
import { reviewFiles } from '../../../../components/agents/reviews.build.ts';

export async function getStaticPaths() {
  return (await reviewFiles()).map(({ locale, file, reviews }) => ({
    params: { locale, file: String(file) },
    props: { reviews },
  }));
}

/** The dates of some articles, for the agents' page of a site that has too many for the page itself. */
export const GET: APIRoute = ({ props }) => Response.json(props.reviews);
