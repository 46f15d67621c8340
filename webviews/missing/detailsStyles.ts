import { css } from 'lit';

export const detailsStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    overflow: auto;
    background: var(--vscode-sideBar-background, var(--vscode-editor-background));
    color: var(--vscode-sideBar-foreground, inherit);
  }
  header {
    position: sticky;
    top: 0;
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 8px 8px 6px 16px;
    background: inherit;
  }
  header h2 {
    color: var(--vscode-sideBarSectionHeader-foreground, inherit);
    font-size: 0.85em;
    font-weight: 600;
    letter-spacing: 0.04em;
    text-transform: uppercase;
  }
  .body {
    display: flex;
    flex-direction: column;
    gap: 14px;
    padding: 2px 16px 20px;
  }
  .name {
    font-size: 1.15em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .where {
    overflow-wrap: anywhere;
  }
  .reason {
    margin-top: 8px;
  }
  .note {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 8px;
    padding: 9px 12px;
    border: 1px solid var(--vscode-widget-border, var(--vscode-contrastBorder, transparent));
    border-radius: 5px;
    background: var(--vscode-textBlockQuote-background, var(--vscode-editorWidget-background));
  }
  .note cm-icon {
    margin-top: 1px;
    color: var(--vscode-descriptionForeground);
  }
  .note.suspect cm-icon {
    color: var(--vscode-problemsWarningIcon-foreground);
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 14px;
  }
  dt {
    color: var(--vscode-descriptionForeground);
  }
  dd {
    overflow-wrap: anywhere;
  }
  dd .dim {
    display: inline-block;
  }
  h3 {
    display: flex;
    align-items: center;
    justify-content: space-between;
    font-weight: 600;
  }
  .disagree cm-icon {
    color: var(--vscode-charts-yellow);
    vertical-align: text-bottom;
  }
  .disagree .facts {
    margin-top: 4px;
  }
  .facts {
    display: flex;
    flex-direction: column;
    border-left: 2px solid var(--vscode-widget-border, var(--vscode-contrastBorder, currentColor));
  }
  .facts li {
    padding: 5px 0 7px 12px;
  }
  .facts p {
    overflow-wrap: anywhere;
  }
  .facts .dim {
    font-size: 0.92em;
  }
  code {
    font-family: var(--vscode-editor-font-family, monospace);
    font-size: 0.95em;
  }
  .empty {
    padding: 8px 16px;
    color: var(--vscode-descriptionForeground);
  }
`;
