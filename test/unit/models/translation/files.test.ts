import { readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InputError } from '../../../../models/errors.ts';
import { conventionOf } from '../../../../models/translation/config.ts';
import { checkModelFiles, standardFiles } from '../../../../models/translation/files.ts';
import { modelsFolder, putModel } from './model-folder.ts';

const DECODER = 'onnx/decoder_model_merged_quantized.onnx';

/** What the check says after `change` was made to a whole model. */
function refusal(change: (folder: string) => void): Pick<InputError, 'code' | 'message'> {
  const folder = putModel(modelsFolder(), 'opus-mt-de-en');
  change(folder);
  try {
    checkModelFiles(folder, 'Opus-MT German');
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

test('a whole model gives its networks and its settings', () => {
  const folder = putModel(modelsFolder(), 'opus-mt-de-en');
  const files = checkModelFiles(folder, 'Opus-MT German');
  expect(files.decoder).toBe(join(folder, DECODER));
  expect(files.config).toEqual({
    convention: 'none',
    start: 706,
    end: 0,
    pad: 706,
    forcedFirst: null,
    suppressed: [706],
    longest: 512,
    vocabulary: 707,
  });
  expect(files.files.map((file) => file.path).toSorted()).toEqual(standardFiles.toSorted());
});

test.each(standardFiles.filter((file) => file !== 'generation_config.json'))(
  'without %s it is incomplete',
  (file) => {
    const { code, message } = refusal((folder) => rmSync(join(folder, file)));
    expect(code).toBe('model.missing-file');
    expect(message).toContain('Opus-MT German');
    expect(message).toContain(file);
  },
);

test('older exports have no generation_config.json', () => {
  const folder = putModel(modelsFolder(), 'opus-mt-de-en');
  rmSync(join(folder, 'generation_config.json'));
  expect(checkModelFiles(folder, 'm').config.end).toBe(0);
});

test('weights that are not quantised serve where there are no others', () => {
  const folder = putModel(modelsFolder(), 'opus-mt-de-en');
  renameSync(join(folder, DECODER), join(folder, 'onnx/decoder_model_merged.onnx'));
  expect(checkModelFiles(folder, 'm').decoder).toBe(join(folder, 'onnx/decoder_model_merged.onnx'));
});

test.each(standardFiles)('an empty %s is damaged', (file) => {
  const { code, message } = refusal((folder) => truncateSync(join(folder, file)));
  expect(code).toBe('model.damaged');
  expect(message).toContain(`its file ${file} is empty`);
});

test.each(standardFiles)('%s cut in half is damaged', (file) => {
  const { code, message } = refusal((folder) => {
    truncateSync(join(folder, file), Math.floor(readFileSync(join(folder, file)).length / 2));
  });
  expect(code).toBe('model.damaged');
  expect(message).toContain(file);
});

test.each(standardFiles)('a web page in place of %s is damaged', (file) => {
  const page = '<!doctype html><html><body>Not found</body></html>';
  expect(refusal((folder) => writeFileSync(join(folder, file), page)).code).toBe('model.damaged');
});

test('a model of another kind is named as such', () => {
  const { code, message } = refusal((folder) =>
    writeFileSync(join(folder, 'config.json'), '{"model_type": "mbart"}'),
  );
  expect(code).toBe('model.unsupported');
  expect(message).toContain('"mbart"');
});

test('settings that lack what translation needs are damaged', () => {
  const { code } = refusal((folder) => {
    writeFileSync(join(folder, 'config.json'), '{"model_type": "marian", "eos_token_id": "zero"}');
    writeFileSync(join(folder, 'generation_config.json'), '{}');
  });
  expect(code).toBe('model.damaged');
});

test('a setting that names a token the network does not know is damaged, and named', () => {
  const { code, message } = refusal((folder) => {
    const config = JSON.parse(readFileSync(join(folder, 'generation_config.json'), 'utf8')) as object;
    writeFileSync(
      join(folder, 'generation_config.json'),
      JSON.stringify({ ...config, decoder_start_token_id: 99_999 }),
    );
  });
  expect(code).toBe('model.damaged');
  expect(message).toContain('decoder_start_token_id');
});

test.each([
  [{ model_type: 'marian' }, 'MarianTokenizer', 'none'],
  [{ model_type: 'm2m_100', encoder_layers: 12, decoder_layers: 12 }, 'M2M100Tokenizer', 'm2m100'],
  [{ model_type: 'm2m_100', encoder_layers: 12, decoder_layers: 3 }, 'M2M100Tokenizer', 'small100'],
  [{ model_type: 'm2m_100', encoder_layers: 12, decoder_layers: 3 }, 'SMALL100Tokenizer', 'small100'],
  [{ model_type: 'm2m_100', encoder_layers: 12, decoder_layers: 12 }, 'NllbTokenizer', 'nllb'],
  [{ model_type: 'm2m_100' }, 'NllbTokenizerFast', 'nllb'],
])('%j with %s is told languages as %s', (config, tokenizer, convention) => {
  expect(conventionOf(config, { tokenizer_class: tokenizer })).toBe(convention);
});

test('a model whose tokenizer is of no known kind is refused by both names', () => {
  const { code, message } = refusal((folder) => {
    const config = { model_type: 'm2m_100', eos_token_id: 2 };
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
    writeFileSync(join(folder, 'tokenizer_config.json'), '{"tokenizer_class": "T5Tokenizer"}');
  });
  expect(code).toBe('model.unsupported');
  expect(message).toContain('"m2m_100" with the tokenizer "T5Tokenizer"');
});
