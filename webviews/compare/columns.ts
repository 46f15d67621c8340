import { html } from 'lit';
import { differenceWords, type Compared } from '../../extension/core/compare/differenceWords';
import type { ComparedTitles } from '../../extension/core/compare/comparedTitles';
import type { CompareRow } from '../../extension/protocol/comparePage';
import type { GridColumn } from '../shared/grid/gridColumn';
import { toneIcons } from '../shared/verdictChip';
import { differenceTone } from './differenceTone';
import { sideCell } from './sideCell';
import { texts } from './texts';

const titles = texts.columns;

type Column = GridColumn<CompareRow>;

/** @param now the site's time, to say ages by */
export const compareColumns = (
  { row, sides }: ComparedTitles,
  compared: Compared,
  now: number,
): readonly Column[] => [
  {
    key: 'difference',
    title: titles.difference,
    width: 150,
    grow: 1,
    spare: 0,
    sortable: true,
    cell: ({ difference }) => {
      const { label, hint } = differenceWords(difference, compared);
      const tone = differenceTone(difference);
      return html`<span title=${hint} class="tone-${tone}"
        ><cm-icon name=${toneIcons[tone]}></cm-icon> ${label}</span
      >`;
    },
  },
  ...subjectColumns(row),
  ...sides.map((title, at): Column => ({
    key: `side${at}`,
    title,
    width: sideWidth(compared.kind),
    grow: 2,
    spare: 0,
    sortable: true,
    cell: (compare) => sideCell(compare.sides[at], absentWord(compared.kind), now),
  })),
  {
    key: 'why',
    title: titles.why,
    width: 170,
    grow: 4,
    spare: 1,
    cell: ({ why }) => html`<span class="dim" title=${why}>${why}</span>`,
  },
];

/** Verdicts need more room than a yes or no. */
const sideWidth = (kind: Compared['kind']): number => {
  if (kind === 'library' || kind === 'groupDrift') return 84;
  return kind === 'dps' || kind === 'package' ? 150 : 120;
};

const absentWord = (kind: Compared['kind']): string =>
  kind === 'dps' || kind === 'package' ? texts.notHere : texts.no;

const subjectColumns = (row: ComparedTitles['row']): readonly Column[] => {
  const name: Column = {
    key: 'name',
    title: row === 'dp' ? titles.dp : row === 'packageOrDp' ? titles.packageOrDp : titles.package,
    width: 150,
    grow: 3,
    spare: 0,
    sortable: true,
    cell: ({ name: text, packageId }) =>
      row === 'packageOrDp'
        ? html`<span title=${text}
            ><cm-icon name=${packageId === undefined ? 'server' : 'package'}></cm-icon> ${text}</span
          >`
        : html`<span title=${text}>${text}</span>`,
  };
  if (row === 'dp') return [name];
  const packageId: Column = {
    key: 'packageId',
    title: titles.packageId,
    width: 90,
    grow: 0,
    spare: 2,
    sortable: true,
    cell: ({ packageId: id }) => html`<span class="dim">${id ?? ''}</span>`,
  };
  if (row !== 'pair') return [name, packageId];
  const dp: Column = {
    key: 'dp',
    title: titles.dp,
    width: 140,
    grow: 2,
    spare: 0,
    sortable: true,
    cell: ({ dpName }) => html`<span title=${dpName}>${dpName}</span>`,
  };
  return [name, packageId, dp];
};
