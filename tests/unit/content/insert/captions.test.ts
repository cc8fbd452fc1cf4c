import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCaptions, transcriptOf } from '../../../../src/content/insert/captions.ts';
import { parseMarkdown } from '../../../../src/markdown/parse.ts';

const FILE = 'articles/en/locks/videos/fold.vtt';
const cue = (from: string, to: string, text: string): string => `00:${from}.000 --> 00:${to}.000\n${text}\n`;
const captions = (...cues: string[]): string => ['WEBVTT\n', ...cues].join('\n');

describe('What is said in a film', () => {
  it('is cut into passages that end with a sentence, each with its time and line', () => {
    const { captions: read, problems } = readCaptions(
      FILE,
      captions(
        cue('00', '10', '<v Anna>Press the <b>red</b> button.'),
        cue('10', '25', 'Hold it, and'),
        cue('25', '30', 'count to ten.'),
        cue('30', '40', 'Let go &amp; wait.'),
      ),
    );
    expect(problems).toEqual([]);
    expect(read.passages).toEqual([
      { start: 0, line: 3, text: 'Press the red button. Hold it, and count to ten.' },
      { start: 30, line: 12, text: 'Let go & wait.' },
    ]);
  });

  it('is not said twice where captions roll up', () => {
    const { captions: read } = readCaptions(FILE, captions(cue('00', '02', 'Press it.'), cue('02', '04', 'Press it.')));
    expect(read.passages.map(({ text }) => text)).toEqual(['Press it.']);
  });

  it('joins Chinese captions without a space', () => {
    const { captions: read } = readCaptions(
      FILE,
      captions(cue('00', '02', '按下按钮，'), cue('02', '04', '然后松开。')),
    );
    expect(read.passages.map(({ text }) => text)).toEqual(['按下按钮，然后松开。']);
  });

  it('becomes sections of the page that begin at its minute', () => {
    const { captions: read } = readCaptions(
      FILE,
      captions(cue('00', '30', 'Press *the* button.'), cue('32', '40', 'Fold it.')),
    );
    const { text } = transcriptOf(read, 'How to fold [it]', 'fold');
    const { sections } = parseMarkdown(text, 'articles/en/locks/fold.md');
    expect(sections.slice(-2)).toEqual([
      { anchor: 'fold-0', headings: ['How to fold [it]', '0:00'], text: 'Press *the* button.' },
      { anchor: 'fold-32', headings: ['How to fold [it]', '0:32'], text: 'Fold it.' },
    ]);
  });

  it('keeps what is right beside what is wrong, which is named with its line', () => {
    const { captions: read, problems } = readCaptions(
      FILE,
      captions(cue('00', '05', 'Press it.'), cue('09', '07', 'Hold it.')),
    );
    expect(read.passages.map(({ text }) => text)).toEqual(['Press it. Hold it.']);
    expect(problems).toEqual([
      {
        file: FILE,
        line: 6,
        rule: 'video',
        found: 'captions that browsers do not understand: end timestamp is not greater than start timestamp',
        expected:
          'a WebVTT file: WEBVTT, an empty line, then for each caption a line such as 00:01.000 --> 00:04.000 and its text',
        remedy: 'Correct the line, or export the captions as WebVTT again.',
        severity: 'error',
      },
    ]);
  });

  it.each([
    ['captions without a text', 'WEBVTT\n'],
    ['captions of 600 kB', `WEBVTT\n\n${'x'.repeat(600 * 1024)}`],
    ['captions nested thousands of levels deep', captions(cue('00', '05', '<b>'.repeat(50_000)))],
  ])('is refused as %s', (found, source) => {
    const { captions: read, problems } = readCaptions(FILE, source);
    expect([read.passages, problems.map((each) => each.found)]).toEqual([[], [found]]);
  });

  it('never throws, whatever the file holds', () => {
    const piece = fc.constantFrom(
      'WEBVTT',
      '\n',
      '\n\n',
      '00:01.000 --> 00:02.000',
      '-->',
      '<v',
      '>',
      '</b>',
      'NOTE',
      'STYLE',
      '&amp',
      ':::',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), (pieces) => {
        const { captions: read } = readCaptions(FILE, pieces.join(''));
        expect(transcriptOf(read, 'A film', 'a').origins).toHaveLength(
          transcriptOf(read, 'A film', 'a').text.split('\n').length,
        );
      }),
    );
  });
});
