import { css } from 'lit';

/** Rows of which some matter more: classes that `rowClass` may give. */
export const rowTones = css`
  .body .row.tone-error {
    background: color-mix(in srgb, var(--vscode-problemsErrorIcon-foreground) 16%, transparent);
    box-shadow: inset 3px 0 var(--vscode-problemsErrorIcon-foreground);
  }
  .body .row.tone-warning {
    background: color-mix(in srgb, var(--vscode-problemsWarningIcon-foreground) 13%, transparent);
    box-shadow: inset 3px 0 var(--vscode-problemsWarningIcon-foreground);
  }
  .body .row.active.tone-error,
  .body .row.active.tone-warning {
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .body .row.tone-faded {
    opacity: 0.42;
  }
  .body .row.tone-error:hover,
  .body .row.tone-warning:hover {
    background-blend-mode: multiply;
  }
  mark {
    border-radius: 2px;
    color: inherit;
    background: var(--vscode-editor-findMatchHighlightBackground);
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
  }
  @media (forced-colors: active) {
    .body .row.tone-error {
      border-left: 3px double currentColor;
    }
    .body .row.tone-warning {
      border-left: 3px solid currentColor;
    }
    .body .row.tone-faded {
      color: GrayText;
      opacity: 1;
    }
  }
`;
