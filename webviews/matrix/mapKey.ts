/** What a key asks of the map. */
export type MapCommand =
  | {
      readonly kind: 'move';
      /** Cells; Infinity goes to the end. */
      readonly rows: number;
      readonly columns: number;
      readonly extend: boolean;
    }
  | { readonly kind: 'page'; readonly forward: boolean; readonly extend: boolean }
  | { readonly kind: 'zoom'; readonly closer: boolean }
  | { readonly kind: 'fit' | 'all' | 'open' | 'clear' };

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Cells of a step with Ctrl. */
const leap = 10;

export const mapCommand = ({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): MapCommand | undefined => {
  if (altKey) return undefined;
  const control = ctrlKey || metaKey;
  const step = control ? leap : 1;
  const move = (rows: number, columns: number): MapCommand => ({
    kind: 'move',
    rows,
    columns,
    extend: shiftKey,
  });
  switch (key) {
    case 'ArrowDown':
      return move(step, 0);
    case 'ArrowUp':
      return move(-step, 0);
    case 'ArrowRight':
      return move(0, step);
    case 'ArrowLeft':
      return move(0, -step);
    case 'Home':
      return control ? move(-Infinity, -Infinity) : move(0, -Infinity);
    case 'End':
      return control ? move(Infinity, Infinity) : move(0, Infinity);
    case 'PageDown':
    case 'PageUp':
      return { kind: 'page', forward: key === 'PageDown', extend: shiftKey };
    case 'Enter':
      return { kind: 'open' };
    case 'Escape':
      return { kind: 'clear' };
  }
  if (control) return key.toLowerCase() === 'a' ? { kind: 'all' } : undefined;
  switch (key) {
    case '+':
    case '=':
      return { kind: 'zoom', closer: true };
    case '-':
    case '_':
      return { kind: 'zoom', closer: false };
    case '0':
      return { kind: 'fit' };
    default:
      return undefined;
  }
};
