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
  differenceColumn(compared),
  ...subjectColumns(row),
  ...sides.map((title, at) => sideColumn(title, at, compared.kind, now)),
  ...(compared.kind === 'groups' ? [] : [whyColumn]),
];

type Kind = Compared['kind'];

const differenceColumn = (compared: Compared): Column => ({
  key: 'difference',
  title: titles.difference,
  // The names of the two stand in it.
  width: compared.kind === 'dps' || compared.kind === 'groups' ? 190 : 140,
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
});

const sideColumn = (title: string, at: number, kind: Kind, now: number): Column => {
  const isBrief = kind === 'library' || kind === 'groupDrift';
  // Beside each other there is room for verdict and version only.
  const agesFrom = kind === 'dps' ? undefined : now;
  return {
    key: `side${at}`,
    title,
    width: isBrief ? 110 : kind === 'package' ? 200 : 150,
    grow: isBrief ? 0 : 2,
    spare: 0,
    sortable: true,
    cell: ({ sides }) => sideCell(sides[at], absentWord(kind), agesFrom),
  };
};

const whyColumn: Column = {
  key: 'why',
  title: titles.why,
  width: 170,
  grow: 4,
  spare: 1,
  cell: ({ why }) => html`<span class="dim" title=${why}>${why}</span>`,
};

const absentWord = (kind: Kind): string => (kind === 'dps' || kind === 'package' ? texts.notHere : texts.no);

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
