import { ownValue } from '../../../../../src/site/own-value.ts';

/** Other names of keys. */
const aliases: Record<string, string> = {
  ...named('num-plus', 'add'),
  ...named('alt-graph', 'altgr'),
  ...named('context-menu', 'apps', 'menu'),
  ...named('backspace', 'back', 'bksp'),
  ...named('backtab', 'bktab'),
  ...named('break', 'cancel'),
  ...named('caps-lock', 'capital', 'cplk'),
  ...named('clear', 'clr'),
  ...named('command', 'cmd'),
  ...named('control', 'ctrl'),
  ...named('option', 'opt'),
  ...named('windows', 'win'),
  ...named('function', 'fn'),
  ...named('brace-left', 'open-brace'),
  ...named('brace-right', 'close-brace'),
  ...named('bracket-left', 'open-bracket'),
  ...named('bracket-right', 'close-bracket'),
  ...named('double-quote', 'dblquote'),
  ...named('num-separator', 'decimal', 'separator'),
  ...named('delete', 'del'),
  ...named('num-delete', 'num-del'),
  ...named('num-lock', 'numlk'),
  ...named('num-slash', 'divide'),
  ...named('num-asterisk', 'multiply'),
  ...named('num-minus', 'subtract'),
  ...named('arrow-down', 'down'),
  ...named('arrow-up', 'up'),
  ...named('arrow-left', 'left'),
  ...named('arrow-right', 'right'),
  ...named('escape', 'esc'),
  ...named('enter', 'return'),
  ...named('exclam', 'exclamation'),
  ...named('question', 'question-mark'),
  ...named('bar', 'pipe'),
  ...named('grave', 'grave-accent'),
  ...named('greater', 'greater-than', 'gt'),
  ...named('less', 'less-than', 'lt'),
  ...named('minus', 'hyphen'),
  ...named('insert', 'ins'),
  ...named('page-down', 'page-dn', 'pg-dn', 'next'),
  ...named('page-up', 'pg-up', 'prior'),
  ...named('print-screen', 'prtsc'),
  ...named('scroll-lock', 'scroll'),
  ...named('space', 'spc'),
  ...named('tab', 'tabulator'),
  ...named('mail', 'launch-mail'),
  ...named('media', 'launch-media'),
  ...named('media-next-track', 'next-track'),
  ...named('media-prev-track', 'prev-track'),
  ...named('media-pause', 'pause'),
  ...named('media-play', 'play'),
  ...named('media-play-pause', 'play-pause'),
  ...named('media-stop', 'stop'),
  ...named('volume-down', 'vol-down'),
  ...named('volume-up', 'vol-up'),
  ...named('volume-mute', 'vol-mute', 'mute'),
  ...named('browser-favorites', 'favorites'),
  ...named('browser-forward', 'forward'),
  ...named('browser-refresh', 'refresh'),
  ...named('browser-search', 'search'),
  ...named('left-button', 'lbutton'),
  ...named('middle-button', 'mbutton'),
  ...named('right-button', 'rbutton'),
  ...named('x-button1', 'xbutton1'),
  ...named('x-button2', 'xbutton2'),
};

/** Keys whose word is not their name with capitals. */
const words: Record<string, string> = {
  backslash: '\\',
  bar: '|',
  'brace-left': '{',
  'brace-right': '}',
  'bracket-left': '[',
  'bracket-right': ']',
  colon: ':',
  comma: ',',
  'double-quote': '"',
  equal: '=',
  exclam: '!',
  grave: '`',
  greater: '>',
  less: '<',
  minus: '-',
  period: '.',
  plus: '+',
  question: '?',
  semicolon: ';',
  'single-quote': "'",
  slash: '/',
  tilde: '~',
  underscore: '_',
  'arrow-up': 'Up',
  'arrow-down': 'Down',
  'arrow-left': 'Left',
  'arrow-right': 'Right',
  delete: 'Del',
  insert: 'Ins',
  escape: 'Esc',
  'num-asterisk': 'Num *',
  'num-delete': 'Num Del',
  'num-equal': 'Num =',
  'num-minus': 'Num -',
  'num-plus': 'Num +',
  'num-separator': 'Num .',
  'num-slash': 'Num /',
  'alt-graph': 'AltGr',
  command: 'Cmd',
  control: 'Ctrl',
  function: 'Fn',
  windows: 'Win',
  backtab: 'Back Tab',
  'context-menu': 'Menu',
  'media-next-track': 'Next Track',
  'media-prev-track': 'Previous Track',
  'media-pause': 'Pause',
  'media-play': 'Play',
  'media-play-pause': 'Play/Pause',
  'media-stop': 'Stop',
  'volume-mute': 'Mute',
  'x-button1': 'X Button 1',
  'x-button2': 'X Button 2',
};

/** Keys whose word is their name with capitals. */
const plain = new Set(
  (
    'space page-up page-down home end backspace tab break caps-lock clear eject enter help print-screen scroll-lock ' +
    'num-clear num-lock num-enter alt meta option shift super browser-back browser-favorites browser-forward ' +
    'browser-home browser-refresh browser-search browser-stop copy mail media print reset select sleep volume-down ' +
    'volume-up zoom power fingerprint left-button middle-button right-button'
  ).split(' '),
);

/** The sides of the keyboard that a key is on, as `left-ctrl`, `lctrl`. */
const sided = /^(left-|right-|l|r)(alt|command|cmd|control|ctrl|meta|option|opt|shift|super|windows|win)$/;

/** What a key of pymdownx.keys shows, by any of its names: `del` -> `Del`, `page-up` -> `Page Up`; undefined for none. */
export function keyWord(name: string): string | undefined {
  if (/^[a-z0-9]$/.test(name)) return name.toUpperCase();
  const digits = /^(f|num)(\d{1,2})$/.exec(name);
  if (digits) return digits[1] === 'f' ? `F${digits[2]}` : `Num ${digits[2]}`;
  const [, side, modifier = ''] = sided.exec(name) ?? [];
  if (side !== undefined) {
    const key = ownValue(aliases, modifier) ?? modifier;
    // Only this one is written out beside a side.
    const word = key === 'command' ? 'Command' : keyWord(key);
    return `${side.startsWith('l') ? 'Left' : 'Right'} ${word}`;
  }
  const key = ownValue(aliases, name) ?? name;
  return ownValue(words, key) ?? (plain.has(key) ? capitals(key) : undefined);
}

function named(key: string, ...others: string[]): Record<string, string> {
  return Object.fromEntries(others.map((other) => [other, key]));
}

function capitals(key: string): string {
  return key
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');
}
