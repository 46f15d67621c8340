import { html } from 'lit';
import { timeText, type LogLine } from '../../extension/core/logs/analyse/logLine';
import { texts } from './texts';

export type OpenLine = (line: LogLine) => void;

const nameOf = (file: string): string => file.replace(/^.*[\\/]/, '');

/** The lines that something rests on, as links into the logs. */
export const lineLinks = (lines: readonly LogLine[], open: OpenLine): unknown =>
  lines.map(
    (line) =>
      html` <button
        class="link place"
        title=${`${texts.openLine(line.file, line.line)}\n${timeText(line)}`}
        @click=${() => open(line)}
      >
        ${nameOf(line.file)}:${line.line}
      </button>`,
  );

/** In a cell of a grid, which has one tab stop for all: the keyboard takes the links below the grid. */
export const timeLink = (line: LogLine, open: OpenLine): unknown =>
  html`<button
    class="link"
    tabindex="-1"
    title=${texts.openLine(line.file, line.line)}
    @click=${() => open(line)}
  >
    ${timeText(line)}
  </button>`;
