import { css } from 'lit';

/** One colour per class of verdict, from the theme; `--tone` is for icons and tints, never for text alone. */
export const tones = css`
  .tone-problems {
    --tone: var(--vscode-problemsErrorIcon-foreground, var(--vscode-errorForeground));
  }
  .tone-ask {
    --tone: var(--vscode-problemsWarningIcon-foreground, var(--vscode-editorWarning-foreground));
  }
  .tone-running {
    --tone: var(--vscode-charts-blue);
  }
  .tone-stale {
    --tone: var(--vscode-charts-yellow);
  }
  .tone-acknowledged,
  .tone-unknown {
    --tone: var(--vscode-descriptionForeground);
  }
  .tone-validated {
    --tone: var(--vscode-testing-iconPassed, var(--vscode-charts-green));
  }
  .tone-nothing {
    --tone: var(--vscode-disabledForeground);
  }
`;
