import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../../../cache/atomic-write.ts';
import { parseBertConfig } from './bert-config.ts';
import { downloadFile, downloadListing, type ExpectedFile } from './download-file.ts';
import { fileName, type HubFile, type HubModel, hubAddress, hubEndpoint, hubFiles, hubFolder } from './hub-source.ts';
import { ModelError } from './model-error.ts';
import { parseModelJson } from './model-json.ts';

/** What the hub tells about a repository; large files have a SHA-256, others the hash that git gives them. */
const listingSchema = z.object({
  sha: z.string().regex(/^[0-9a-f]{40}$/),
  siblings: z.array(
    z.object({
      rfilename: z.string(),
      size: z.int().nonnegative().optional(),
      blobId: z.string().optional(),
      lfs: z.object({ sha256: z.string(), size: z.int().nonnegative() }).optional(),
    }),
  ),
});
type Sibling = z.infer<typeof listingSchema>['siblings'][number];

const expectedFileSchema = z.object({
  bytes: z.int(),
  hash: z.object({ kind: z.enum(['sha256', 'git']), digits: z.string() }),
});
const rememberedSchema = z.object({
  name: z.string(),
  revision: z.string(),
  maxTokens: z.int(),
  files: z.object({
    'config.json': expectedFileSchema,
    'tokenizer.json': expectedFileSchema,
    'model.safetensors': expectedFileSchema,
  }),
});

/** Longer texts than BERT's own 512 word pieces are not tried. */
const MOST_TOKENS = 512;

/**
 * Asks the hub for a model's newest revision, its files and their hashes. Asked once: what is in the cache is built with
 * until the cache is deleted.
 *
 * @throws DownloadError when the hub cannot be asked; another ModelError when the repository is of a kind that is not
 * understood.
 */
export async function hubModel(name: string, cache: string): Promise<HubModel> {
  const file = join(cache, 'models', `hub-${fileName(name)}.json`);
  if (existsSync(file)) {
    const remembered = rememberedSchema.safeParse(parseModelJson(await readFile(file), file));
    if (remembered.success && remembered.data.name === name) return remembered.data;
  }
  const address = `${hubEndpoint()}/api/models/${name}/revision/main?blobs=true`;
  const listing = listingSchema.safeParse(await downloadListing(address));
  if (!listing.success) {
    const missing = listing.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new ModelError({
      where: address,
      found: `an answer without ${missing}`,
      expected: 'the revision and the files of a model',
      todo: 'Check HF_ENDPOINT.',
    });
  }
  const { sha: revision, siblings } = listing.data;
  const expected = new Map(siblings.map((sibling) => [sibling.rfilename, expectedFile(sibling)]));
  const absent = hubFiles.filter((needed) => !expected.get(needed));
  if (absent.length > 0) {
    throw new ModelError({
      where: `search.models in site.yaml, hub model "${name}"`,
      found: `a repository without ${absent.join(', ')}`,
      expected: hubFiles.join(', '),
      todo: 'Name another model, or download this one in ONNX form and use source: local.',
    });
  }
  const files: Record<HubFile, ExpectedFile> = {
    'config.json': expected.get('config.json')!,
    'tokenizer.json': expected.get('tokenizer.json')!,
    'model.safetensors': expected.get('model.safetensors')!,
  };
  // Tells before the large download whether it is worth it.
  const path = join(hubFolder({ name, revision }, cache), 'config.json');
  await downloadFile(hubAddress({ name, revision }, 'config.json'), path, files['config.json']);
  const config = parseBertConfig(parseModelJson(await readFile(path), path), `config.json of hub model "${name}"`);
  const model = { name, revision, maxTokens: Math.min(MOST_TOKENS, config.max_position_embeddings), files };
  await writeFileAtomically(file, JSON.stringify(model));
  return model;
}

function expectedFile({ size, blobId, lfs }: Sibling): ExpectedFile | undefined {
  if (lfs) return { bytes: lfs.size, hash: { kind: 'sha256', digits: lfs.sha256 } };
  return size !== undefined && blobId ? { bytes: size, hash: { kind: 'git', digits: blobId } } : undefined;
}
