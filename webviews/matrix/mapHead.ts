import { html, nothing } from 'lit';
import { ageText, utcText } from '../shared/age';
import '../shared/banner';
import '../shared/icon';
import '../shared/progressBar';
import type { MatrixModel } from './matrixModel';
import { texts } from './texts';

/** Which site, how old, how large; and what is wrong with that at the moment. */
export const headTemplate = (model: MatrixModel): unknown => {
  const { site, matrix, problem } = model;
  if (site === undefined) return nothing;
  const refresh = (): void => void model.refresh();
  const { targets } = site;
  return html`<div class="title">
      <h1>${texts.title}</h1>
      <span class="dim">${site.site?.code} · ${site.site?.name}</span>
      ${
        matrix === undefined
          ? nothing
          : html`<span class="dim number" role="status">${texts.size(matrix.rows, matrix.columns)}</span>`
      }
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
          title=${texts.refresh}
          aria-label=${texts.refresh}
          ?disabled=${site.loading}
          @click=${refresh}
        >
          <cm-icon name=${site.loading ? 'loading' : 'refresh'}></cm-icon>
        </button>
        <button class="link" @click=${() => void model.showMissing()}>${texts.showMissing}</button>
      </span>
    </div>
    ${
      site.stale === undefined ? nothing : banner('warning', texts.stale, site.stale, texts.tryAgain, refresh)
    }
    ${
      targets?.kind === 'failed'
        ? banner('warning', texts.notToldApart, targets.cause, texts.tryAgain, refresh)
        : nothing
    }
    ${
      problem === undefined
        ? nothing
        : banner('error', texts.problem, problem, texts.dismiss, () => model.dismissProblem())
    }
    ${site.loading || model.drawing || targets?.kind === 'reading' ? html`<cm-progress label=${busyText(model)}></cm-progress>` : nothing}`;
};

const busyText = ({ site, drawing }: MatrixModel): string =>
  site?.loading === true ? texts.reading : drawing ? texts.drawing : texts.tellingApart;

const banner = (
  tone: 'warning' | 'error',
  headline: string,
  text: string,
  button: string,
  press: () => void,
): unknown =>
  html`<cm-banner
    tone=${tone}
    icon=${tone}
    headline=${headline}
    text=${text}
    button=${button}
    .press=${press}
  ></cm-banner>`;
