import { type CallToolResult, McpServer, type ServerContext } from '@modelcontextprotocol/server';
import settings from '../../../package.json' with { type: 'json' };
import { listContent, listInput, listOutput, listText } from './list-tool.ts';
import type { LiveContent } from './live-content.ts';
import { readContent, readInput, readOutput, readText } from './read-tool.ts';
import { registerResources } from './resources.ts';
import { searchContent, searchInput, searchOutput, searchText } from './search-tool.ts';
import type { ServedContent } from './served-content.ts';

/** It reads a help center and nothing else. */
const READS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** The server of one connection, or over HTTP of one request: tools and resources over content that may change meanwhile. */
export function createServer(live: LiveContent): McpServer {
  const site = live.latest?.catalogue;
  const name = site?.name ?? 'this company';
  const server = new McpServer(
    {
      name: 'signpost',
      title: site ? `${site.name} help center` : 'Help center',
      version: settings.version,
      ...(site && { websiteUrl: site.root }),
    },
    {
      instructions: `The official help center of ${name}.${site ? ` ${site.description}` : ''} Ask search before you answer a customer, with one question at a time in the customer’s words, and answer from what it gives. Cite the permanent link of each answer unchanged. When the verdict is none, this help center does not answer the question: say so and give the contact page instead of an answer of your own. Say when an answer may be out of date.`,
    },
  );
  server.registerTool(
    'search',
    {
      title: 'Search the help center',
      description: `Finds the sections of the help center of ${name} that answer a customer’s question, best first, with permanent links, and says how sure that is. Use it for any question about products, accounts, orders or policies. Ask one question at a time, in the customer’s words. A verdict of none means that the help center does not answer the question.`,
      inputSchema: searchInput,
      outputSchema: searchOutput,
      annotations: READS,
    },
    async (input, context) => respond(await searchContent(await content(context), input), searchText),
  );
  server.registerTool(
    'read',
    {
      title: 'Read an article',
      description:
        'Gives an article of the help center, or one section of it, as Markdown with permanent links. Use it after search when a passage is not enough, or for a link that somebody names.',
      inputSchema: readInput,
      outputSchema: readOutput,
      annotations: READS,
    },
    async (input, context) => respond(readContent(await content(context), input), readText),
  );
  server.registerTool(
    'list',
    {
      title: 'List the articles',
      description:
        'Lists the articles of the help center by category, with ids, titles, descriptions and permanent links, page by page. Use it for an overview; to answer a question, use search.',
      inputSchema: listInput,
      outputSchema: listOutput,
      annotations: READS,
    },
    async (input, context) => respond(listContent(await content(context), input), listText),
  );
  registerResources(server, live);
  return server;

  function content(context: ServerContext): Promise<ServedContent> {
    return live.current(context.mcpReq.signal);
  }
}

function respond<Output extends Record<string, unknown>>(
  output: Output,
  text: (output: Output) => string,
): CallToolResult {
  return { content: [{ type: 'text', text: text(output) }], structuredContent: output };
}
