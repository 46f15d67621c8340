import { html, nothing } from 'lit';
import type { Side } from '../../extension/core/compare/comparison';
import { ageText, utcText } from '../shared/age';
import '../shared/icon';
import type { IconName } from '../shared/icon';
import '../shared/verdictChip';
import { texts } from './texts';

/** What one of the compared has. @param absent the word where it has nothing. @param now the site's time; undefined shows no ages */
export const sideCell = (side: Side | undefined, absent: string, now: number | undefined): unknown => {
  switch (side?.kind) {
    case 'content': {
      const result = side.lastResult === undefined ? '' : ` ${texts.lastResult(utcText(side.lastResult))}`;
      return html`<span title=${`${side.reason}${result}`}
        ><cm-verdict .verdict=${side.verdict}></cm-verdict>${
          side.version === undefined
            ? nothing
            : html` <span class="dim number">${texts.version(side.version)}</span>`
        }${
          side.lastResult === undefined || now === undefined
            ? nothing
            : html` <span class="dim">· ${ageText(side.lastResult, now)}</span>`
        }</span
      >`;
    }
    case 'present':
      return sign('check', 'tone-validated', texts.yes);
    case 'absent':
      return html`<span class="dim">${absent}</span>`;
    case 'unknown':
    case undefined:
      return sign('question', 'tone-ask', texts.unknown);
    case 'groups': {
      const names = side.names.join(', ');
      return html`<span title=${names}>${names}</span>`;
    }
    case 'tally': {
      const { validated, expected, problems } = side.tally;
      return html`<span class="number" title=${texts.tallyHint(validated, expected)}
        >${texts.tally(validated, expected)}${
          problems === 0
            ? nothing
            : html` <span class="tone-problems"
                ><cm-icon name="error"></cm-icon> ${texts.problems(problems)}</span
              >`
        }</span
      >`;
    }
    case 'members':
      return html`<span class="number">${texts.members(side.has, side.of)}</span>`;
    case 'state': {
      const state = side.state === undefined ? texts.noState : texts.state(side.state);
      return side.summarized === undefined || now === undefined
        ? state
        : html`<span title=${utcText(side.summarized)}
            >${state} <span class="dim">· ${ageText(side.summarized, now)}</span></span
          >`;
    }
  }
};

const sign = (icon: IconName, tone: string, word: string): unknown =>
  html`<span class=${tone}><cm-icon name=${icon}></cm-icon> ${word}</span>`;
