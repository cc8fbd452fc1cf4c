import { type McpServer, ProtocolError, ProtocolErrorCode, ResourceTemplate } from '@modelcontextprotocol/server';
import { articleText, resourceUri } from './article-text.ts';
import type { CatalogueArticle } from './catalogue.ts';
import { pageOf } from './cursor.ts';
import { findArticle, RESOURCE } from './find-article.ts';
import type { LiveContent } from './live-content.ts';

/** Articles on a page of the list. */
const PAGE = 100;
const TYPE = 'text/markdown';

/** Offers each article in each language that it is written in as a resource, `article://en/refunds`. */
export function registerResources(server: McpServer, live: LiveContent): void {
  const complete = async (value: string, of: (article: CatalogueArticle) => string): Promise<string[]> => {
    const { catalogue } = await live.current();
    return [...new Set(catalogue.articles.map(of))].filter((one) => one.startsWith(value)).sort();
  };
  server.registerResource(
    'article',
    new ResourceTemplate(`${RESOURCE}{locale}/{id}`, {
      // The list below has pages.
      list: undefined,
      complete: {
        locale: (value) => complete(value, ({ locale }) => locale),
        id: (value) => complete(value, ({ id }) => id),
      },
    }),
    {
      title: 'Article',
      description: 'An article of the help center as Markdown, by language and id.',
      mimeType: TYPE,
    },
    async (uri, _variables, context) => {
      const { catalogue } = await live.current(context.mcpReq.signal);
      const { article } = orInvalid(() => findArticle(catalogue, uri.href));
      return { contents: [{ uri: uri.href, mimeType: TYPE, text: articleText(article).markdown }] };
    },
  );
  server.server.setRequestHandler('resources/list', async (request, context) => {
    const { catalogue } = await live.current(context.mcpReq.signal);
    const { items, ...next } = orInvalid(() => pageOf(catalogue.articles, resourceUri, request.params?.cursor, PAGE));
    return { resources: items.map(resource), ...next };
  });
}

function resource(article: CatalogueArticle) {
  const { id, title, description, reviewed } = article;
  return {
    uri: resourceUri(article),
    name: id,
    title,
    description,
    mimeType: TYPE,
    ...(reviewed !== undefined && { annotations: { lastModified: `${reviewed}T00:00:00Z` } }),
  };
}

/** What cannot be found is the client's mistake, not ours. */
function orInvalid<Result>(find: () => Result): Result {
  try {
    return find();
  } catch (error) {
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, (error as Error).message);
  }
}
