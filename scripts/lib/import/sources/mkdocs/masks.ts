/** Parts of a text that no sign is looked for in, put aside for the while. */
export class Masks {
  readonly #parts: string[] = [];

  /** A stand-in that counts as one letter. */
  hide(part: string): string {
    this.#parts.push(part);
    return `\uE000${this.#parts.length - 1}\uE001`;
  }

  /** The text with all parts in their places, those that hold others too. */
  show(text: string): string {
    let shown = text;
    for (let times = 0; times < 5 && shown.includes('\uE000'); times += 1)
      shown = shown.replace(/\uE000(\d+)\uE001/g, (_, index: string) => this.#parts[Number(index)] ?? '');
    return shown;
  }

  /** Puts code in a line aside, as `each` writes it. Runs of backticks are paired with the next of the same length. */
  hideCode(text: string, each: (code: string) => string): string {
    const runs = [...text.matchAll(/(?<!`)`+/g)].filter((run) => !isEscaped(text, run.index));
    const byLength = new Map<number, number[]>();
    for (const { 0: run, index } of runs) {
      const places = byLength.get(run.length) ?? [];
      places.push(index);
      byLength.set(run.length, places);
    }
    /** How many of the runs of a length lie behind. */
    const passed = new Map<number, number>();
    let out = '';
    let at = 0;
    for (const { 0: run, index } of runs) {
      if (index < at) continue;
      const places = byLength.get(run.length) ?? [];
      let next = passed.get(run.length) ?? 0;
      while (next < places.length && (places[next] ?? 0) <= index) next += 1;
      passed.set(run.length, next);
      const close = places[next];
      if (close === undefined) continue;
      out += text.slice(at, index) + this.hide(each(text.slice(index, close + run.length)));
      at = close + run.length;
    }
    return out + text.slice(at);
  }
}

function isEscaped(text: string, index: number): boolean {
  let slashes = 0;
  while (text[index - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** Writes what stands between two signs, neither of which has white space inside, as `each` says; the sign alone stays. */
export function betweenSigns(text: string, sign: string, each: (inner: string) => string): string {
  const parts = text.split(sign);
  let out = parts[0] ?? '';
  for (let index = 1; index < parts.length; index += 1) {
    const inner = parts[index] ?? '';
    const closes = index + 1 < parts.length && inner !== '' && !/^\s|\s$|^[=^~]|[=^~]$/.test(inner);
    if (closes) {
      out += each(inner) + (parts[index + 1] ?? '');
      index += 1;
    } else out += sign + inner;
  }
  return out;
}

/** Writes what stands between an opening and a closing sign as `each` says; an opening without a closing one stays. */
export function between(text: string, open: string, close: string, each: (inner: string) => string): string {
  let out = '';
  let at = 0;
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, at)) {
    const end = text.indexOf(close, start + open.length);
    if (end === -1) break;
    out += text.slice(at, start) + each(text.slice(start + open.length, end));
    at = end + close.length;
  }
  return out + text.slice(at);
}
