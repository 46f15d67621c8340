import { html, nothing } from 'lit';
import { ageText, utcText } from '../shared/age';
import '../shared/banner';
import '../shared/icon';
import { problemBanner } from '../shared/problemBanner';
import '../shared/progressBar';
import './markChips';
import type { MarkField } from './markChips';
import type { MissingModel } from './missingModel';
import type { ChipClass } from './tallyChips';
import './tallyChips';
import { texts } from './texts';

interface Chips {
  readonly pressed: readonly string[];
  readonly toggle: (chip: ChipClass) => void;
  readonly pressedMarks: readonly MarkField[];
  readonly toggleMark: (field: MarkField) => void;
}

/** Which site, how old, how it stands; and what is wrong with that at the moment. */
export const headTemplate = (
  model: MissingModel,
  { pressed, toggle, pressedMarks, toggleMark }: Chips,
): unknown => {
  const { site } = model;
  if (site === undefined) return nothing;
  const refresh = (): void => void model.refresh();
  return html`<div class="title">
      <h1>${texts.title}</h1>
      <span class="dim">${site.site?.code} · ${site.site?.name}</span>
      <span class="read">
        ${
          site.readAt === undefined
            ? nothing
            : html`<span class="dim" title=${utcText(site.readAt)}
                >${texts.read(ageText(site.readAt, site.now))}</span
              >`
        }
        <button
          class="plain"
          title=${texts.showHeatMap}
          aria-label=${texts.showHeatMap}
          @click=${() => void model.showHeatMap()}
        >
          <cm-icon name="table"></cm-icon>
        </button>
        <button
          class="plain"
          title=${texts.export}
          aria-label=${texts.export}
          ?disabled=${site.tally === undefined}
          @click=${() => void model.export()}
        >
          <cm-icon name="export"></cm-icon>
        </button>
        <button
          class="plain"
          title=${texts.refresh}
          aria-label=${texts.refresh}
          ?disabled=${site.loading}
          @click=${refresh}
        >
          <cm-icon name=${site.loading ? 'loading' : 'refresh'}></cm-icon>
        </button>
      </span>
    </div>
    ${
      site.tally === undefined
        ? nothing
        : html`<div class="tallies">
            <cm-tally .tally=${site.tally} .pressed=${pressed} .toggle=${toggle}></cm-tally>
            <cm-marks .state=${site} .pressed=${pressedMarks} .toggle=${toggleMark}></cm-marks>
          </div>`
    }
    ${
      site.limits === undefined
        ? nothing
        : html`<p class="limits"><cm-icon name="shield"></cm-icon><span>${site.limits}</span></p>`
    }
    ${
      site.stale === undefined
        ? nothing
        : html`<cm-banner
            tone="warning"
            icon="warning"
            headline=${texts.stale}
            text=${site.stale}
            button=${texts.tryAgain}
            .press=${refresh}
          ></cm-banner>`
    }
    ${problemBanner(model.problem, () => model.dismissProblem())}
    ${site.loading ? html`<cm-progress label=${texts.reading}></cm-progress>` : nothing}`;
};
