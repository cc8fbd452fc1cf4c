import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Period, Unit } from './periods.ts';

/** One coloured part of a bar: its name, the custom property of its colour, and its number in a period. */
export interface Series {
  name: 'answered' | 'contacted' | 'silent' | 'searches' | 'unanswered';
  colour: string;
  of(row: Period['row']): number;
}

/**
 * Bars over time as SVG, drawn by Observable Plot on a document of its own. `stacked` puts the series on top of
 * each other; otherwise a later one stands before an earlier one, of which it is a part. Colours are custom
 * properties of the style sheet, so that they follow the dark and the paper. Two drawings, one for each width of
 * `WIDTHS`, of which the style sheet shows the one that fits: text in a drawing shrinks with it.
 */
export function barsOverTime(periods: Period[], unit: Unit, series: Series[], stacked: boolean, tag: string): string {
  return Object.entries(WIDTHS)
    .map(([name, width]) => draw(periods, unit, series, stacked, tag, width, name))
    .join('');
}

const WIDTHS = { desk: 960, phone: 360 };
/** Room for a date below the bars. */
const LABEL = 90;

function draw(
  periods: Period[],
  unit: Unit,
  series: Series[],
  stacked: boolean,
  tag: string,
  width: number,
  name: string,
): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const day = new Intl.DateTimeFormat(tag, { month: 'short', day: 'numeric', timeZone: 'UTC' });
  const number = new Intl.NumberFormat(tag, { notation: 'compact' });
  const bars = (one: Series, below: Series[]) =>
    Plot.rectY(periods, {
      x: ({ start }: Period) => new Date(start),
      y1: ({ row }: Period) => below.reduce((sum, other) => sum + other.of(row), 0),
      y2: ({ row }: Period) => below.reduce((sum, other) => sum + other.of(row), one.of(row)),
      interval: unit,
      fill: `var(--${one.colour})`,
    });
  const step = Math.ceil((periods.length * LABEL) / width);
  const ticks = periods.filter((_, index) => index % step === 0).map(({ start }) => new Date(start));
  const plot = Plot.plot({
    document: document as unknown as Document,
    width,
    height: 280,
    marginLeft: 56,
    // The last label is wider than the bar it stands below.
    marginRight: 36,
    style: { fontSize: '13px', background: 'transparent' },
    x: { type: 'utc', label: null, ticks, tickFormat: (date: Date) => day.format(date) },
    y: {
      label: null,
      grid: true,
      tickFormat: (count: number) => (Number.isInteger(count) ? number.format(count) : ''),
    },
    marks: [...series.map((one, index) => bars(one, stacked ? series.slice(0, index) : [])), Plot.ruleY([0])],
  });
  // The numbers stand in a table below; a list of tick labels helps nobody who listens.
  plot.setAttribute('aria-hidden', 'true');
  plot.classList.add(name);
  return plot.outerHTML;
}
