import { LitElement, html, nothing } from 'lit';
import { formatBytes } from '../../extension/core/filter/bytes';
import type { Disagreement } from '../../extension/core/reconcile/disagreement';
import type { Bears } from '../../extension/core/acknowledge/acknowledged';
import type { Evidence } from '../../extension/core/reconcile/evidence';
import { installedValue, installedWords } from '../../extension/core/reconcile/installed';
import type { FindingRow } from '../../extension/core/reconcile/findingRow';
import { ageText, utcText } from '../shared/age';
import { controls } from '../shared/controls';
import '../shared/icon';
import '../shared/verdictChip';
import { verdictAdvice } from '../shared/verdictTexts';
import { acknowledgedNotes } from './acknowledgedNote';
import { detailsStyles } from './detailsStyles';
import { texts } from './texts';

export interface PairDetails {
  readonly row: FindingRow;
  /** undefined while it is being fetched. */
  readonly evidence: readonly Evidence[] | undefined;
  readonly disagreements: readonly Disagreement[];
  readonly acknowledgements?: readonly Bears[];
  /** The pair has no finding any more; the row is the last that was known. */
  readonly gone: boolean;
}

/** Why one pair's verdict is what it is: the sentence, what to do, and the facts with their raw codes. */
export class CmDetails extends LitElement {
  static override readonly properties = {
    details: { attribute: false },
    now: { attribute: false },
  };
  static override readonly styles = [controls, detailsStyles];

  declare details: PairDetails | undefined;
  declare now: number;
  declare close: () => void;
  declare copy: (row: FindingRow) => void;

  protected override render(): unknown {
    return html`<header>
        <h2>${texts.details}</h2>
        <button
          class="plain"
          title=${texts.closeDetails}
          aria-label=${texts.closeDetails}
          @click=${() => this.close()}
        >
          <cm-icon name="close"></cm-icon>
        </button>
      </header>
      ${
        this.details === undefined ? html`<p class="empty">${texts.noDetails}</p>` : this.pair(this.details)
      }`;
  }

  private pair({ row, evidence, disagreements, gone, acknowledgements = [] }: PairDetails): unknown {
    return html`<div class="body" role="region" aria-label=${texts.details}>
      <div>
        <p class="name">${row.packageName}</p>
        <p class="where">
          <span class="dim"
            >${row.packageId} ${row.packageType === '' ? '' : `\u00b7 ${row.packageType}`}</span
          >
        </p>
        <p class="where"><span class="dim">${texts.detailsOn}</span> ${row.dpName}</p>
      </div>
      ${
        gone
          ? html`<div class="note">
              <cm-icon name="info"></cm-icon>
              <p>${texts.detailsGone}</p>
            </div>`
          : this.verdict(row)
      }
      ${acknowledgedNotes(acknowledgements)} ${this.facts(row)}
      ${disagreements.map((one) => this.disagreement(one))}
      <section>
        <h3>
          ${texts.evidence}
          <button class="plain" @click=${() => this.copy(row)}>
            <cm-icon name="copy"></cm-icon>${texts.actions.copyEvidence}
          </button>
        </h3>
        ${
          evidence === undefined
            ? html`<cm-icon name="loading"></cm-icon>`
            : evidence.length === 0
              ? html`<p class="dim">${texts.noEvidence}</p>`
              : html`<ul class="facts">
                  ${evidence.map((fact) => this.fact(fact))}
                </ul>`
        }
      </section>
    </div>`;
  }

  private verdict(row: FindingRow): unknown {
    return html`<div>
        <cm-verdict .verdict=${row.verdict} .installed=${row.installed}></cm-verdict>
        <p class="reason">${row.reason}</p>
        ${row.verdict === 'missing' ? html`<p class="reason">${installedWords(row.installed)}</p>` : nothing}
      </div>
      <div class="note">
        <cm-icon name="lightbulb"></cm-icon>
        <p>${verdictAdvice[row.verdict]}</p>
      </div>
      ${
        row.suspectCycle
          ? html`<div class="note suspect">
              <cm-icon name="warning"></cm-icon>
              <p>${texts.suspect}</p>
            </div>`
          : nothing
      }`;
  }

  private facts(row: FindingRow): unknown {
    const size = row.bytes === undefined ? texts.sizeUnknown : formatBytes(row.bytes);
    return html`<dl>
      <dt>${texts.detailsImpact}</dt>
      <dd>${row.impactReason}</dd>
      <dt>${texts.detailsSize}</dt>
      <dd class="number">${size}</dd>
      <dt>${texts.detailsStatus}</dt>
      <dd>${texts.statusOf[installedValue(row.installed)]}</dd>
      <dt>${texts.detailsSince}</dt>
      <dd>${this.time(row.since)}</dd>
      <dt>${texts.detailsLastResult}</dt>
      <dd>${this.time(row.lastResult)}</dd>
      ${
        row.groups.length === 0
          ? nothing
          : html`<dt>${texts.detailsGroups}</dt>
              <dd>${row.groups.join(', ')}</dd>`
      }
    </dl>`;
  }

  private disagreement({ about, claims }: Disagreement): unknown {
    return html`<section class="disagree">
      <h3>
        <span><cm-icon name="git-compare"></cm-icon> ${texts.disagreements}</span>
      </h3>
      <p>${about}</p>
      <ul class="facts">
        ${claims.map((claim) => this.fact(claim))}
      </ul>
    </section>`;
  }

  private time(time: number | undefined): unknown {
    return time === undefined
      ? html`<span class="dim">${texts.noResult}</span>`
      : html`<span title=${ageText(time, this.now)}>${utcText(time)}</span>
          <span class="dim">${ageText(time, this.now)}</span>`;
  }

  private fact({ source, text, time, recordId, raw }: Evidence): unknown {
    const codes = [raw, recordId === undefined ? undefined : texts.record(recordId)].filter(
      (part) => part !== undefined,
    );
    return html`<li>
      <p>${text}</p>
      <p class="dim">
        ${source}${codes.length === 0 ? nothing : html` · <code>${codes.join(' \u00b7 ')}</code>`}
      </p>
      ${
        time === undefined
          ? nothing
          : html`<p class="dim" title=${utcText(time)}>${utcText(time)} · ${ageText(time, this.now)}</p>`
      }
    </li>`;
  }
}

customElements.define('cm-details', CmDetails);
