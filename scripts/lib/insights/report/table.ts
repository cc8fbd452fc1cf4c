import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** A column: its heading, what a row shows in it, and whether that is a number, a text that needs room, or one like a date that needs little. */
export interface Column<Row> {
  title: string;
  cell(row: Row): string | ElementContent;
  kind?: 'number' | 'wide' | 'short';
}

/**
 * A table that scrolls sideways where it does not fit; its first column names the row. On a phone, where the style sheet
 * shows each row as a list of its cells, each cell says its heading; the roles are written, as not every browser keeps
 * them then.
 */
export function table<Row>(caption: string, columns: Column<Row>[], rows: Row[]): ElementContent {
  const look = ({ kind }: Column<Row>) => (kind ? { className: [kind] } : {});
  const cell = (row: Row, column: Column<Row>, index: number): ElementContent =>
    index === 0
      ? h('th', { scope: 'row', role: 'rowheader', ...look(column) }, column.cell(row))
      : h('td', { role: 'cell', dataTitle: column.title, ...look(column) }, column.cell(row));
  return h('div', { className: ['scroll'], tabIndex: 0, role: 'region', ariaLabel: caption }, [
    h('table', { role: 'table' }, [
      h('thead', { role: 'rowgroup' }, [
        h(
          'tr',
          { role: 'row' },
          columns.map((column) => h('th', { scope: 'col', role: 'columnheader', ...look(column) }, column.title)),
        ),
      ]),
      h(
        'tbody',
        { role: 'rowgroup' },
        rows.map((row) =>
          h(
            'tr',
            { role: 'row' },
            columns.map((column, index) => cell(row, column, index)),
          ),
        ),
      ),
    ]),
  ]);
}
