import type { LitElement, ReactiveController } from 'lit';

/** Moves the focus within a list of buttons; whether the key was one that does. */
export const moveFocus = (buttons: readonly HTMLElement[], key: string): boolean => {
  const at = buttons.findIndex((button) => button.matches(':focus'));
  if (key === 'ArrowDown') buttons[(at + 1) % buttons.length]?.focus();
  else if (key === 'ArrowUp') buttons.at(at <= 0 ? -1 : at - 1)?.focus();
  else if (key === 'Home') buttons[0]?.focus();
  else if (key === 'End') buttons.at(-1)?.focus();
  else return false;
  return true;
};

/** Makes each group of buttons one stop of the Tab key: arrows, Home and End move within it. */
export class ArrowKeys implements ReactiveController {
  constructor(
    private readonly host: LitElement,
    private readonly groups: string,
  ) {}

  hostUpdated(): void {
    for (const group of this.host.renderRoot.querySelectorAll<HTMLElement>(this.groups)) {
      const buttons = buttonsOf(group);
      this.stopAt(buttons, buttons.find((button) => button.matches(':focus')) ?? stopOf(buttons));
    }
  }

  readonly onKey = (event: KeyboardEvent): void => {
    const group = event.currentTarget;
    if (group instanceof HTMLElement && moveFocus(buttonsOf(group), event.key)) event.preventDefault();
  };

  readonly onFocus = (event: FocusEvent): void => {
    const { currentTarget: group, target } = event;
    if (group instanceof HTMLElement && target instanceof HTMLElement) this.stopAt(buttonsOf(group), target);
  };

  private stopAt(buttons: readonly HTMLElement[], stop: HTMLElement | undefined): void {
    for (const button of buttons) button.tabIndex = button === stop ? 0 : -1;
  }
}

const buttonsOf = (group: HTMLElement): readonly HTMLElement[] => [
  ...group.querySelectorAll<HTMLButtonElement>('button:enabled'),
];

/** Where the focus was last, else the first one. */
const stopOf = (buttons: readonly HTMLElement[]): HTMLElement | undefined => {
  const stops = buttons.filter(({ tabIndex }) => tabIndex === 0);
  return stops.length === 1 ? stops[0] : buttons[0];
};
