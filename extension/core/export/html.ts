import { formatBytes } from '../filter/bytes';
import { tallyClass } from '../reconcile/tally';
import { verdictLabel } from '../reconcile/verdictLabels';
import type { ExportEvidence, ExportRow } from './exportRow';
import type { ExportHead, ExportWriter } from './exportWriter';
import { headLines } from './headLines';
import { htmlStyle, htmlStyleHash } from './htmlStyle';
import { htmlText } from './htmlText';
import { utcText } from './isoTime';

/** Nothing is loaded and nothing runs: the one style sheet is known by its hash. */
const policy = `default-src 'none'; style-src '${htmlStyleHash}'; base-uri 'none'; form-action 'none'`;

/** One file that stands for itself, to look at, send and print. */
export const htmlWriter = (head: ExportHead): ExportWriter => {
  const title = `Missing content of ${head.siteCode}`;
  return {
    head: `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${htmlText(title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1>${htmlText(title)}</h1>
<dl>
${headLines(head)
  .map(([name, text]) => `<dt>${htmlText(name)}</dt><dd>${htmlText(text)}</dd>`)
  .join('\n')}
</dl>
</header>
<table>
<thead><tr>${titles.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
`,
    row,
    foot: (rows) => `</tbody>
</table>
<footer>${rows === 0 ? 'Nothing that the filter asks for was found.' : `${rows} rows.`}</footer>
</body>
</html>
`,
  };
};

const titles = ['State', 'Package', 'Distribution point', 'Size', 'Since', 'Why'] as const;

const row = (of: ExportRow): string => `<tr>
<td><span class="state ${tallyClass(of.verdict)}">${verdictLabel(of.verdict, of.installed ?? undefined)}</span>${of.suspectCycle ? ' <small>suspect cycle</small>' : ''}</td>
<td><b>${htmlText(of.packageName)}</b><small>${htmlText([of.packageId, of.packageType].filter((part) => part !== '').join(' \u00b7 '))}</small></td>
<td>${htmlText(of.dpName)}<small>${htmlText([of.siteCode, ...of.groups].join(' \u00b7 '))}</small></td>
<td class="number">${of.sizeKb === null ? 'unknown' : formatBytes(of.sizeKb * 1024)}</td>
<td class="time">${of.since === null ? '' : utcText(of.since)}</td>
<td>${htmlText(of.reason)}${evidence(of.evidence)}</td>
</tr>
`;

const evidence = (facts: readonly ExportEvidence[]): string =>
  facts.length === 0
    ? ''
    : `<details><summary>Evidence</summary><ul>${facts
        .map(
          ({ source, value, time }) =>
            `<li>${htmlText(value)}<small>${htmlText(source)}${time === null ? '' : ` \u00b7 ${utcText(time)}`}</small></li>`,
        )
        .join('')}</ul></details>`;
