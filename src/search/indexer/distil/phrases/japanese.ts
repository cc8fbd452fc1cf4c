import type { Forms } from './phrases.ts';

/** Of verbs that end in each kana: the stems before ない and ます, the form before て or た, the stem of what can be done. */
const ENDINGS: Record<string, [nai: string, masu: string, te: string, can: string]> = {
  う: ['わ', 'い', 'って', 'え'],
  く: ['か', 'き', 'いて', 'け'],
  ぐ: ['が', 'ぎ', 'いで', 'げ'],
  す: ['さ', 'し', 'して', 'せ'],
  つ: ['た', 'ち', 'って', 'て'],
  ぶ: ['ば', 'び', 'んで', 'べ'],
  む: ['ま', 'み', 'んで', 'め'],
  る: ['ら', 'り', 'って', 'れ'],
};

/**
 * The forms of a verb that the frames ask for, named by those of する: `キャンセルする`, `キャンセルしな`い, `キャンセルし`たい, `キャンセルして`, `キャンセルした`,
 * `キャンセルでき`ません, and `キャンセル方法` as `やり方`.
 * @param verb A noun that する makes a verb (`キャンセル`), or a verb: `送る`, and with a bar before る where る falls away (`変え/る`);
 * `~に` before it is what its object takes, which is を unless said.
 * @param particle Whether the object has its particle; on phones it is often left out.
 */
export function verbForms(verb: string, particle: boolean): Forms {
  const [, own, word] = /^(?:~(\S+) )?(.*)$/.exec(verb)!;
  const start = particle ? `{}${own ?? 'を'}` : '{}';
  const { dictionary, nai, masu, te, can, way } = formsOf(word!);
  return {
    する: start + dictionary,
    しな: `${start}${nai}な`,
    し: start + masu,
    して: start + te,
    した: start + te.replace(/て$/, 'た').replace(/で$/, 'だ'),
    でき: start + can,
    やり方: `{}${particle ? (own === undefined ? 'の' : own === 'に' ? 'への' : `${own}の`) : ''}${way}`,
  };
}

function formsOf(word: string): Record<'dictionary' | 'nai' | 'masu' | 'te' | 'can' | 'way', string> {
  if (word.endsWith('/る')) {
    const stem = word.slice(0, -2);
    return { dictionary: `${stem}る`, nai: stem, masu: stem, te: `${stem}て`, can: `${stem}られ`, way: `${stem}方` };
  }
  const ending = ENDINGS[word.at(-1)!];
  if (ending === undefined)
    return {
      dictionary: `${word}する`,
      nai: `${word}し`,
      masu: `${word}し`,
      te: `${word}して`,
      can: `${word}でき`,
      way: `${word}方法`,
    };
  const stem = word.slice(0, -1);
  const [nai, masu, te, can] = ending;
  return {
    dictionary: word,
    nai: stem + nai,
    masu: stem + masu,
    te: stem + te,
    can: stem + can,
    way: `${stem}${masu}方`,
  };
}
