import { css } from 'lit';

export const filterBoxStyles = css`
  :host {
    position: relative;
    display: block;
  }
  .field {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    padding: 0 4px 0 8px;
    border: 1px solid var(--vscode-input-border, var(--vscode-widget-border, transparent));
    border-radius: 4px;
    color: var(--vscode-input-foreground);
    background: var(--vscode-input-background);
  }
  .field:focus-within {
    border-color: var(--vscode-focusBorder);
    outline: 1px solid var(--vscode-focusBorder);
    outline-offset: -1px;
  }
  .field.wrong {
    border-color: var(--vscode-inputValidation-errorBorder);
    outline-color: var(--vscode-inputValidation-errorBorder);
  }
  cm-icon {
    color: var(--vscode-icon-foreground);
  }
  input {
    flex: 1;
    min-width: 0;
    border: none;
    outline: none;
    color: inherit;
    background: none;
    font: inherit;
  }
  input:focus-visible {
    outline: none;
  }
  input::placeholder {
    color: var(--vscode-input-placeholderForeground);
  }
  .list,
  .error {
    position: absolute;
    z-index: 3;
    left: 0;
    margin-top: 3px;
    border: 1px solid
      var(--vscode-editorSuggestWidget-border, var(--vscode-widget-border, var(--vscode-contrastBorder)));
    border-radius: 4px;
    background: var(--vscode-editorSuggestWidget-background, var(--vscode-editorWidget-background));
    box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
  }
  .list {
    min-width: 300px;
    max-width: 100%;
    padding: 3px;
  }
  .list li {
    display: flex;
    gap: 16px;
    justify-content: space-between;
    padding: 3px 8px;
    border-radius: 3px;
    cursor: pointer;
    white-space: nowrap;
  }
  .list li .dim {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .list li:hover {
    background: var(--vscode-list-hoverBackground);
  }
  .list li[aria-selected='true'] {
    color: var(--vscode-editorSuggestWidget-selectedForeground, var(--vscode-list-activeSelectionForeground));
    background: var(
      --vscode-editorSuggestWidget-selectedBackground,
      var(--vscode-list-activeSelectionBackground)
    );
    outline: 1px solid var(--vscode-contrastActiveBorder, transparent);
  }
  .list li[aria-selected='true'] .dim {
    color: inherit;
  }
  .error {
    position: static;
    padding: 6px 10px;
    border-color: var(--vscode-inputValidation-errorBorder);
    color: var(--vscode-inputValidation-errorForeground, inherit);
    background: var(--vscode-inputValidation-errorBackground);
    box-shadow: none;
  }
  .error mark {
    color: inherit;
    background: none;
    text-decoration: underline wavy var(--vscode-editorError-foreground);
    text-underline-offset: 3px;
  }
  .error code {
    font-family: var(--vscode-editor-font-family, monospace);
    white-space: pre-wrap;
  }
  @media (forced-colors: active) {
    .list li[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
