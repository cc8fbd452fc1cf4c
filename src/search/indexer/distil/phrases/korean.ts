import type { Forms } from './phrases.ts';

/** The first precomposed syllable; a syllable is this + (initial × 21 + vowel) × 28 + final. */
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const FINALS = 28;
const FINAL = { none: 0, rieul: 8, ssangSiot: 20 };

/** Particles that depend on how the word before them ends: after a consonant, after a vowel. */
const PARTICLES =
  /([\p{L}\p{N}#])([^\p{L}\p{N}#]*)(을\/를|이\/가|은\/는|과\/와|으로\/로|이나\/나|이라\/라|이에요\/예요)/gu;
/** Digits whose Korean names end with a consonant (영, 일, 삼, 육, 칠, 팔), and letters at whose end one is heard. */
const CONSONANT_ENDS = /[013678lmnLMNR]/;

/** Chooses between the two forms of each particle by the sound before it: `주문을/를` becomes `주문을`. */
export function chooseParticles(text: string): string {
  return text.replace(PARTICLES, (_, last: string, between: string, particle: string) => {
    const [afterConsonant, afterVowel] = particle.split('/') as [string, string];
    const final = finalOf(last);
    const vowel = final === FINAL.none || (final === FINAL.rieul && afterVowel === '로');
    return `${last}${between}${vowel ? afterVowel : afterConsonant}`;
  });
}

/**
 * The forms of a verb that the frames ask for, named by those of 하다: `취소하고`, `취소하는`, `취소할`, `취소하려면`, `취소해`, `취소했`,
 * and as a noun `취소`.
 * @param verb `취소하`, or another verb's stem and its form before 요: `바꾸 바꿔`; `~에` before it is what its object takes,
 * which is 을/를 unless said.
 * @param particle Whether the object has its particle; on phones it is often left out.
 */
export function verbForms(verb: string, particle: boolean): Forms {
  const [, own, words] = /^(?:~(\S+) )?(.*)$/.exec(verb)!;
  const object = particle ? `{}${own ?? '을/를'}` : '{}';
  const { before, stem, polite } = partsOf(words!);
  const start = `${object} ${before}`;
  const rieul = finalOf(stem.at(-1)!) === FINAL.rieul;
  const open = finalOf(stem.at(-1)!) === FINAL.none;
  return {
    하: start + stem,
    하는: `${start}${rieul ? withFinal(stem, FINAL.none) : stem}는`,
    할: start + (open ? withFinal(stem, FINAL.rieul) : rieul ? stem : `${stem}을`),
    하려: start + (open || rieul ? `${stem}려` : `${stem}으려`),
    해: start + polite,
    했: start + withFinal(polite, FINAL.ssangSiot),
    하기: stem.endsWith('하') && stem.length > 1 ? `{} ${before}${stem.slice(0, -1)}` : `{} ${before}${stem}기`,
  };
}

function partsOf(words: string): { before: string; stem: string; polite: string } {
  if (words.endsWith('하')) return { before: '', stem: words, polite: `${words.slice(0, -1)}해` };
  const all = words.split(' ');
  const [stem, polite] = all.slice(-2) as [string, string];
  return {
    before: all
      .slice(0, -2)
      .map((word) => `${word} `)
      .join(''),
    stem,
    polite,
  };
}

/** The final of a syllable; of another sign one that says whether it is read with a consonant at its end. */
function finalOf(sign: string): number {
  const code = sign.charCodeAt(0);
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) return (code - FIRST_SYLLABLE) % FINALS;
  // A number that is hidden is read with 번 after it.
  return sign === '#' || CONSONANT_ENDS.test(sign) ? FINAL.ssangSiot : FINAL.none;
}

function withFinal(word: string, final: number): string {
  const code = word.charCodeAt(word.length - 1);
  return word.slice(0, -1) + String.fromCharCode(code - ((code - FIRST_SYLLABLE) % FINALS) + final);
}

const PREDICATE =
  /(니다|세요|어요|아요|여요|에요|예요|해요|돼요|나요|까요|하면|되면|으면|하며|하고|되고|하여|해서|되어|하지|하게|려면|지만|거나|도록|하는|되는|있는|없는|않는|했던|하기|한다|된다|이며|입니까)$/;
const PARTICLE_AFTER_NOUN =
  /(?<=[\p{L}\p{N}]{2})(으로부터|에서는|에서도|에서|에게서|에게|한테|까지|부터|으로|이나|에는|에도|이란|을|를|은|는|과|와|의|에|로|도|만|이|가)$/u;
/** Short words with an ending, such as 받을 and 새는. */
const SHORT_VERB = /^.[을를은는]$/u;
const NAMELESS = new Set(
  '및 또는 그리고 하지만 수 것 등 때 후 전 뒤 더 안 못 각 이 그 저 제 내 꼭 바로 다시 먼저 모두 아직 이미 어떻게 언제 어디 무엇 왜 얼마 무슨 어떤 다른 같은 모든 경우 동안 중 약 한 두 세 몇 할 하나요 되나요'.split(
    ' ',
  ),
);

/** Nouns of a clause without their particles; the empty string for verbs and small words. */
export function nounsOf(clause: string): string[] {
  return clause
    .split(' ')
    .map((word) =>
      NAMELESS.has(word) || PREDICATE.test(word) || SHORT_VERB.test(word) ? '' : word.replace(PARTICLE_AFTER_NOUN, ''),
    )
    .map((word) => (/^.$|^[\d\s-]+$/u.test(word) ? '' : word));
}
