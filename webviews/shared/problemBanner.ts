import { html, nothing } from 'lit';
import './banner';

/** What did not work, until it is dismissed; nothing while all is well. */
export const problemBanner = (problem: string | undefined, dismiss: () => void): unknown =>
  problem === undefined
    ? nothing
    : html`<cm-banner
        tone="error"
        icon="error"
        headline="That did not work."
        text=${problem}
        button="Dismiss"
        .press=${dismiss}
      ></cm-banner>`;
