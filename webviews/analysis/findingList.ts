import { html, nothing } from 'lit';
import type { FindingTone } from '../../extension/core/logs/analyse/report';
import type { ShownLog } from '../../extension/protocol/analysisPage';
import type { IconName } from '../shared/icon';
import '../shared/icon';
import type { Tone } from '../shared/verdictChip';
import { lineLinks, type OpenLine } from './lineLinks';
import { texts } from './texts';

const toneOf: Readonly<Record<FindingTone, Tone>> = {
  error: 'problems',
  warning: 'ask',
  info: 'unknown',
};

const iconOf: Readonly<Record<FindingTone, IconName>> = { error: 'error', warning: 'warning', info: 'info' };

export const toneIcon = (tone: FindingTone): unknown =>
  html`<span class="tone-${toneOf[tone]} icon"
    ><cm-icon name=${iconOf[tone]} title=${texts.tones[tone]}></cm-icon
  ></span>`;

const shownLinks = 4;

/** What asks for attention, in words, each with the lines that tell it. */
export const findingList = ({ findings, moreFindings }: ShownLog, open: OpenLine): unknown =>
  findings.length === 0
    ? html`<p class="dim none">${texts.noFindings}</p>`
    : html`<ul class="findings" aria-label=${texts.findings} tabindex="0">
        ${findings.map(
          ({ tone, text, lines }) =>
            html`<li>
              ${toneIcon(tone)}
              <span>${text}${lineLinks(lines.slice(0, shownLinks), open)}</span>
            </li>`,
        )}
        ${moreFindings === 0 ? nothing : html`<li class="dim">${texts.moreFindings(moreFindings)}</li>`}
      </ul>`;

/** What was not understood: opened by those who want to know. */
export const notKnownList = ({ known, notKnown, torn, samples }: ShownLog, open: OpenLine): unknown =>
  html`<details class="unknown">
    <summary class="dim">${texts.understood(known, notKnown, torn)}</summary>
    <p class="dim">${texts.notKnownHint}</p>
    <ul aria-label=${texts.notKnownTitle}>
      ${samples.map(
        ({ shape, count, first }) =>
          html`<li>
            <span class="number dim">${count} ×</span> <span>${shape}${lineLinks([first], open)}</span>
          </li>`,
      )}
    </ul>
  </details>`;
