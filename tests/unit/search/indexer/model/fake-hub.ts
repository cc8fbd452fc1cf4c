import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HubFile } from '../../../../../src/search/indexer/model/hub-source.ts';
import { writeSafetensors } from './fake-safetensors.ts';
import { tinyConfig, tinyVocabulary, tinyWeights } from './tiny-bert.ts';

export const revision = '0123456789abcdef0123456789abcdef01234567';

/** Does something else with a request than to answer it; undefined lets it be answered. */
type Fault = (request: IncomingMessage, response: ServerResponse) => true | undefined;

/** A server on this machine with the layout of the hub, for one repository. */
export interface FakeHub {
  origin: string;
  files: Map<string, Uint8Array>;
  /** `path` or `path range`, in order. */
  asked: string[];
  fault: Fault;
  close: () => void;
}

/** `example/tiny`: a whole model of random weights. */
export function tinyRepository(type: 'F16' | 'F32' = 'F32'): Map<HubFile, Uint8Array> {
  const weights = tinyWeights();
  const tensors = weights.names.map((name) => {
    const { shape, data } = weights.weights(name);
    return [name, { shape, values: [...data] }];
  });
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const pieces = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]', 'refund', 'my', 'money', '##s'];
  const rest = Array.from({ length: tinyVocabulary - pieces.length }, (_, number) => `word${number}`);
  const template = (id: string) => ({ SpecialToken: { id, type_id: 0 } });
  return new Map([
    ['config.json', json(tinyConfig)],
    [
      'tokenizer.json',
      json({
        version: '1.0',
        added_tokens: pieces.slice(0, 5).map((content, id) => ({ id, content, special: true })),
        normalizer: { type: 'BertNormalizer', lowercase: true },
        pre_tokenizer: { type: 'BertPreTokenizer' },
        post_processor: {
          type: 'TemplateProcessing',
          single: [template('[CLS]'), { Sequence: { id: 'A', type_id: 0 } }, template('[SEP]')],
          pair: [],
          special_tokens: {
            '[CLS]': { id: '[CLS]', ids: [2], tokens: ['[CLS]'] },
            '[SEP]': { id: '[SEP]', ids: [3], tokens: ['[SEP]'] },
          },
        },
        decoder: { type: 'WordPiece', prefix: '##' },
        model: {
          type: 'WordPiece',
          unk_token: '[UNK]',
          continuing_subword_prefix: '##',
          vocab: Object.fromEntries([...pieces, ...rest].map((piece, number) => [piece, number])),
        },
      }),
    ],
    ['model.safetensors', writeSafetensors(Object.fromEntries(tensors), type)],
  ]);
}

/** Answers everything with the same. */
export function always(body: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Fault {
  return (_request, response) => {
    response.writeHead(status, headers).end(body);
    return true;
  };
}

export function gitHash(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

export async function startHub(files: Map<string, Uint8Array>): Promise<FakeHub> {
  const server: Server = createServer((request, response) => {
    hub.asked.push([request.url, request.headers.range].filter(Boolean).join(' '));
    if (!hub.fault(request, response)) answer(hub.files, request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const hub: FakeHub = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    files,
    asked: [],
    fault: () => undefined,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return hub;
}

function answer(files: Map<string, Uint8Array>, request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/api/models/example/tiny/revision/main?blobs=true') {
    const siblings = [...files].map(([rfilename, content]) => ({
      rfilename,
      size: content.length,
      blobId: gitHash(content),
      // Large files lie elsewhere, under the hash of their content.
      ...(rfilename.endsWith('.safetensors') ? { lfs: { sha256: sha256(content), size: content.length } } : {}),
    }));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ id: 'example/tiny', sha: revision, siblings }));
    return;
  }
  const content = files.get(request.url?.replace(`/example/tiny/resolve/${revision}/`, '') ?? '');
  if (!content) {
    response.statusCode = 404;
    response.end('Entry not found');
    return;
  }
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (start >= content.length) {
    response.statusCode = 416;
    response.end();
    return;
  }
  if (start > 0) {
    response.statusCode = 206;
    response.setHeader('content-range', `bytes ${start}-${content.length - 1}/${content.length}`);
  }
  response.setHeader('content-type', 'application/octet-stream');
  response.setHeader('content-length', content.length - start);
  response.end(content.subarray(start));
}
