import { html, nothing } from 'lit';
import type { LibraryList } from '../../extension/core/library/mismatch';
import type { MismatchRow } from '../../extension/core/library/mismatchRows';
import type { GridColumn } from '../shared/grid/gridColumn';
import { kindTemplate } from './kindLook';
import { texts } from './texts';

const titles = texts.columns;

export const libraryColumns: readonly GridColumn<MismatchRow>[] = [
  {
    key: 'kind',
    title: titles.kind,
    width: 136,
    grow: 0,
    spare: 0,
    sortable: true,
    cell: ({ kind, seenTwice }) =>
      html`${kindTemplate(kind)}
      ${
        seenTwice || kind === 'inFlight'
          ? nothing
          : html`<cm-icon class="dim" name="watch" title=${texts.once}></cm-icon>`
      }`,
  },
  {
    key: 'package',
    title: titles.package,
    width: 150,
    grow: 3,
    spare: 0,
    sortable: true,
    cell: (row) => html`<span title=${nameOf(row)}>${nameOf(row)}</span>`,
  },
  {
    key: 'packageId',
    title: titles.packageId,
    width: 90,
    grow: 0,
    spare: 3,
    sortable: true,
    cell: ({ packageId }) => html`<span class="dim">${packageId}</span>`,
  },
  {
    key: 'dp',
    title: titles.dp,
    width: 150,
    grow: 3,
    spare: 1,
    sortable: true,
    cell: ({ dpName }) => html`<span title=${dpName}>${dpName}</span>`,
  },
  list('site', 4),
  list('wmi', 4),
  list('pkgLib', 4),
  {
    key: 'advice',
    title: titles.advice,
    width: 180,
    grow: 5,
    spare: 2,
    cell: ({ advice }) => html`<span class="dim" title=${advice}>${advice}</span>`,
  },
];

function list(name: LibraryList, spare: number): GridColumn<MismatchRow> {
  return {
    key: name,
    title: titles[name],
    width: 88,
    grow: 0,
    spare,
    cell: ({ lists }) =>
      html`<span class=${lists[name] === 'present' ? '' : 'dim'}>${texts.standings[lists[name]]}</span>`,
  };
}

/** A thing that is named like no package stands under its own name. */
export const nameOf = ({ packageId, packageName, findings }: MismatchRow): string => {
  if (packageName !== '') return packageName;
  return packageId === '' ? (findings[0]?.path ?? texts.noPackage) : texts.unknownPackage;
};
