import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** A column: its heading, what a row shows in it, and whether that is a number. */
export interface Column<Row> {
  title: string;
  cell(row: Row): string | ElementContent;
  number?: boolean;
}

/** A table that scrolls sideways where it does not fit; its first column names the row. */
export function table<Row>(caption: string, columns: Column<Row>[], rows: Row[]): ElementContent {
  const look = (column: Column<Row>) => (column.number ? { className: ['number'] } : {});
  const cell = (row: Row, column: Column<Row>, index: number): ElementContent =>
    h(index === 0 ? 'th' : 'td', { ...look(column), ...(index === 0 && { scope: 'row' }) }, column.cell(row));
  return h('div', { className: ['scroll'], tabIndex: 0, role: 'region', ariaLabel: caption }, [
    h('table', [
      h('thead', [h('tr', columns.map((column) => h('th', { scope: 'col', ...look(column) }, column.title)))]),
      h('tbody', rows.map((row) => h('tr', columns.map((column, index) => cell(row, column, index))))),
    ]),
  ]);
}
