import type { ReactiveController } from 'lit';

/** Where nothing else has the focus, keys are for the rows: the page's own text is not what is selected. */
export class PageKeys implements ReactiveController {
  private isDrawn = false;

  constructor(
    private readonly grid: HTMLElement,
    private readonly selectAll: () => void,
  ) {}

  hostConnected(): void {
    document.addEventListener('keydown', this.onKey);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.onKey);
  }

  hostUpdated(): void {
    if (this.isDrawn) return;
    this.isDrawn = true;
    if (document.hasFocus() && document.activeElement === document.body) this.grid.focus();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const isAll = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'a';
    if (!isAll || event.defaultPrevented || isText(event.composedPath()[0])) return;
    event.preventDefault();
    this.grid.focus();
    this.selectAll();
  };
}

const isText = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
